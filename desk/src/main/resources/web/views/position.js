// One position: what it would be worth elsewhere, how it came here, and everything that was published of it.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { transaction } from '../lib/explain.js';
import { waterfall } from '../lib/waterfall.js';
import { download, get, getChanged, idPath } from '../lib/api.js';
import { flags, strip, table } from '../lib/parts.js';
import { change, link } from '../lib/route.js';
import { age, heat, money, percent, price, shortId, shortUnits, signedMoney, signedPercent, span, shortAddress, state, time, tone, units, UNKNOWN, words } from '../lib/format.js';

const HEDGES = [['delta-neutral', 'Delta-neutral'], ['il-neutral', 'IL-neutral']];
const SPANS = [['0.05', '±5 %'], ['0.1', '±10 %'], ['0.3', '±30 %'], ['0.6', '±60 %']];

const NEWEST_EVERY_MS = 2000;

const eventWord = (kind) => words(kind.replace(/^(NFT|LP)_/, ''));

class DeskPosition extends DeskElement {
  static properties = { id: { attribute: false }, params: { attribute: false }, problem: { state: true }, silent: { state: true }, newest: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.reloadOn('positions', (row) => row.id === this.id);
    this.every(NEWEST_EVERY_MS, () => { if (this.row && this.row.range_state !== 'CLOSED') this.askNewest(); });
    this.keys((event) => { if (event.key === 'Escape' && this.params.explain) change({ explain: '' }); });
  }

  willUpdate(changed) {
    if (changed.has('id')) {
      this.row = this.log = this.newest = null;
      this.silent = '';
    }
    if (changed.has('id') || changed.has('params')) this.load();
  }

  /** Of a position that is not there nothing else is asked, and not again until the stream tells of it. */
  load() {
    const path = idPath(this.id);
    this.attempt(async () => {
      const row = await get(`positions/${path}`);
      const [newest, payoff, history, log, attribution] = await Promise.all([
        get(`position-now/${path}`), get(`position-payoff/${path}`, { span: this.params.span || '0.3', hedge: this.params.hedge || '' }), get(`position-history/${path}`), getChanged(`position-events/${path}`, this.log), get(`position-attribution/${path}`)]);
      if (row.id === this.id) Object.assign(this, { row, newest, payoff, history, log, attribution });
    });
  }

  /** The price moves on between two records of a position. What was said of other questions stays on the page. */
  askNewest() {
    const { id } = this;
    get(`position-now/${idPath(id)}`).then((newest) => {
      if (id !== this.id) return;
      this.silent = '';
      if (JSON.stringify(newest) !== JSON.stringify(this.newest)) this.newest = newest;
    }).catch((failed) => { if (id === this.id) this.silent = failed.message; });
  }

  atNewest() {
    const { newest, row } = this;
    if (!newest || !newest.exact) return '';
    if (newest.price === newest.published_price) return html`<p class="note" data-note="newest">No other price of the pool has been told since.</p>`;
    return html`<p class="note" data-note="newest">At the pool's newest price, ${price(newest.price)} at ${time(newest.price_time)}: value ${money(newest.value_usd)}, IL ${signedMoney(newest.il_usd)},
      result ${signedMoney(newest.result_usd)} USD, delta ${shortUnits(newest.delta0)} ${row.symbol0}. As published: ${price(newest.published_price)} at ${time(newest.published_time)}.</p>`;
  }

  render() {
    if (!this.row) return html`<p class="empty">${this.problem || 'Reading …'}</p>`;
    const { row } = this;
    const { text, icon } = state(row.range_state);
    return html`
      <p class="crumbs"><a href=${link('book')}>Book</a> › <a href=${link('book', '', { q: `pool:=${row.pool_id}` })}>${row.pool}</a></p>
      <h1>${shortId(row)} <small>${row.pool}</small> <span class="state ${row.range_state.toLowerCase()}">${icon} ${text}</span></h1>
      ${this.problem || this.silent ? html`<p class="trouble" role="alert">${this.problem || this.silent}</p>` : ''}
      ${strip(this.cards())}
      ${row.range_state === 'CLOSED' ? '' : this.atNewest()}
      <desk-explain .id=${this.id} .figure=${this.params.explain || ''} .asOf=${row.event_time} .portfolio=${row.portfolio}></desk-explain>
      <div class="columns">
        <section><h2>Worth at other prices</h2>${this.payoffCharts()}</section>
        <section><h2>Value against holding</h2>${this.historyChart()}${this.holdings()}</section>
        <section>${this.ladder()}</section>
        <section><h2>Result in its parts</h2>${waterfall(this.attribution, (figure) => change({ explain: figure }))}
          ${row.portfolio ? html`<p class="note">Price, funding and hedges: <a href=${link('portfolio', row.portfolio)}>${row.portfolio}</a></p>` : ''}</section>
        <section class="whole"><h2>Events</h2>${this.eventLog()}</section>
        <section><h2>Facts</h2>${this.facts()}</section>
      </div>
      <details class="all"><summary>Every field as published</summary>${this.fields()}</details>`;
  }

