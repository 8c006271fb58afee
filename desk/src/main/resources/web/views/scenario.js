// A portfolio in other markets, with hedges that nobody has traded. The address holds all of it; the server works it out.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { download, get, idPath } from '../lib/api.js';
import { strip, table } from '../lib/parts.js';
import { change, link } from '../lib/route.js';
import { copy } from '../lib/clip.js';
import { age, heat, money, percent, price, shortMoney, signedMoney, signedPercent, time, tone, units } from '../lib/format.js';

const USUAL_SHOCKS = 'coins:-50%;coins:-20%;coins:+20%;coins:+50%';
const list = (text) => (text || '').split(';').map((item) => item.trim()).filter(Boolean);

class DeskScenario extends DeskElement {
  static properties = { id: { attribute: false }, params: { attribute: false }, problem: { state: true }, said: { state: true }, kind: { state: true } };

  constructor() {
    super();
    this.portfolios = [];
    this.answer = null;
    this.kind = 'perp';
  }

  connectedCallback() {
    super.connectedCallback();
    this.reloadOn('portfolios', (row) => row.portfolio === this.id);
  }

  willUpdate(changed) {
    if (changed.has('id') || changed.has('params')) this.load();
  }

  load() {
    this.attempt(async () => {
      this.portfolios = (await get('portfolios')).rows.map(({ portfolio }) => portfolio);
      if (!this.id && this.portfolios.length) {
        location.replace(link('scenario', this.portfolios[0], this.params));
        return;
      }
      if (this.id) this.answer = await get(`what-if/${idPath(this.id)}`, this.question());
    });
  }

  question() {
    return { shocks: this.params.shocks ?? USUAL_SHOCKS, legs: this.params.legs };
  }

  shocks() {
    return list(this.question().shocks);
  }

  legs() {
    return list(this.params.legs);
  }

  render() {
    const { answer } = this;
    if (!this.id || (!answer && !this.problem)) return html`<h1>Scenario</h1><p class="empty">${this.problem || (this.portfolios.length || this.id ? 'Reading …' : 'No portfolio yet.')}</p>`;
    return html`<h1>Scenario</h1>
      <p class="controls"><label>Portfolio <select @change=${(event) => { location.hash = link('scenario', event.target.value, this.params); }}>
          ${this.portfolios.map((name) => html`<option ?selected=${name === this.id}>${name}</option>`)}</select></label>
        <button @click=${this.copyLink}>Copy link</button>
        <button @click=${() => this.attempt(() => download(`what-if/${idPath(this.id)}`, this.question(), 'what-if.csv'))}>CSV</button>
        <span class="note" role="status">${this.said || 'Analysis only: nothing is traded here.'}</span></p>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${answer ? this.result(answer) : this.forms()}`;
  }

  result(answer) {
    const worst = answer.shocks.reduce((least, shock) => (!least || shock.change < least.change ? shock : least), null);
    const paid = answer.legs.reduce((sum, leg) => sum + leg.paid, 0);
    return html`${strip([
      ['Value now', shortMoney(answer.value), `${answer.positions} positions and hedges, USD`],
      ['Worst shock', worst ? signedMoney(worst.change) : '—', worst?.shock ?? 'none asked', worst ? tone(worst.change) : ''],
      ['What-if legs', String(answer.legs.length), paid ? `premium ${signedMoney(-paid)}` : 'no premium'],
      ['As of', age(answer.event_time), `${time(answer.event_time)} UTC`],
    ])}
    <div class="columns">
      <section><h2>All coins together</h2>${this.curve(answer)}</section>
      <section><h2>Spot${answer.grid.rows.length > 1 ? ' × volatility' : ''}</h2>${this.grid(answer.grid)}</section>
      <section><h2>Shocks</h2>${this.shockTable(answer)}</section>
      <section><h2>What-if hedge legs</h2>${this.legTable(answer)}</section>
    </div>
    ${answer.left_out.length ? html`<h2>In none of the figures</h2>${table('Left out', [['What'], ['Count', 1], ['Why']], answer.left_out.map((out) => html`<tr><th scope="row">${out.what}</th><td class="number">${out.count}</td><td class="wrap">${out.reason}</td></tr>`))}` : ''}
    <p class="note">Each position by its own curve, not interpolated; perpetuals by their coins, options by Black-76 at the volatility of their strike. Fees not collected are not in it.
      Prices: ${Object.entries(answer.prices).map(([asset, value]) => `${asset} ${price(value)}`).join(' · ')}.</p>`;
  }

  /** Without an answer, as after a word that makes no sense, what was asked can still be changed. */
  forms() {
    return html`<div class="columns"><section><h2>Shocks</h2>${this.shockForm()}${this.chips('shocks', this.shocks())}</section>
      <section><h2>What-if hedge legs</h2>${this.legForm([])}${this.chips('legs', this.legs())}</section></div>`;
  }

  chips(name, items) {
    return html`<ul class="chips">${items.map((item, index) => html`<li>${item} <button class="quiet" aria-label="Remove ${item}" @click=${() => this.drop(name, items, index)}>✕</button></li>`)}</ul>`;
  }

