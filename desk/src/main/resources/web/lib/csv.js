// CSV as RFC 4180 has it. A text that a spreadsheet would take for a formula has an apostrophe in front, as in the desk's exports.

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function cell(value) {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' && FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows are objects with the same keys; the first one's are the heads. */
export function csv(rows) {
  return [Object.keys(rows[0]), ...rows.map(Object.values)].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
