// A result in its parts: each bar begins where the one above it ends. What no topic tells says so in words and has no bar.
import { html, svg } from 'lit';
import { table } from './parts.js';
import { signedMoney, tone } from './format.js';

const WIDTH = 220;
const HEIGHT = 14;

/** Of what has no figure: why not. */
export const ABSENT = { nowhere: 'not known', portfolio: 'of the portfolio' };

/** Places of the bars, from 0 to 1: [from, to], null where nothing is known. */
export function bars(steps, net) {
  let running = 0;
  const spans = steps.map(({ value }) => {
    if (value === null) return null;
    const from = running;
    running += value;
    return [from, running];
  });
  spans.push(net === null ? null : [0, net]);
  const ends = [0, ...spans.filter(Boolean).flat()];
  const least = Math.min(...ends);
  const width = Math.max(...ends) - least || 1;
  return { zero: (0 - least) / width, spans: spans.map((span) => span && span.map((end) => (end - least) / width)) };
}

function bar(span, zero, value, title) {
  if (!span) return '';
  const kind = tone(value);
  const [from, to] = [...span].sort((one, other) => one - other);
  const label = `${title} ${signedMoney(value)}`;
  return html`<svg class="fall" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>${svg`
    <line class="fall-zero" x1=${zero * WIDTH} x2=${zero * WIDTH} y1="0" y2=${HEIGHT}></line>
    ${kind ? svg`<rect class="fall-${kind}" x=${from * WIDTH} y="2" width=${Math.max(1, (to - from) * WIDTH)} height=${HEIGHT - 4}></rect>` : ''}`}</svg>`;
}

function figure(line, explain) {
  const text = ABSENT[line.told] ?? signedMoney(line.value);
  return line.figure ? html`<button class="figure-button" title="Where it comes from" @click=${() => explain(line.figure)}>${text}</button>` : text;
}

/** What an attribution of the API says. explain: what a click on a part that can be explained does. */
export function waterfall(attribution, explain = null) {
  const { steps, net } = attribution;
  const { zero, spans } = bars(steps, net);
  const lines = [...steps, { id: 'net', title: 'Net', value: net, note: attribution.net_note }];
  return html`${table(`Attribution, ${attribution.numeraire}`, [['Part'], [attribution.numeraire, 1], ['From the one above to the next'], ['What it is']],
    lines.map((line, index) => html`<tr data-step=${line.id} class=${line.id === 'net' ? 'now' : ''}><th scope="row">${line.title}</th>
      <td class="number ${tone(line.value)}">${figure(line, explain)}</td>
      <td class="fall-cell">${bar(spans[index], zero, line.value, line.title)}</td><td class="note wrap">${line.note}</td></tr>`))}
    ${attribution.complete ? '' : html`<p class="note">For a part of the time something had no price: the days marked * are not whole.</p>`}`;
}
