// The book: every position, sorted, filtered and grouped by the server, live.
import { html, nothing } from 'lit';
import { DeskElement } from '../lib/element.js';
import { download, get } from '../lib/api.js';
import { flags, strip, table } from '../lib/parts.js';
import { change, link } from '../lib/route.js';
import { age, money, percent, shortAddress, shortId, shortMoney, shortUnits, signedMoney, state, tone, toneOfFraction, units } from '../lib/format.js';
import { rangeBar } from '../lib/rangebar.js';

const COLUMNS = [
  { id: 'position', title: 'Position', cell: (row) => html`<a href=${link('position', row.id)} title=${row.id}>${shortId(row)}</a>` },
  { id: 'pool', title: 'Pool', sort: 'pool', cell: (row) => row.pool },
  { id: 'portfolio', title: 'Portfolio', sort: 'portfolio', cell: (row) => (row.portfolio ? html`<a href=${link('portfolio', row.portfolio)}>${row.portfolio}</a>` : '—') },
  { id: 'range', title: 'Range', cell: (row) => rangeBar(row) },
  { id: 'state', title: 'State', sort: 'state', cell: (row) => stateCell(row) },
  { id: 'edge_pct', title: 'To edge', sort: 'edge_pct', number: (row) => percent(row.edge_pct, 1) },
  { id: 'value_usd', title: 'Value', sort: 'value_usd', number: (row) => money(row.value_usd), flash: true },
  { id: 'hodl_value_usd', title: 'HODL', sort: 'hodl_value_usd', number: (row) => money(row.hodl_value_usd), flash: true },
  { id: 'il_usd', title: 'IL', sort: 'il_usd', number: (row) => signedMoney(row.il_usd), toned: true, flash: true },
  { id: 'il_pct', title: 'IL %', sort: 'il_pct', number: (row) => percent(row.il_pct), toned: true },
  { id: 'fees_value_usd', title: 'Fees', sort: 'fees_value_usd', number: (row) => money(row.fees_value_usd), flash: true },
  { id: 'result_usd', title: 'Result', sort: 'result_usd', number: (row) => signedMoney(row.result_usd), toned: true, flash: true },
  { id: 'lvr_usd', title: 'LVR', sort: 'lvr_usd', number: (row) => money(row.lvr_usd) },
  { id: 'delta0', title: 'Δ token0', sort: 'delta0', number: (row) => `${units(row.delta0)} ${row.symbol0}` },
  { id: 'delta1', title: 'Δ token1', sort: 'delta1', number: (row) => `${units(row.delta1)} ${row.symbol1}` },
  { id: 'event_time', title: 'Age', sort: 'event_time_ms', number: (row) => age(row.event_time) },
  { id: 'flags', title: 'Flags', cell: (row) => flags(row.flags) },
  { id: 'owner', title: 'Owner', sort: 'owner', cell: (row) => html`<span title=${row.owner ?? ''}>${shortAddress(row.owner)}</span>`, extra: true },
  { id: 'realised_il_usd', title: 'Realised IL', sort: 'realised_il_usd', number: (row) => signedMoney(row.realised_il_usd), toned: true, extra: true },
  { id: 'markout_usd', title: 'Markout', sort: 'markout_usd', number: (row) => money(row.markout_usd), extra: true },
  { id: 'gamma', title: 'Γ', sort: 'gamma', number: (row) => units(row.gamma), extra: true },
  { id: 'price', title: 'Price', sort: 'price', number: (row) => units(row.price), extra: true },
  { id: 'block_number', title: 'Block', sort: 'block_number', number: (row) => String(row.block_number), extra: true },
];

const USUAL = COLUMNS.filter((column) => !column.extra).map(({ id }) => id);

const TITLES = {
  value_usd: 'worth of the principal, USD', hodl_value_usd: 'worth now of what was put in, USD', il_usd: 'impermanent loss: value less HODL, USD',
  fees_value_usd: 'earned since entry, collected or not, USD', result_usd: 'IL + realised IL + fees: against holding, gas not counted, USD',
  lvr_usd: 'loss versus rebalancing, USD; positive is a loss; never add it to IL', edge_pct: 'how far the price may move until the range ends; negative: it is outside',
};

