// One portfolio: exposure, results, limits, what prices would do to it.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { get, idPath } from '../lib/api.js';
import { waterfall } from '../lib/waterfall.js';
import { flags, strip, table } from '../lib/parts.js';
import { link } from '../lib/route.js';
import { age, heat, money, percent, price, signedMoney, signedPercent, time, tone, units } from '../lib/format.js';

const LADDER_ROWS = [['value', 'Value', money], ['il', 'IL', signedMoney], ['hedges', 'Hedges', signedMoney], ['result', 'Result', signedMoney]];
const PARTS = ['price', 'il', 'fees', 'hedge', 'funding', 'premium', 'costs'];

class DeskPortfolio extends DeskElement {
  static properties = { id: { attribute: false }, problem: { state: true } };

  constructor() {
    super();
    this.data = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.reloadOn('portfolios', (row) => row.portfolio === this.id);
  }

  willUpdate(changed) {
    if (changed.has('id')) this.load();
  }

  load() {
    const path = idPath(this.id);
    this.attempt(async () => {
      [this.data, this.history, this.scenarios, this.attribution] = await Promise.all([
        get(`portfolios/${path}`), get(`portfolio-history/${path}`), get('scenarios', { key: this.id }), get(`portfolio-attribution/${path}`)]);
      [this.scenarios] = this.scenarios.rows;
    });
  }

  render() {
    const { data } = this;
    if (!data) return html`<p class="empty">${this.problem || 'Reading …'}</p>`;
    return html`
      <p class="crumbs"><a href=${link('portfolios')}>Portfolios</a>${this.id.split('/').slice(0, -1).map((_, index, parts) => html` › <a href=${link('portfolio', parts.slice(0, index + 1).join('/'))}>${parts[index]}</a>`)}</p>
      <h1>${this.id.split('/').pop()} <small><a href=${link('book', '', { q: `portfolio:${this.id}` })}>${data.positions} positions</a> · <a href=${link('scenario', this.id)}>what if …</a></small></h1>
      ${strip(this.cards())}
      ${data.flags.length || data.part_flags.length ? html`<p>${flags([...data.flags, ...data.part_flags])}</p>` : ''}
      <div class="columns">
        <section><h2>Exposure</h2>${this.assets()}</section>
        <section><h2>Over time</h2>${this.historyChart()}</section>
        ${data.ladders.map((ladder) => html`<section><h2>If ${ladder.asset} moves alone</h2>${this.ladder(ladder)}</section>`)}
        <section><h2>Result in its parts</h2>${waterfall(this.attribution)}
          <p class="note">${this.attribution.from ? `Since ${time(this.attribution.from)} UTC` : 'No day yet'}. LVR stands beside it, not in it.</p></section>
        <section><h2>Results by day</h2>${this.days()}</section>
        ${data.limits.length ? html`<section><h2>Limits</h2>${this.limits()}</section>` : ''}
        ${data.legs.length ? html`<section><h2>Hedges held</h2>${this.legs()}</section>` : ''}
        ${this.scenarios ? html`<section><h2>Scenarios</h2>${this.shocks()}</section>` : ''}
      </div>`;
  }

  cards() {
    const { data } = this;
    return [
      ['Value', money(data.value), data.numeraire],
      ['In range', percent(data.share_in_range, 0), 'of the value'],
      ['Impermanent loss', signedMoney(data.il), percent(data.il_pct), tone(data.il)],
      ['Fees earned', money(data.fees), 'since entry'],
      ['LVR', money(data.lvr), 'a loss; never add it to IL'],
      ['Hedge equity', money(data.hedge_equity), `funding ${signedMoney(data.hedge_funding)}`],
      ['As of', age(data.event_time), `${time(data.event_time)} UTC`],
    ];
  }

  assets() {
    return table('Exposure by asset', [['Asset'], ['Price', 1], ['Pools', 1], ['HODL', 1], ['Hedges', 1], ['Net', 1], ['Net value', 1], ['Γ per 1 %', 1]], this.data.assets.map((asset) => html`<tr>
      <th scope="row">${asset.asset}</th><td class="number">${price(asset.price)}</td><td class="number">${units(asset.pools)}</td><td class="number">${units(asset.hodl)}</td>
      <td class="number">${units(asset.hedges)}</td><td class="number">${units(asset.net)}</td><td class="number">${money(asset.net_value)}</td><td class="number ${tone(asset.gamma_cash)}">${signedMoney(asset.gamma_cash)}</td></tr>`));
  }

