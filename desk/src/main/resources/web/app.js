// The frame around all pages: navigation, the state of the connection, theme, sign-in.
import { html } from 'lit';
import { DeskElement, mergeTable } from './lib/element.js';
import { session } from './lib/api.js';
import { stream } from './lib/stream.js';
import { copy } from './lib/clip.js';
import { age } from './lib/format.js';
import { link, parse } from './lib/route.js';
import { saved, views } from './lib/saved.js';
import './lib/chart.js';
import './lib/explain.js';
import './lib/palette.js';
import './views/book.js';
import './views/position.js';
import './views/portfolios.js';
import './views/portfolio.js';
import './views/hedges.js';
import './views/alerts.js';
import './views/pipeline.js';
import { returnToPlace } from './views/sign-in.js';
import './views/replay.js';
import './views/scenario.js';
import './views/views.js';

const PAGES = [
  ['book', 'Book', 'b'],
  ['portfolios', 'Portfolios', 'p'],
  ['scenario', 'Scenario', 's'],
  ['hedges', 'Hedges', 'h'],
  ['alerts', 'Alerts', 'a'],
  ['pipeline', 'Pipeline', 'i'],
  ['replay', 'Replay', 'r'],
  ['views', 'Views', 'v'],
];

// What each page needs of the stream beside what all need.
const CHANNELS = {
  book: (route) => ({ channels: 'status,alerts,kpi,positions', q: route.params.q, sort: route.params.sort, limit: route.params.limit || 100 }),
  position: (route) => ({ channels: 'status,alerts,positions', q: `id:=${route.id}`, limit: 1 }),
  portfolios: () => ({ channels: 'status,alerts,portfolios' }),
  portfolio: () => ({ channels: 'status,alerts,portfolios,hedges' }),
  scenario: () => ({ channels: 'status,alerts,portfolios' }),
  hedges: () => ({ channels: 'status,alerts,hedges' }),
  alerts: () => ({ channels: 'status,alerts,deliveries' }),
};

const EVERYWHERE = { channels: 'status,alerts' };

class DeskApp extends DeskElement {
  static properties = {
    route: { state: true },
    status: { state: true },
    connected: { state: true },
    alerts: { state: true },
    signedOut: { state: true },
    help: { state: true },
  };

  constructor() {
    super();
    this.alerts = new Map();
    this.connected = false;
    this.status = null;
    this.pendingKey = '';
    this.theme(localStorage.getItem('ballast.theme') || '');
  }

  connectedCallback() {
    super.connectedCallback();
    this.onHash = () => this.go();
    addEventListener('hashchange', this.onHash);
    this.keys((event) => this.key(event));
    this.onPalette = (event) => this.paletteKey(event);
    addEventListener('keydown', this.onPalette);
    this.onSaved = () => this.requestUpdate();
    saved.addEventListener('change', this.onSaved);
    session.addEventListener('signed-out', () => {
      this.signedOut = true;
      stream.close();
    });
    this.listen('status', (status) => {
      this.status = status;
      this.heard = new Date();
    });
    this.listen('connection', ({ connected }) => { this.connected = connected; });
    this.listen('alerts', (news) => { this.alerts = mergeTable(this.alerts, news); });
    this.every(1000, () => this.requestUpdate());
    returnToPlace();
    this.go();
  }