const GROUPS = ['pool', 'portfolio', 'desk', 'owner', 'state', 'kind', 'venue', 'chain'];

const amountOf = ([asset, amount]) => `${shortUnits(amount)} ${asset}`;

const stateCell = (row) => {
  const { text, icon } = state(row.range_state);
  return html`<span class="state ${row.range_state.toLowerCase()}"><span aria-hidden="true">${icon}</span> ${text}</span>`;
};

class DeskBook extends DeskElement {
  static properties = { params: { attribute: false }, frozen: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.rows = new Map();
    this.before = new Map();
    this.order = [];
    this.total = null;
    this.kpi = null;
    this.groups = null;
    this.missed = 0;
    this.frozen = false;
    this.pages = [];
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen('positions', (news) => this.positions(news));
    this.listen('kpi', (kpi) => { if (!this.frozen) { this.kpi = kpi; this.requestUpdate(); } });
    this.every(2000, () => this.poll());
    this.onSpace(() => this.freeze());
  }

  willUpdate(changed) {
    if (changed.has('params')) {
      const question = JSON.stringify([this.params.q, this.params.sort, this.params.limit]);
      if (question !== this.question) {
        this.question = question;
        this.pages = [];
        this.order = [];
      }
      this.poll();
    }
  }

  freeze() {
    this.frozen = !this.frozen;
    if (!this.frozen) {
      const waiting = this.waiting || [];
      this.waiting = [];
      this.missed = 0;
      waiting.forEach((news) => this.apply(news));
    }
  }

  positions(news) {
    if (this.pages.length) return;
    if (this.frozen) {
      this.missed += news.rows.filter((row) => JSON.stringify(row) !== JSON.stringify(this.rows.get(row.id))).length;
      this.waiting = news.snapshot ? [news] : [...(this.waiting || []), news];
      if (this.waiting.length > 400) this.waiting = [this.merge(this.waiting)];
      this.requestUpdate();
    } else {
      this.apply(news);
    }
  }

  /** A long freeze keeps the newest of each row only. */
  merge(list) {
    const rows = new Map();
    let order = null;
    let total = this.total;
    list.forEach((news) => {
      news.rows.forEach((row) => rows.set(row.id, row));
      order = news.order || order;
      total = news.total;
    });
    return { snapshot: false, rows: [...rows.values()], order, total };
  }

  apply(news) {
    this.turn += 1;
    news.rows.forEach((row) => {
      if (!news.snapshot && this.rows.has(row.id)) this.before.set(row.id, { row: this.rows.get(row.id), turn: this.turn });
      this.rows.set(row.id, row);
    });
    if (news.order) {
      this.order = news.order;
      const shown = new Set(news.order);
      [...this.rows.keys()].filter((id) => !shown.has(id)).forEach((id) => this.rows.delete(id));
    }
    this.total = news.total;
    this.requestUpdate();
  }

  /** Groups and later pages are asked for; the first page comes by itself. */
  async poll() {
    const { q, sort, group, limit } = this.params;
    if (this.frozen) return;
    if (group) {
      await this.attempt(async () => { this.groups = (await get('position-groups', { by: group, q })).groups; });
    } else {
      this.groups = null;
      if (this.pages.length) {
        await this.attempt(async () => this.show(await get('positions', { q, sort, limit: limit || 100, cursor: this.pages.at(-1) })));
      } else if (!this.order.length) {
        // The stream says the same; but only an answer says what is wrong with a question.
        await this.attempt(async () => this.show(await get('positions', { q, sort, limit: limit || 100 })));
      }
    }
  }

  show(page) {
    this.next = page.next;
    this.apply({ snapshot: true, rows: page.rows, order: page.rows.map((row) => row.id), total: page.total });
  }

  async nextPage() {
    if (!this.pages.length) {
      const { q, sort, limit } = this.params;
      await this.attempt(async () => { this.next = (await get('positions', { q, sort, limit: limit || 100 })).next; });
    }
    if (this.next) {
      this.pages.push(this.next);
      this.poll();
    }
  }

  previousPage() {
    this.pages.pop();
    if (!this.pages.length) this.order = [];
    this.poll();
  }