  historyChart() {
    const { history } = this;
    if (!history || history.time_ms.length < 2) return html`<p class="note">One point so far.</p>`;
    return html`<desk-chart label="Value against holding" isTime .x=${history.time_ms.map((ms) => ms / 1000)} .format=${money} .series=${[
      { label: 'value', values: history.value, colour: '--series-1' }, { label: 'HODL', values: history.hodl_value, colour: '--series-2', dash: [6, 4] }]}></desk-chart>`;
  }

  ladder(ladder) {
    return table(`If ${ladder.asset} moves`, [['Figure'], ...ladder.points.map((point) => [signedPercent(point.shift, 0), 1])], LADDER_ROWS.map(([id, title, format]) => {
      const largest = id === 'value' ? 0 : Math.max(...ladder.points.map((point) => Math.abs(point[id] ?? 0)));
      return html`<tr><th scope="row">${title}</th>${ladder.points.map((point) => html`<td class="number ${heat(point[id], largest)}">${format(point[id])}</td>`)}</tr>`;
    }));
  }

  days() {
    return table('Results by day', [['Day'], ...PARTS.map((part) => [part, 1]), ['total', 1], ['LVR beside', 1]], this.data.days.map((day) => html`<tr>
      <th scope="row">${time(day.day_start).slice(0, 10)}${day.complete ? '' : ' *'}</th>${PARTS.map((part) => html`<td class="number ${tone(day[part])}">${signedMoney(day[part])}</td>`)}
      <td class="number ${tone(day.total)}"><strong>${signedMoney(day.total)}</strong></td><td class="number">${money(day.lvr)}</td></tr>`));
  }

  limits() {
    return table('Limits', [['Figure'], ['Asset'], ['Is', 1], ['May be', 1], ['Used', 1], ['State']], this.data.limits.map((limit) => html`<tr>
      <th scope="row">${limit.figure}</th><td>${limit.asset ?? '—'}</td><td class="number">${units(limit.value)}</td><td class="number">${units(limit.maximum)}</td><td class="number">${percent(limit.use, 0)}</td>
      <td>${limit.breached ? html`<span class="severity critical">■ breached</span>` : limit.use === null ? 'not known' : 'kept'}</td></tr>`));
  }

  legs() {
    return table('Hedges held', [['Instrument'], ['Contracts', 1], ['Entry', 1], ['Mark', 1], ['Realised', 1], ['Unrealised', 1], ['Funding', 1]], this.data.legs.map((leg) => html`<tr>
      <th scope="row">${leg.instrument_id}</th><td class="number">${leg.contracts}</td><td class="number">${price(leg.average_price)}</td><td class="number">${price(leg.mark)}</td>
      <td class="number ${tone(leg.realised)}">${signedMoney(leg.realised)}</td><td class="number ${tone(leg.unrealised)}">${signedMoney(leg.unrealised)}</td><td class="number ${tone(leg.funding)}">${signedMoney(leg.funding)}</td></tr>`));
  }

  shocks() {
    const { scenarios } = this;
    const all = [...scenarios.ladder.map((point) => ({ name: `all coins ${signedPercent(point.shift, 0)}`, change: point.change })), ...scenarios.shocks];
    const largest = Math.max(...all.map(({ change }) => Math.abs(change)));
    return html`${table('Scenarios', [['Shock'], ['Change, USD', 1]], all.map(({ name, change }) => html`<tr><th scope="row">${name}</th><td class="number ${heat(change, largest)}">${signedMoney(change)}</td></tr>`))}
      ${scenarios.risk.length ? table('Value at risk', [['Coin'], ['Days', 1], ['VaR 95', 1], ['ES 95', 1], ['VaR 99', 1], ['ES 99', 1]], scenarios.risk.map((risk) => html`<tr><th scope="row">${risk.asset}</th><td class="number">${risk.horizon_days}</td>
        <td class="number">${money(risk.var_95)}</td><td class="number">${money(risk.es_95)}</td><td class="number">${money(risk.var_99)}</td><td class="number">${money(risk.es_99)}</td></tr>`)) : ''}`;
  }
}

customElements.define('desk-portfolio', DeskPortfolio);
