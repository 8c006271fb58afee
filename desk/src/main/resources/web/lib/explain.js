// Where a figure comes from. The words and the records are the server's; this only draws them.
import { html } from 'lit';
import { DeskElement } from './element.js';
import { get, idPath } from './api.js';
import { time, words } from './format.js';
import { change, link } from './route.js';
import { ABSENT } from './waterfall.js';
import { copy } from './clip.js';

const text = (value) => String(value ?? ABSENT.nowhere);

class DeskExplain extends DeskElement {
  static properties = { id: { attribute: false }, figure: { attribute: false }, asOf: { attribute: false }, portfolio: { attribute: false }, problem: { state: true }, said: { state: true } };

  willUpdate(changed) {
    if (changed.has('figure') || changed.has('id') || changed.has('asOf')) this.load();
  }

  load() {
    if (!this.figure) return;
    this.attempt(async () => { this.answer = await get(`position-explanation/${idPath(this.id)}`, { figure: this.figure }); });
  }

  async copyAddress() {
    const address = `${location.origin}/api/v1/position-explanation/${idPath(this.id)}?figure=${this.figure}`;
    this.said = (await copy(address)) ? 'Copied.' : address;
  }

  render() {
    if (!this.figure) return '';
    const { answer } = this;
    return html`<aside class="drawer" aria-label="Where the figure comes from">
      <p class="drawer-head"><strong>Where it comes from</strong><button class="quiet" @click=${() => change({ explain: '' })} aria-label="Close">✕</button></p>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${answer && answer.figure === this.figure ? this.story(answer) : ''}
    </aside>`;
  }

  story(answer) {
    const ofPortfolio = answer.told === 'portfolio';
    return html`<h2>${answer.title}: <span class="exact">${ofPortfolio ? ABSENT.portfolio : text(answer.value)}</span> <small>${answer.value === null ? '' : answer.unit}</small></h2>
      <p class="formula">${answer.formula}</p>
      ${answer.note ? html`<p class="note">${answer.note}</p>` : ''}
      ${ofPortfolio && this.portfolio ? html`<p><a href=${link('portfolio', this.portfolio)}>${this.portfolio}</a></p>` : ''}
      ${answer.inputs.length ? html`<h3>What went into it</h3>` : ''}
      <dl class="inputs">${answer.inputs.map((input) => html`<div><dt>${input.explained && input.name !== answer.figure
    ? html`<button class="plain" @click=${() => change({ explain: input.name })}>${input.name}</button>` : input.name}</dt>
        <dd><span class="exact">${text(input.value)}</span> <span class="note">of ${time(input.time)}</span><details><summary>what it is</summary>${input.meaning}</details></dd></div>`)}</dl>
      <h3>What is known against it</h3>
      ${answer.flags.length ? html`<ul>${answer.flags.map(({ flag, meaning }) => html`<li><span class="flag">${words(flag)}</span> ${meaning ?? ''}</li>`)}</ul>` : html`<p class="note">Nothing.</p>`}
      <h3>Records it rests on</h3>
      <ol class="sources">${answer.sources.map((source) => this.source(source))}</ol>
      <p><button @click=${this.copyAddress}>Copy address of this answer</button> <span class="note" role="status">${this.said}</span></p>`;
  }

  source(source) {
    return html`<li>${words(source.what)}${source.simulated ? html` <span class="flag">simulated</span>` : ''}
      <div class="note">${time(source.event_time)} UTC · block ${source.block_number}, log ${source.log_index === 2147483647 ? 'after all' : source.log_index}</div>
      ${source.place ? html`<code>${source.place}</code>` : ''}
      ${transaction(source)}${source.transaction_hash || source.place ? '' : html`<code title="hash of the block">${source.block_hash ?? ''}</code>`}</li>`;
  }
}

/** A link where a template of the chain is set, else the hash. */
export function transaction(event) {
  if (!event.transaction_hash) return '';
  return event.transaction_url
    ? html`<a href=${event.transaction_url} rel="noreferrer noopener" target="_blank" title=${event.transaction_hash}>${event.transaction_hash.slice(0, 10)}… ↗</a>`
    : html`<code title=${event.transaction_hash}>${event.transaction_hash.slice(0, 10)}…</code>`;
}

customElements.define('desk-explain', DeskExplain);