  render() {
    return html`
      <h1 class="visually-hidden">Book</h1>
      ${this.strip()}
      ${this.controls()}
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${this.params.group ? this.groupTable() : this.table()}`;
  }

  strip() {
    const kpi = this.kpi || {};
    const il = kpi.hodl_value_usd ? kpi.il_usd / kpi.hodl_value_usd : null;
    const deltas = Object.entries(kpi.deltas || {}).map(amountOf);
    const cards = [
      ['Value', shortMoney(kpi.value_usd), `${kpi.positions ?? '—'} open`],
      ['In range', kpi.positions ? `${kpi.in_range} of ${kpi.positions}` : '—', kpi.positions ? percent(kpi.in_range / kpi.positions, 0) : ''],
      ['Impermanent loss', shortMoney(kpi.il_usd), percent(il), tone(kpi.il_usd)],
      ['Fees earned', shortMoney(kpi.fees_value_usd), 'since entry'],
      ['Result', shortMoney(kpi.result_usd), 'against holding', tone(kpi.result_usd)],
      ['LVR', shortMoney(kpi.lvr_usd), 'a loss; never add it to IL'],
      ['Net delta', deltas[0] || '—', deltas.slice(1).join(' · ')],
    ];
    return strip(cards);
  }

  controls() {
    const { q = '', group = '', limit = '100' } = this.params;
    return html`<form class="controls" @submit=${this.search} role="search">
      <input type="search" name="q" .value=${q} aria-label="Query" placeholder="pool:weth/usdc il_usd<-100 state:below …" autocomplete="off" spellcheck="false">
      <button>Find</button>
      <label>Group <select name="group" @change=${(event) => change({ group: event.target.value })}>
        <option value="">no</option>${GROUPS.map((name) => html`<option value=${name} ?selected=${name === group}>${name}</option>`)}</select></label>
      <label>Rows <select name="limit" @change=${(event) => change({ limit: event.target.value })}>
        ${['50', '100', '200'].map((count) => html`<option ?selected=${count === limit}>${count}</option>`)}</select></label>
      <button type="button" class="freeze" aria-pressed=${this.frozen ? 'true' : 'false'} @click=${this.freeze}>
        ${this.frozen ? `Frozen · ${this.missed} updates wait` : 'Freeze'}</button>
      <button type="button" @click=${this.export}>CSV</button>
      ${group ? '' : this.chooser()}
      <span class="total">${this.total === null ? '' : `${this.total} positions`}${this.pages.length ? ` · page ${this.pages.length + 1}` : ''}</span>
    </form>`;
  }

  /** Which columns, in the order of the table; the position itself is always one. */
  columns() {
    const asked = new Set(this.params.cols ? this.params.cols.split(',') : USUAL);
    return COLUMNS.filter(({ id }) => id === 'position' || asked.has(id));
  }

  chooser() {
    const shown = new Set(this.columns().map(({ id }) => id));
    return html`<details class="chooser"><summary>Columns</summary><fieldset><legend class="visually-hidden">Columns</legend>
      ${COLUMNS.slice(1).map(({ id, title }) => html`<label><input type="checkbox" .checked=${shown.has(id)} @change=${(event) => this.choose(id, event.target.checked)}> ${title}</label>`)}
      <button type="button" @click=${() => change({ cols: '' })}>As usual</button></fieldset></details>`;
  }

  choose(id, wanted) {
    const ids = this.columns().map((column) => column.id).filter((other) => other !== id);
    const cols = wanted ? [...ids, id] : ids;
    change({ cols: COLUMNS.map((column) => column.id).filter((one) => cols.includes(one)).join(',') });
  }

  search(event) {
    event.preventDefault();
    change({ q: new FormData(event.target).get('q').trim() });
  }

  export() {
    const { q, sort } = this.params;
    this.attempt(() => download('positions', { q, sort }, 'positions.csv'));
  }

