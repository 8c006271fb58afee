// All portfolios: each path with all below it.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { download } from '../lib/api.js';
import { table } from '../lib/parts.js';
import { link } from '../lib/route.js';
import { age, money, percent, signedMoney, tone, toneOfFraction, shortUnits } from '../lib/format.js';

const HEADS = [['Portfolio'], ['Positions', 1], ['Value', 1], ['In range', 1], ['IL', 1], ['IL %', 1], ['Fees', 1], ['LVR', 1], ['Hedge result', 1],
  ['Net exposure'], ['Limits'], ['Age', 1]];

class DeskPortfolios extends DeskElement {
  static properties = { problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.follow('portfolios');
  }

  render() {
    const rows = [...this.rows.values()].sort((one, other) => one.portfolio.localeCompare(other.portfolio));
    return html`<h1>Portfolios</h1>
      <p class="controls"><button @click=${() => this.attempt(() => download('portfolios', {}, 'portfolios.csv'))}>CSV</button>
        <span class="total">${rows.length} portfolios, each with all below it</span></p>
      ${this.known && !rows.length ? html`<p class="empty">No owner is assigned to a portfolio: see ballast.owners.file.</p>` : ''}
      ${table('Portfolios', HEADS, rows.map((row) => this.line(row)))}`;
  }

  line(row) {
    const depth = row.portfolio.split('/').length - 1;
    const hedge = row.hedge_realised === null || row.hedge_unrealised === null ? null : row.hedge_realised + row.hedge_unrealised + (row.hedge_funding ?? 0) + (row.hedge_costs ?? 0);
    const breached = row.limits.filter((limit) => limit.breached).length;
    return html`<tr>
      <th scope="row" class="depth-${Math.min(3, depth)}"><a href=${link('portfolio', row.portfolio)}>${depth ? row.portfolio.split('/').pop() : row.portfolio}</a></th>
      <td class="number">${row.positions}</td><td class="number">${money(row.value)}</td><td class="number">${percent(row.share_in_range, 0)}</td>
      <td class="number ${tone(row.il)}">${signedMoney(row.il)}</td><td class="number ${toneOfFraction(row.il_pct)}">${percent(row.il_pct)}</td>
      <td class="number">${money(row.fees)}</td><td class="number">${money(row.lvr)}</td><td class="number ${tone(hedge)}">${signedMoney(hedge)}</td>
      <td>${row.assets.map((asset) => `${shortUnits(asset.net)} ${asset.asset}`).join(' · ')}</td>
      <td>${row.limits.length ? (breached ? html`<span class="severity critical">■ ${breached} breached</span>` : 'kept') : '—'}</td>
      <td class="number">${age(row.event_time)}</td></tr>`;
  }
}

customElements.define('desk-portfolios', DeskPortfolios);
