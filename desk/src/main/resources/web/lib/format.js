// Figures as people read them. What is not known is a dash, never a nought.

export const UNKNOWN = '—';

/** USD, and fractions: less than that is rounding, neither gain nor loss. */
const DUST = 1e-6;
const DUST_FRACTION = 1e-8;

const known = (value) => value !== null && value !== undefined && value !== '';

export function money(value) {
  if (!known(value)) return UNKNOWN;
  const size = Math.abs(value);
  if (size > 0 && size < 0.005) return size < DUST ? '0.00' : sign(value) + size.toPrecision(1);
  const digits = size >= 1000 ? 0 : 2;
  return sign(value) + size.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function signedMoney(value) {
  if (!known(value)) return UNKNOWN;
  return (value >= DUST ? '+' : '') + money(value);
}

export function shortMoney(value) {
  if (!known(value)) return UNKNOWN;
  const size = Math.abs(value);
  const [unit, by] = size >= 1e9 ? ['B', 1e9] : size >= 1e6 ? ['M', 1e6] : size >= 1e4 ? ['k', 1e3] : ['', 1];
  const digits = by === 1 ? (size >= 1000 ? 0 : 2) : 2;
  return sign(value) + (size / by).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }) + unit;
}

export function percent(value, digits = 2) {
  if (!known(value)) return UNKNOWN;
  const size = Math.abs(value * 100);
  if (size < 100 * DUST_FRACTION) return `${(0).toFixed(digits)} %`;
  const small = size > 0 && size < 0.5 * 10 ** -digits;
  return `${sign(value)}${small ? Number(size.toPrecision(1)) : size.toFixed(digits)} %`;
}

export function signedPercent(value, digits = 2) {
  return (value >= DUST_FRACTION ? '+' : '') + percent(value, digits);
}

export function units(value) {
  if (!known(value)) return UNKNOWN;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return sign(value) + size.toExponential(3);
  return sign(value) + size.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}

/** In thousands or millions, for where there is little room. */
export function shortUnits(value) {
  return known(value) && Math.abs(value) >= 1e4 ? shortMoney(value) : units(known(value) ? Number(value.toPrecision(4)) : value);
}

export const price = units;

function sign(value) {
  return value < 0 ? '−' : '';
}

/** In UTC, of an instant as text or in milliseconds. */
export function time(instant) {
  return known(instant) ? new Date(instant).toISOString().replace('T', ' ').slice(0, 19) : UNKNOWN;
}

export function age(iso, now = Date.now()) {
  if (!known(iso)) return UNKNOWN;
  return span(Math.max(0, now - new Date(iso).getTime()));
}

/** A stretch of time in the unit that suits it. */
export function span(milliseconds) {
  if (!known(milliseconds)) return UNKNOWN;
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} d`;
}

/** A name of the API in plain words. */
export function words(name) {
  return name.toLowerCase().replaceAll('_', ' ');
}

/** A class for gains and losses; the sign stands in the text as well. What reads as nought has none. */
export function tone(value, dust = DUST) {
  if (!known(value) || Math.abs(value) < dust) return '';
  return value > 0 ? 'gain' : 'loss';
}

/** The same of a fraction. */
export function toneOfFraction(value) {
  return tone(value, DUST_FRACTION);
}

/** One of eleven shades for a value within a scale that is even about nought. */
export function heat(value, largest) {
  if (!known(value) || !largest) return '';
  const step = Math.round((Math.min(1, Math.abs(value) / largest)) * 5);
  return step === 0 ? '' : `heat-${value > 0 ? 'up' : 'down'}-${step}`;
}

/** The position without its pool. */
export function shortId(row) {
  if (row.token_id) return `NFT ${row.token_id}`;
  const [owner] = row.id.split('/').pop().split(':');
  return shortAddress(owner);
}

export function shortAddress(address) {
  return address && address.length > 14 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address || UNKNOWN;
}

const STATES = {
  IN_RANGE: ['in range', '●'],
  BELOW: ['below', '▼'],
  ABOVE: ['above', '▲'],
  CLOSED: ['closed', '○'],
  UNKNOWN: ['no price', '?'],
};

export function state(name) {
  const [text, icon] = STATES[name] || STATES.UNKNOWN;
  return { text, icon };
}