  table() {
    const columns = this.columns();
    const shown = this.order.map((id) => this.rows.get(id)).filter(Boolean);
    return html`<div class="scroll book" tabindex="0" role="region" aria-label="Positions"><table>
      <thead><tr>${columns.map((column) => this.head(column))}</tr></thead>
      <tbody>${shown.map((row) => html`<tr>${columns.map((column) => this.cell(column, row))}</tr>`)}</tbody>
    </table></div>
    ${shown.length ? '' : html`<p class="empty">${this.total === 0 ? 'No position passes.' : 'Waiting for figures …'}</p>`}
    <p class="pager"><button @click=${this.previousPage} ?disabled=${!this.pages.length}>Previous</button>
      <button @click=${this.nextPage} ?disabled=${this.total === null || shown.length + this.pages.length * (this.params.limit || 100) >= this.total}>Next</button></p>`;
  }

  head(column) {
    if (!column.sort) return html`<th scope="col" data-column=${column.id} class=${column.number ? 'number' : ''}>${column.title}</th>`;
    const sort = this.params.sort ?? '-value_usd';
    const direction = sort === column.sort ? 'ascending' : sort === `-${column.sort}` ? 'descending' : 'none';
    const next = direction === 'descending' ? column.sort : direction === 'ascending' || !column.number ? (direction === 'none' ? column.sort : `-${column.sort}`) : `-${column.sort}`;
    return html`<th scope="col" data-column=${column.id} class=${column.number ? 'number' : ''} aria-sort=${direction} title=${TITLES[column.id] || nothing}>
      <button class="sort" @click=${() => change({ sort: next })}>${column.title}<span aria-hidden="true">${{ ascending: ' ↑', descending: ' ↓', none: '' }[direction]}</span></button></th>`;
  }

  cell(column, row) {
    if (!column.number) return html`<td data-column=${column.id}>${column.cell(row)}</td>`;
    const kind = column.toned ? (column.id === 'il_pct' ? toneOfFraction : tone)(row[column.id]) : '';
    return html`<td data-column=${column.id} class="number ${kind} ${column.flash ? this.flash(row, column.id) : ''}" title=${row[column.id] ?? 'not known'}>${column.number(row)}</td>`;
  }

  /** Two names for one animation: the same name again would not start it again. */
  flash(row, figure) {
    const before = this.before.get(row.id);
    if (!before || before.row[figure] === row[figure]) return '';
    return `${row[figure] > before.row[figure] ? 'rose' : 'fell'}-${before.turn % 2}`;
  }

  groupTable() {
    const { group } = this.params;
    const columns = [['positions', 'Positions', String], ['in_range', 'In range', String], ['value_usd', 'Value', money], ['hodl_value_usd', 'HODL', money],
      ['il_usd', 'IL', signedMoney], ['fees_value_usd', 'Fees', money], ['result_usd', 'Result', signedMoney], ['lvr_usd', 'LVR', money]];
    const narrow = (key) => {
      const plain = { pool: 'pool', portfolio: 'portfolio', desk: 'portfolio', owner: 'owner', state: 'state', kind: 'kind' }[group];
      const text = plain ? `${plain}:${group === 'desk' ? '' : '='}${key}` : `pool:${group === 'chain' ? `:${key}:` : `${key}:`}`;
      return link('book', '', { ...this.params, group: '', q: [this.params.q, text].filter(Boolean).join(' ') });
    };
    const groups = this.groups || [];
    const lines = groups.map((row) => html`<tr>
      <th scope="row">${row.key ? html`<a href=${narrow(row.key)}>${row.title}</a>` : 'none'}</th>
      ${columns.map(([id, , format]) => html`<td class="number ${/il|result/.test(id) ? tone(row[id]) : ''}" title=${row.unknown[id] ? `not known of ${row.unknown[id]}` : row[id] ?? ''}>${row[id] === null ? '—' : format(row[id])}${row.unknown[id] ? ' *' : ''}</td>`)}
      <td>${Object.entries(row.deltas).map(amountOf).join(' · ')}</td></tr>`);
    return html`${table('Groups', [[group], ...columns.map(([, title]) => [title, 1]), ['Delta']], lines)}
      ${groups.some((row) => Object.values(row.unknown).some(Boolean)) ? html`<p class="note">* some positions of the group have no such figure: the sum is of the others.</p>` : ''}`;
  }
}

customElements.define('desk-book', DeskBook);
