// A position's range and where the price is, drawn by ticks: one range width is left free on either side.
import { html, svg } from 'lit';
import { percent } from './format.js';

const WIDTH = 90;
const HEIGHT = 14;

export function rangeBar(row) {
  if (row.tick_lower === null || row.tick === null) return html`<span class="muted">full</span>`;
  const span = row.tick_upper - row.tick_lower;
  if (span > 400000) return html`<span class="muted">full</span>`;
  const place = (tick) => Math.max(2, Math.min(WIDTH - 2, ((tick - row.tick_lower + span) / (3 * span)) * WIDTH));
  const from = place(row.tick_lower);
  const to = place(row.tick_upper);
  const now = place(row.tick);
  const label = row.edge_pct >= 0 ? `in range, ${percent(row.edge_pct, 1)} to the nearest end` : `outside, ${percent(-row.edge_pct, 1)} away`;
  return html`<svg class="range" width=${WIDTH} height=${HEIGHT} role="img" aria-label=${label}>
    ${svg`<rect class="range-whole" x="0" y="5" width=${WIDTH} height="4" rx="2"></rect>
    <rect class="range-part" x=${from} y="3" width=${to - from} height="8" rx="2"></rect>
    <line class="range-price" x1=${now} x2=${now} y1="0" y2=${HEIGHT}></line>`}</svg>`;
}
