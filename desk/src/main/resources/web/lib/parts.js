// What several pages draw alike.
import { html, nothing } from 'lit';
import { words } from './format.js';

/** Cards in a row: [title, value, note, class of the value]. */
export function strip(cards) {
  return html`<dl class="strip">${cards.map(([title, value, note, kind]) => html`
    <div class="card"><dt>${title}</dt><dd class="figure ${kind || ''}">${value}</dd><dd class="note">${note}</dd></div>`)}</dl>`;
}

/** A table that scrolls by itself. Heads are [title, whether it is above numbers]. */
export function table(label, heads, rows, kind = nothing) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table class=${kind}>
    <thead><tr>${heads.map(([title, number]) => html`<th scope="col" class=${number ? 'number' : ''}>${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

export function flags(names) {
  return names.map((name) => html`<span class="flag">${words(name)}</span> `);
}