  cards() {
    const { row } = this;
    const explain = (figure) => () => change({ explain: figure });
    return [
      ['Value', money(row.value_usd), 'USD', '', explain('value_usd')],
      ['HODL', money(row.hodl_value_usd), 'what was put in, now', '', explain('hodl_value_usd')],
      ['Impermanent loss', signedMoney(row.il_usd), percent(row.il_pct), tone(row.il_usd), explain('il_usd')],
      ['Fees earned', money(row.fees_value_usd), 'collected or not', '', explain('fees_value_usd')],
      ['Result', signedMoney(row.result_usd), 'against holding', tone(row.result_usd), explain('result_usd')],
      ['LVR', money(row.lvr_usd), 'a loss; never add it to IL', '', explain('lvr_usd')],
      ['Delta', `${shortUnits(row.delta0)} ${row.symbol0}`, `${shortUnits(row.delta1)} ${row.symbol1}`, '', explain('delta0')],
    ];
  }

  payoffCharts() {
    const { payoff } = this;
    if (this.row.range_state === 'CLOSED') return html`<p class="note">Closed: nothing is in it.</p>`;
    if (!payoff.exact) return html`<p class="note">No curve: price, decimals, amounts or the kind of pool are not known, or its weights or amplification.</p>`;
    const band = payoff.price_lower === null ? null : [payoff.price_lower, payoff.price_upper];
    const marks = this.payoffMarks(band);
    const lines = [
      { label: 'principal', values: payoff.value, colour: '--series-1' },
      payoff.hodl.length ? { label: 'HODL', values: payoff.hodl, colour: '--series-2', dash: [6, 4] } : { label: 'holding what it is now', values: payoff.hold, colour: '--series-2', dash: [6, 4] },
      { label: `with a ${payoff.hedge} hedge`, values: payoff.hedged, colour: '--series-4', dash: [2, 3] },
    ];
    return html`
      <p class="controls">${SPANS.map(([span, title]) => html`<button aria-pressed=${span === (this.params.span || '0.3') ? 'true' : 'false'} @click=${() => change({ span })}>${title}</button>`)}
        <span role="group" aria-label="Hedge" class="controls">${HEDGES.map(([hedge, title]) => html`<button aria-pressed=${hedge === payoff.hedge ? 'true' : 'false'} @click=${() => change({ hedge: hedge === HEDGES[0][0] ? '' : hedge })}>${title}</button>`)}</span>
        <span class="note">x: ${payoff.price_unit}; money in ${payoff.value_unit}; the range is shaded</span></p>
      <desk-chart label="Worth of the principal" .x=${payoff.prices} .format=${units} .xFormat=${price} .marks=${marks} .band=${band} .series=${lines.filter(({ values }) => values.length)}></desk-chart>
      <p class="note">A ${payoff.hedge} hedge of this position alone: ${payoff.hedge_units === null ? 'not known, for what was put in is not' : `${units(payoff.hedge_units)} ${this.row.symbol0} at the price now, and held`}.</p>
      ${payoff.hodl.length ? html`<desk-chart label="Against holding" height="170" .x=${payoff.prices} .format=${units} .xFormat=${price} .marks=${marks.filter(({ isEdge }) => !isEdge)} .band=${band} .series=${[
        { label: 'IL', values: payoff.il, colour: '--series-2', dash: [6, 4] }, { label: 'with fees so far', values: payoff.result, colour: '--series-1' }]}></desk-chart>` : ''}
      <p class="note" data-note="break-even">${this.breakEven()}${payoff.break_even_note}${payoff.hodl.length ? ' At break-even, worth, fees so far and what withdrawals realised make up for the HODL.' : ''}</p>
      <desk-chart label="Delta" height="150" .x=${payoff.prices} .format=${units} .xFormat=${price} .marks=${[{ x: payoff.price, label: 'now' }]} .band=${band} .series=${[
        { label: `delta in ${this.row.symbol0}`, values: payoff.delta0, colour: '--series-3' }]}></desk-chart>`;
  }

  /** From left to right, for their labels to make way for each other. */
  payoffMarks(band) {
    const { payoff } = this;
    const marks = [[payoff.price, 'now'], [payoff.entry_price, 'entry'], [payoff.break_even_lower, 'break-even'], [payoff.break_even_upper, 'break-even'],
      ...(band || []).map((end) => [end, price(end), true])];
    return marks.filter(([x]) => x !== null).map(([x, label, isEdge]) => ({ x, label, isEdge })).sort((one, other) => one.x - other.x);
  }

