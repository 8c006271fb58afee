// What several pages draw alike.
import { html, nothing } from 'lit';
import { words } from './format.js';

/** Cards in a row: [title, value, note, class of the value, what a click on the value does]. */
export function strip(cards) {
  return html`<dl class="strip">${cards.map(([title, value, note, kind, ask]) => html`
    <div class="card"><dt>${title}</dt><dd class="figure ${kind || ''}">${ask ? html`<button class="figure-button" title="Where it comes from" @click=${ask}>${value}</button>` : value}</dd><dd class="note">${note}</dd></div>`)}</dl>`;
}

/** A table that scrolls by itself. Heads are [title, whether it is above numbers]. */
export function table(label, heads, rows, kind = nothing) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table class=${kind}>
    <thead><tr>${heads.map(([title, number]) => html`<th scope="col" class=${number ? 'number' : ''}>${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

export function flags(names) {
  return names.map((name) => html`<span class="flag">${words(name)}</span> `);
}