  signedIn() {
    this.signedOut = false;
    this.go();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onHash);
    removeEventListener('keydown', this.onPalette);
    saved.removeEventListener('change', this.onSaved);
  }

  go() {
    this.route = parse(location.hash);
    if (this.route.view !== 'views') this.lastHash = location.hash || '#/book';
    const channels = CHANNELS[this.route.view];
    stream.open(channels ? channels(this.route) : EVERYWHERE);
    document.title = `${this.title()} · Ballast desk`;
    this.updateComplete.then(() => this.showPlace());
  }

  /** On a phone the pages' names are more than fit in a line. */
  showPlace() {
    const nav = this.querySelector('nav');
    const here = nav?.querySelector('[aria-current=page]');
    if (here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }

  title() {
    const page = PAGES.find(([view]) => view === this.route.view);
    return page ? page[1] : this.route.id;
  }

  key(event) {
    if (this.pendingKey === 'g') {
      const page = PAGES.find(([, , letter]) => letter === event.key);
      if (page) location.hash = link(page[0]);
      this.pendingKey = '';
    } else if (event.key === 'g') {
      this.pendingKey = 'g';
    } else if (event.key === '/') {
      event.preventDefault();
      document.querySelector('input[type=search]')?.focus();
    } else if (event.key === '?') {
      this.help = !this.help;
    } else if (event.key === 'Escape') {
      this.help = false;
    }
  }

  /** Also while something is typed. */
  paletteKey(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !this.signedOut) {
      event.preventDefault();
      const palette = this.querySelector('desk-palette');
      if (!palette.querySelector('dialog').open) palette.open();
    }
  }

  commands() {
    return [
      ...views().map(({ name, hash }) => ({ title: `View: ${name}`, run: () => { location.hash = hash; } })),
      ...PAGES.map(([view, title, letter]) => ({ title: `Go to ${title}`, keys: `g ${letter}`, run: () => { location.hash = link(view); } })),
      { title: 'Save this view', keys: 'g v', run: () => { location.hash = link('views'); } },
      { title: 'Copy link to this view', run: () => copy(location.href) },
      { title: 'Switch between light and dark', run: () => this.switchTheme() },
      { title: 'Show the keys', keys: '?', run: () => { this.help = true; } },
    ];
  }

  theme(name) {
    const dark = name ? name === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.dispatchEvent(new Event('theme'));
  }

  switchTheme() {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('ballast.theme', next);
    this.theme(next);
    this.requestUpdate();
  }

  render() {
    if (this.signedOut) return html`<desk-sign-in @signed-in=${this.signedIn}></desk-sign-in>`;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>To the figures</a>
      <header>
        <span class="brand"><img src="/icon.svg" alt="" width="22" height="22">Ballast</span>
        <nav aria-label="Pages">${PAGES.map(([view, title]) => html`
          <a href=${link(view)} aria-current=${this.isCurrent(view) ? 'page' : 'false'}>${title}${view === 'alerts' ? this.badge() : ''}</a>`)}
        </nav>
        ${this.chip()}
        <button class="quiet" @click=${() => this.querySelector('desk-palette').open()} aria-label="Commands">⌘</button>
        <button class="quiet" @click=${this.switchTheme} aria-label="Switch between light and dark">◐</button>
        <button class="quiet wide-only" @click=${() => { this.help = !this.help; }} aria-label="Keys" aria-expanded=${this.help ? 'true' : 'false'}>?</button>
      </header>
      ${this.help ? this.keyList() : ''}
      ${this.trouble()}
      <main id="main" tabindex="-1">${this.page()}</main>
      <desk-palette .commands=${this.commands()}></desk-palette>
      <div class="visually-hidden" aria-live="polite">${this.spoken()}</div>`;
  }

  skip(event) {
    event.preventDefault();
    document.querySelector('#main').focus();
  }

  isCurrent(view) {
    const up = { position: 'book', portfolio: 'portfolios' };
    return view === (up[this.route.view] || this.route.view);
  }

  firing() {
    return [...this.alerts.values()].filter((alert) => alert.state === 'FIRING');
  }

  badge() {
    const count = this.firing().length;
    return count ? html` <span class="badge" aria-label="${count} firing">${count}</span>` : '';
  }

  /** Alerts are told to those who listen; ticks are not. */
  spoken() {
    const count = this.firing().length;
    return count ? `${count} alerts are firing` : '';
  }

  chip() {
    const [kind, text] = this.health();
    return html`<span class="chip ${kind}" title="How the desk is connected, and how soon after their event time figures are here">${text}</span>`;
  }

  health() {
    if (!this.connected) return ['bad', 'no connection'];
    if (!this.status) return ['wait', 'connecting'];
    if (!this.status.broker_answers) return ['bad', `broker silent ${age(this.status.broker_seen)}`];
    if (!this.status.caught_up) return ['wait', 'reading topics'];
    const delay = this.status.delay_p50_ms;
    if (delay === null) return ['good', 'live'];
    return delay < 10000 ? ['good', `live · ${delay} ms`] : ['wait', `late · ${age(new Date(Date.now() - delay))}`];
  }

  trouble() {
    if (!this.status) return '';
    if (this.connected && this.status.broker_answers && !this.status.problem) return '';
    const why = this.connected ? this.status.problem : 'The desk does not answer.';
    return html`<p class="trouble" role="status">Figures are as of ${age(this.connected ? this.status.broker_seen : this.heard)} ago. ${why} They go on by themselves.</p>`;
  }

  page() {
    const { view, id, params } = this.route;
    switch (view) {
      case 'position': return html`<desk-position .id=${id} .params=${params}></desk-position>`;
      case 'portfolios': return html`<desk-portfolios .params=${params}></desk-portfolios>`;
      case 'portfolio': return html`<desk-portfolio .id=${id}></desk-portfolio>`;
      case 'scenario': return html`<desk-scenario .id=${id} .params=${params}></desk-scenario>`;
      case 'replay': return html`<desk-replay></desk-replay>`;
      case 'views': return html`<desk-views .last=${this.lastHash}></desk-views>`;
      case 'hedges': return html`<desk-hedges></desk-hedges>`;
      case 'alerts': return html`<desk-alerts .rows=${this.alerts} .params=${params}></desk-alerts>`;
      case 'pipeline': return html`<desk-pipeline></desk-pipeline>`;
      default: return html`<desk-book .params=${params}></desk-book>`;
    }
  }

  keyList() {
    const keys = [['/', 'search'], ['Ctrl K, ⌘ K', 'all commands and saved views'], [PAGES.map(([, , letter]) => `g ${letter}`).join(', '), 'go to a page'], ['Esc', 'close'], ['space', 'freeze the book; play, pause'], ['j k', 'next, previous alert'], ['a s', 'acknowledge, snooze'], ['?', 'this list']];
    return html`<dl class="keys">${keys.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}</dl>`;
  }
}

customElements.define('desk-app', DeskApp);