  breakEven() {
    const ends = [this.payoff.break_even_lower, this.payoff.break_even_upper].filter((end) => end !== null);
    return ends.length ? `Break-even at ${ends.map(price).join(' and ')}. ` : '';
  }

  historyChart() {
    const { history } = this;
    if (history.time_ms.length < 2) return html`<p class="note">One point so far. History is what the topics told since the desk has read them; a compacted topic tells the newest only.</p>`;
    return html`<desk-chart label="Value against holding, USD" isTime .x=${history.time_ms.map((ms) => ms / 1000)} .format=${money} .marks=${this.marks()} .series=${[
      { label: 'value', values: history.value_usd, colour: '--series-1' },
      { label: 'HODL', values: history.hodl_value_usd, colour: '--series-2', dash: [6, 4] },
      { label: 'value + fees', values: history.value_usd.map((value, index) => (value === null || history.fees_value_usd[index] === null ? null : value + history.fees_value_usd[index])), colour: '--series-3' }]}></desk-chart>`;
  }

  /** The newest events that are still true, where the chart shows their time. */
  marks() {
    const words = new Map();
    this.log.body.rows.filter((event) => !event.removed && !event.taken_back).slice(0, 20).reverse().forEach((event) => {
      const x = Date.parse(event.event_time) / 1000;
      words.set(x, [...new Set([...(words.get(x) || []), eventWord(event.kind)])]);
    });
    return [...words].sort(([one], [other]) => one - other).map(([x, kinds]) => ({ x, label: kinds.join(', ') }));
  }

  eventLog() {
    const { rows, shortened } = this.log.body;
    if (!rows.length) return html`<p class="note">No event names this position: it may be older than what this desk has read.</p>`;
    const { symbol0, symbol1 } = this.row;
    const heads = [['Time, UTC'], ['Event'], [symbol0, 1], [symbol1, 1], ['Liquidity', 1], ['From, to'], ['Transaction'], ['Where']];
    return html`${table('Events', heads, rows.map((event) => html`<tr class=${event.removed || event.taken_back ? 'gone' : ''}>
      <th scope="row">${time(event.event_time)}</th><td>${eventWord(event.kind)}${event.removed ? ' taken back' : ''}${event.taken_back ? html` <span class="flag">taken back</span>` : ''}</td>
      <td class="number" title=${event.amount0_raw ?? ''}>${units(event.amount0)}</td><td class="number" title=${event.amount1_raw ?? ''}>${units(event.amount1)}</td>
      <td class="number" title=${event.liquidity_raw ?? ''}>${event.liquidity_raw === null ? UNKNOWN : Number(event.liquidity_raw).toPrecision(4)}</td>
      <td>${event.from_address ? html`<span title="${event.from_address} to ${event.to_address}">${shortAddress(event.from_address)} → ${shortAddress(event.to_address)}</span>` : UNKNOWN}</td>
      <td>${transaction(event) || UNKNOWN}</td><td title="block ${event.block_number}, log ${event.log_index}"><code>${event.place}</code></td></tr>`))}
      <p class="controls"><button @click=${() => this.attempt(() => download(`position-events/${idPath(this.id)}`, {}, 'events.csv'))}>CSV</button>
        <span class="note">${shortened ? 'There were more, which this desk no longer keeps. ' : ''}Fees grow with each swap; an event tells of them when they are collected.</span></p>`;
  }

  ladder() {
    const { payoff, row } = this;
    if (!payoff.exact || row.range_state === 'CLOSED') return '';
    const now = payoff.ladder.find(({ shift }) => shift === 0);
    const against = payoff.hodl.length ? 'il' : 'loss';
    const largest = Math.max(...payoff.ladder.map((point) => Math.abs(point[against])));
    const heads = [['Move'], ['Price', 1], ['Value', 1], [against === 'il' ? 'IL' : 'Against holding', 1], ['Result', 1], ['Hedged', 1], [`Δ ${row.symbol0}`, 1], ['Hedge change', 1]];
    return html`<h2>Spot ladder</h2>${table('Spot ladder', heads, payoff.ladder.map((point) => html`<tr class=${point.shift === 0 ? 'now' : ''} data-shift=${point.shift}>
        <th scope="row">${point.shift === 0 ? 'now' : signedPercent(point.shift, 0)}</th>
        <td class="number">${price(point.price)}</td><td class="number">${units(point.value)}</td>
        <td class="number ${heat(point[against], largest)}">${units(point[against])}</td>
        <td class="number ${tone(point.result)}">${units(point.result)}</td><td class="number">${units(point.hedged)}</td>
        <td class="number" title=${point.delta0}>${shortUnits(point.delta0)}</td><td class="number">${shortUnits(now.delta0 - point.delta0)}</td></tr>`), 'ladder')}
      <p class="note">By the closed form of its curve, not interpolated. Money in ${payoff.value_unit}. ${against === 'il' ? 'IL: value less HODL. Result: with fees earned so far and what withdrawals realised.' : 'Against holding what the position consists of now.'}
        Hedged: value and what the hedge above makes. Hedge change: what a delta-neutral hedge would sell (−) or buy on the way.</p>`;
  }

