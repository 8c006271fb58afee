// What to trade and why. Nothing is sent anywhere: a ticket can be copied.
import { html, svg } from 'lit';
import { DeskElement } from '../lib/element.js';
import { download } from '../lib/api.js';
import { table } from '../lib/parts.js';
import { csv } from '../lib/csv.js';
import { link } from '../lib/route.js';
import { age, money, units } from '../lib/format.js';

const PERPETUALS = [['Portfolio'], ['Asset'], ['Do'], ['Gap in its band'], ['In pools', 1], ['Held', 1], ['Target', 1], ['Gap', 1], ['Band', 1], ['Cost', 1],
  ['Trades'], ['Ticket'], ['Why'], ['Age', 1]];
const STRIPS = [['Portfolio'], ['Underlying'], ['Expiry'], ['Legs'], ['Premium now', 1], ['Worst residual', 1], ['Why']];

class DeskHedges extends DeskElement {
  static properties = { problem: { state: true }, copied: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow('hedges');
  }

  render() {
    const rows = [...this.rows.values()];
    const perpetuals = rows.filter((row) => row.perpetual);
    const strips = rows.filter((row) => row.strip);
    return html`<h1>Hedges</h1>
      <p class="controls"><button @click=${() => this.attempt(() => download('hedges', {}, 'hedges.csv'))}>CSV</button>
        <span class="note" role="status">${this.copied || 'Advice only: this desk sends no orders.'}</span></p>
      ${this.known && !rows.length ? html`<p class="empty">No advice: no policy names a target. See ballast load hedges.</p>` : ''}
      ${perpetuals.length ? html`<h2>Perpetuals and spot</h2>${table('Perpetuals and spot', PERPETUALS, perpetuals.map((row) => this.line(row)))}` : ''}
      ${strips.length ? html`<h2>Option strips</h2>${table('Option strips', STRIPS, strips.map((row) => this.strip(row)))}` : ''}`;
  }

  strip(row) {
    return html`<tr><th scope="row"><a href=${link('portfolio', row.portfolio)}>${row.portfolio}</a></th><td>${row.underlying}</td><td>${row.expiry.slice(0, 10)}</td>
      <td>${row.strip.legs.map((leg) => html`<div>${units(leg.contracts)} × ${leg.instrument_id}</div>`)}</td><td class="number">${money(row.premium_now)}</td><td class="number">${money(row.worst_residual)}</td><td class="wrap">${row.sentence}</td></tr>`;
  }

  line(row) {
    const advice = row.perpetual;
    const kind = { TRADE: 'warning', HOLD: '', BLOCKED: 'critical' }[advice.action] || '';
    return html`<tr><th scope="row"><a href=${link('portfolio', row.portfolio)}>${row.portfolio}</a></th><td>${row.asset}</td>
      <td><span class="severity ${kind}">${{ TRADE: '▲', HOLD: '●', BLOCKED: '■' }[advice.action] || '?'} ${advice.action.toLowerCase()}</span></td><td>${this.bullet(advice)}</td>
      ${['in_pools', 'held', 'target', 'gap', 'band'].map((name) => html`<td class="number">${units(advice[name])}</td>`)}<td class="number">${money(advice.cost)}</td>
      <td>${advice.trades.map((trade) => html`<div>${trade.contracts.startsWith('-') ? 'sell' : 'buy'} ${trade.contracts.replace('-', '')} ${trade.instrument_id}</div>`)}${advice.trades.length ? '' : '—'}</td>
      <td>${advice.trades.length ? html`<button @click=${() => this.copy(row, 'json')}>JSON</button> <button @click=${() => this.copy(row, 'csv')}>CSV</button>` : '—'}</td>
      <td class="wrap">${row.reason}</td><td class="number">${age(row.event_time)}</td></tr>`;
  }

  /** The gap between target and held, against the band inside which nothing is done. */
  bullet(advice) {
    if (advice.gap === null || !advice.band) return '—';
    const scale = 34 / (2 * advice.band);
    const gap = Math.max(-46, Math.min(46, advice.gap * scale));
    return html`<svg class="bullet" width="100" height="14" role="img" aria-label="gap ${units(advice.gap)}, band ${units(advice.band)}">${svg`
      <rect class="range-whole" x="0" y="5" width="100" height="4"></rect><rect class="bullet-band" x=${50 - 17} y="3" width="34" height="8"></rect>
      <rect class="bullet-gap" x=${Math.min(50, 50 + gap)} y="5" width=${Math.max(1, Math.abs(gap))} height="4"></rect>`}</svg>`;
  }

  async copy(row, form) {
    const tickets = row.perpetual.trades.map((trade) => ({
      portfolio: row.portfolio, asset: row.asset, side: trade.contracts.startsWith('-') ? 'sell' : 'buy', instrument_id: trade.instrument_id,
      contracts: trade.contracts.replace('-', ''), coins: trade.coins, expected_cost: trade.cost, numeraire: row.numeraire, as_of: row.event_time, simulated: row.simulated }));
    const text = form === 'json' ? JSON.stringify(tickets, null, 2) : csv(tickets);
    await this.attempt(() => navigator.clipboard.writeText(text));
    this.copied = this.problem ? `Could not copy: ${this.problem}` : `Copied ${tickets.length} trade(s) of ${row.portfolio} as ${form.toUpperCase()}.`;
  }
}

customElements.define('desk-hedges', DeskHedges);
