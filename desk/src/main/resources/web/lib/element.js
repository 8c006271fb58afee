// What all views have in common: they draw into the page itself, so that one style sheet serves all, and follow the stream.
import { LitElement } from 'lit';
import { stream } from './stream.js';

export class DeskElement extends LitElement {
  #listening = [];
  #timers = [];

  createRenderRoot() {
    return this;
  }

  /** Hears of a channel as long as the view is shown. */
  listen(channel, reaction) {
    const handler = (event) => reaction(event.detail);
    stream.addEventListener(channel, handler);
    this.#listening.push(() => stream.removeEventListener(channel, handler));
  }

  /** Does something now and then as long as the view is shown. */
  every(milliseconds, action) {
    this.#timers.push(setInterval(action, milliseconds));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening.forEach((stop) => stop());
    this.#timers.forEach(clearInterval);
    this.#listening = [];
    this.#timers = [];
  }

  /** What goes wrong stands on the page. */
  async attempt(work) {
    try {
      await work();
      this.problem = '';
    } catch (error) {
      this.problem = error.message;
    }
    this.requestUpdate();
  }
}

/** Rows by key out of what the stream tells of a table. */
export function mergeTable(rows, news, key = 'key') {
  const merged = news.snapshot ? new Map() : new Map(rows);
  news.rows.forEach((row) => merged.set(row[key], row));
  news.removed?.forEach((gone) => merged.delete(gone));
  return merged;
}