  /** The tokens that it is, against those that were put in. */
  holdings() {
    const { row } = this;
    const { record } = row;
    const lines = [[row.symbol0, record.delta0, record.hodl0, record.fees_earned0], [row.symbol1, record.delta1, record.hodl1, record.fees_earned1]];
    const less = (one, other) => (one === null || other === null ? null : one - other);
    return html`<h2>Held against HODL</h2>${table('Held against HODL', [['Token'], ['Held', 1], ['HODL', 1], ['Difference', 1], ['Fees earned', 1]], [
      ...lines.map(([symbol, held, hodl, fees]) => html`<tr><th scope="row">${symbol}</th><td class="number">${units(held)}</td><td class="number">${units(hodl)}</td>
        <td class="number">${units(less(held, hodl))}</td><td class="number">${units(fees)}</td></tr>`),
      html`<tr class="now"><th scope="row">Worth, USD</th><td class="number">${money(row.value_usd)}</td><td class="number">${money(row.hodl_value_usd)}</td>
        <td class="number ${tone(less(row.value_usd, row.hodl_value_usd))}">${signedMoney(less(row.value_usd, row.hodl_value_usd))}</td><td class="number">${money(row.fees_value_usd)}</td></tr>`])}
      <p class="note">HODL: the tokens deposited, less the part that was withdrawn.${row.kind === 'LP_TOKEN' ? ' What is held has the fees in it that have not been withdrawn.' : ''}${row.flags.includes('HISTORY_INCOMPLETE') ? ' Deposits from before the pool was followed are not in it.' : ''}</p>`;
  }

  facts() {
    const { row } = this;
    const facts = [
      ['Id', row.id], ['Portfolio', row.portfolio ? html`<a href=${link('portfolio', row.portfolio)}>${row.portfolio}</a>` : '—'], ['Owner', row.owner || '—'],
      ['Range', row.price_lower === null ? 'all prices' : `${price(row.price_lower)} to ${price(row.price_upper)} ${row.symbol1} per ${row.symbol0}`],
      ['Pool price', price(row.price)], ['To the nearest end', percent(row.edge_pct)], ['Principal, raw', `${row.principal0_raw ?? '—'} / ${row.principal1_raw ?? '—'}`],
      ['Owed, raw', `${row.owed0_raw ?? '—'} / ${row.owed1_raw ?? '—'}`], ['Liquidity', row.liquidity_raw], ['As of', `${time(row.event_time)} UTC (${age(row.event_time)} ago), block ${row.block_number}`],
      ['Quality', row.flags.length ? flags(row.flags) : 'nothing against it'],
      ['Input', row.simulated ? 'simulated' : 'observed'],
    ];
    facts.splice(6, 0, ...this.rangeFacts(row.record.range));
    return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  /** What was published of the range itself; nothing of one that holds nothing or has no ends. */
  rangeFacts(range) {
    if (!range) return [];
    const sigmas = (value) => (value === null ? '' : ` (${value.toFixed(1)} σ)`);
    const ahead = span(range.horizon_ms);
    return [
      ['To the lower end', `${percent(range.lower_distance)}${sigmas(range.lower_sigmas)}`],
      ['To the upper end', `${percent(range.upper_distance)}${sigmas(range.upper_sigmas)}`],
      range.return_probability === null ? [`Leaves in ${ahead}`, percent(range.leave_probability, 0)] : [`Back in ${ahead}`, percent(range.return_probability, 0)],
      ['Time in range', range.held_ms ? `${percent(range.in_range_ms / range.held_ms, 1)} of ${span(range.held_ms)}` : '—'],
      ['Range advice', words(range.advice)],
    ];
  }

  fields() {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Every field"><table><tbody>${Object.entries(this.row.record).map(([name, value]) => html`
      <tr><th scope="row">${name}</th><td class="raw">${value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '—')}</td></tr>`)}</tbody></table></div>`;
  }
}

customElements.define('desk-position', DeskPosition);
