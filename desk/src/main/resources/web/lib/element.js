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

  /** Hears keys as long as the view is shown; not those that are typed into something or are the browser's. */
  keys(reaction) {
    const handler = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      reaction(event);
    };
    addEventListener('keydown', handler);
    this.#listening.push(() => removeEventListener('keydown', handler));
  }

  /** Hears the space bar while it is wanted, except where it presses what has the focus. */
  onSpace(action, isWanted = () => true) {
    this.keys((event) => {
      if (event.key === ' ' && isWanted() && !/^(BUTTON|A|SUMMARY)$/.test(event.target.tagName)) {
        event.preventDefault();
        action();
      }
    });
  }

  /** Has the rows of a table as the stream tells them. */
  follow(channel) {
    this.rows = new Map();
    this.listen(channel, (news) => {
      this.rows = mergeTable(this.rows, news);
      this.known = true;
      this.requestUpdate();
    });
  }

  /** Loads again, once a second at most, when the stream tells of a row that is shown. */
  reloadOn(channel, isShown) {
    let due = false;
    this.listen(channel, (news) => { due ||= news.rows.some(isShown); });
    this.every(1000, () => {
      if (due) this.load();
      due = false;
    });
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
export function mergeTable(rows, news) {
  const merged = news.snapshot ? new Map() : new Map(rows);
  news.rows.forEach((row) => merged.set(row.key, row));
  news.removed.forEach((gone) => merged.delete(gone));
  return merged;
}
