// Play, pause, speed and seek, where the desk runs in one process with who writes the input.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { get, post } from '../lib/api.js';
import { strip } from '../lib/parts.js';
import { span, time } from '../lib/format.js';

const SPEEDS = [0.25, 1, 5, 20, 100];
const LEAPS = [['−10 min', -600e3], ['−1 min', -60e3], ['+1 min', 60e3], ['+10 min', 600e3], ['+1 h', 3600e3]];

class DeskReplay extends DeskElement {
  static properties = { problem: { state: true }, state: { state: true }, silent: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
    this.every(1000, () => this.load());
    this.onSpace(() => this.tell({ playing: !this.state.playing }), () => this.state?.present);
  }

  load() {
    // What a command has said stays on the page until the next one; that nobody answers, until somebody does.
    get('replay').then((state) => { this.state = state; this.silent = ''; }).catch((failed) => { this.silent = failed.message; });
  }

  tell(command) {
    this.attempt(async () => { this.state = await post('replay', command); });
  }

  /** As far as it can go back. */
  leap(ms) {
    const to = Date.parse(this.state.event_time) + ms;
    this.tell({ seek: new Date(this.state.earliest ? Math.max(to, Date.parse(this.state.earliest)) : to).toISOString() });
  }

  seek(event) {
    event.preventDefault();
    this.tell({ seek: `${new FormData(event.target).get('time')}Z` });
  }

  render() {
    const { state } = this;
    if (!state) return html`<h1>Replay</h1><p class="empty">${this.problem || this.silent || 'Reading …'}</p>`;
    if (!state.present) return html`<h1>Replay</h1><p class="empty">${state.why}</p>`;
    return html`<h1>Replay</h1>
      ${strip([
    ['Source', state.source, 'written by this process'],
    ['State', state.seeking ? 'seeking' : state.playing ? 'playing' : 'paused', state.seeking ? `to ${time(state.seeking)}` : `${state.speed} × real time`],
    ['Event time', time(state.event_time).slice(11), `${time(state.event_time).slice(0, 10)} UTC`],
    ['Against the clock', state.event_time ? this.ahead(state.event_time) : '—', 'the input that is due next'],
  ])}
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${this.silent ? html`<p class="note" role="status">${state.seeking ? 'Going back: it begins anew.' : this.silent}</p>` : ''}
      <p class="controls"><button class="primary" @click=${() => this.tell({ playing: !state.playing })}>${state.playing ? '❚❚ Pause' : '▶ Play'}</button>
        <span role="group" aria-label="Speed" class="controls">${SPEEDS.map((speed) => html`<button aria-pressed=${speed === state.speed ? 'true' : 'false'} @click=${() => this.tell({ speed })}>${speed}×</button>`)}</span></p>
      <form class="controls" @submit=${this.seek}><span>Seek</span>
        ${LEAPS.filter(([, ms]) => ms > 0 || state.earliest).map(([title, ms]) => html`<button type="button" ?disabled=${!state.event_time} @click=${() => this.leap(ms)}>${title}</button>`)}
        <input type="datetime-local" name="time" step="1" required aria-label="Event time, UTC" value=${(state.event_time || '').slice(0, 19)}><span>UTC</span><button>Go</button></form>
      <p class="note">What is in the topics stays there. ${state.earliest
    ? `Going back, to ${time(state.earliest)} at the earliest, begins anew with other topics and plays up to there: for half a minute nobody answers, what was acknowledged is forgotten, and receivers hear of alerts again.`
    : 'So it goes forward only; to see the past again, start anew.'}
        Space plays and pauses. While event time runs ahead of the clock, ages read 0 s.</p>`;
  }

  ahead(eventTime) {
    const ms = Date.parse(eventTime) - Date.now();
    return Math.abs(ms) < 5000 ? 'with it' : `${span(Math.abs(ms))} ${ms > 0 ? 'ahead' : 'behind'}`;
  }
}

customElements.define('desk-replay', DeskReplay);