  curve({ curve, legs }) {
    const series = [{ label: 'live book', values: curve.live, colour: '--series-1' }];
    if (legs.length) series.push({ label: 'with what-if legs', values: curve.change, colour: '--series-2', dash: [6, 4] });
    return html`<desk-chart label="Change of worth, USD" xLabel="Move" .x=${curve.shifts} .format=${money} .xFormat=${(value) => signedPercent(value, 0)} .marks=${[{ x: 0, label: 'now' }]} .series=${series}></desk-chart>`;
  }

  grid(grid) {
    const largest = Math.max(...grid.rows.flatMap((row) => row.change.map(Math.abs)));
    return table('Spot against volatility', [['Volatility'], ...grid.spot_shifts.map((shift) => [shift === 0 ? 'now' : signedPercent(shift, 0), 1])], grid.rows.map((row) => html`<tr>
      <th scope="row">${row.vol_shift === 0 ? 'as it is' : signedPercent(row.vol_shift, 0)}</th>
      ${row.change.map((value, index) => html`<td class="number ${heat(value, largest)}" title=${`${value}; without the legs ${row.live[index]}`}>${shortMoney(value)}</td>`)}</tr>`), 'ladder');
  }

  shockTable(answer) {
    const largest = Math.max(...answer.shocks.map(({ change: value }) => Math.abs(value)), 0);
    return html`${this.shockForm()}
      ${table('Shocks', [['Shock'], ['Live book', 1], ['Legs', 1], ['Together', 1], ['Drop']], answer.shocks.map((shock, index) => html`<tr data-shock=${shock.shock}>
        <th scope="row">${shock.shock}</th><td class="number ${tone(shock.live)}">${signedMoney(shock.live)}</td><td class="number ${tone(shock.legs)}">${signedMoney(shock.legs)}</td>
        <td class="number ${heat(shock.change, largest)}"><strong>${signedMoney(shock.change)}</strong></td>
        <td><button class="quiet" aria-label="Remove ${shock.shock}" @click=${() => this.drop('shocks', this.shocks(), index)}>✕</button></td></tr>`))}`;
  }

  shockForm() {
    return html`<form class="controls" @submit=${this.addShock}>
      <input type="text" name="shock" required aria-label="Shock" placeholder="ETH:-20%,vol:+10%" autocomplete="off" spellcheck="false"><button>Add shock</button>
      <span class="note">asset, <code>coins</code> or <code>vol</code>; a comma: at once</span></form>`;
  }

  legTable(answer) {
    return html`${this.legForm(answer.coins)}
      ${answer.legs.length ? table('What-if legs', [['Leg'], ['Delta now', 1], ['Paid', 1], ['Volatility', 1], ['Drop']], answer.legs.map((leg, index) => html`<tr>
        <th scope="row">${leg.leg}</th><td class="number">${units(leg.delta)}</td><td class="number">${leg.volatility === null ? '—' : money(leg.paid)}</td>
        <td class="number" title=${leg.volatility_source ?? ''}>${leg.volatility === null ? '—' : percent(leg.volatility, 1)}</td>
        <td><button class="quiet" aria-label="Remove ${leg.leg}" @click=${() => this.drop('legs', this.legs(), index)}>✕</button></td></tr>`)) : html`<p class="note">None: this is the live book as it is. A leg is traded at the model's price now.</p>`}`;
  }

  legForm(coins) {
    const option = this.kind !== 'perp';
    return html`<form class="controls" @submit=${this.addLeg}>
      <select name="kind" aria-label="Kind of leg" @change=${(event) => { this.kind = event.target.value; }}>${[['perp', 'Perpetual'], ['put', 'Put'], ['call', 'Call']].map(([value, title]) => html`<option value=${value} ?selected=${value === this.kind}>${title}</option>`)}</select>
      ${coins.length ? html`<select name="coin" aria-label="Coin">${coins.map((coin) => html`<option>${coin}</option>`)}</select>` : html`<input class="short" name="coin" aria-label="Coin" required>`}
      <input class="short" name="coins" type="number" step="any" required aria-label="Coins, negative sells" placeholder="coins, − sells">
      ${option ? html`<input class="short" name="strike" type="number" step="any" min="0" required aria-label="Strike" placeholder="strike">
        <input name="expiry" type="date" required aria-label="Expiry"><input class="short" name="vol" type="number" step="any" min="0" aria-label="Volatility in per cent" placeholder="vol %">` : ''}
      <button>Add leg</button></form>`;
  }

  addShock(event) {
    event.preventDefault();
    change({ shocks: [...this.shocks(), new FormData(event.target).get('shock').trim()].join(';') });
    event.target.reset();
  }

  addLeg(event) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const words = form.kind === 'perp' ? ['perp', form.coin, form.coins] : [form.kind, form.coin, form.coins, form.strike, form.expiry, ...(form.vol ? [`${form.vol}%`] : [])];
    change({ legs: [...this.legs(), words.join(':')].join(';') });
  }

  /** The last shock leaves a blank behind, which is not the same as nothing said. */
  drop(name, items, index) {
    const left = items.filter((_, place) => place !== index).join(';');
    change({ [name]: left || (name === 'shocks' ? ';' : '') });
  }

  async copyLink() {
    this.said = (await copy(location.href)) ? 'Copied: whoever opens it asks the same of the book as it is then.' : location.href;
  }
}

customElements.define('desk-scenario', DeskScenario);
