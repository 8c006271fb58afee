// Charts: a canvas for the eye, a sentence and a table for everybody else.
import { html } from 'lit';
import uPlot from 'uplot';
import { DeskElement } from './element.js';
import { shortUnits, time, UNKNOWN } from './format.js';
import { table } from './parts.js';

const LABEL_WIDTH = 60;
const LABEL_LINES = 6;

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * series: [{label, values, colour, dash}], x: numbers, marks: [{x, label}], band: [from, to].
 * Colours are names of CSS variables, read anew when the theme changes.
 */
class DeskChart extends DeskElement {
  static properties = {
    x: { attribute: false },
    series: { attribute: false },
    marks: { attribute: false },
    band: { attribute: false },
    label: {},
    xLabel: {},
    isTime: { type: Boolean },
    format: { attribute: false },
    xFormat: { attribute: false },
    height: { type: Number },
  };

  constructor() {
    super();
    this.x = [];
    this.series = [];
    this.marks = [];
    this.band = null;
    this.xLabel = 'Price';
    this.height = 260;
    this.format = (value) => String(value);
    this.xFormat = this.format;
    this.redraw = () => this.draw();
  }

  connectedCallback() {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => this.fit());
    document.addEventListener('theme', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resize.disconnect();
    document.removeEventListener('theme', this.redraw);
    this.plot?.destroy();
    this.plot = null;
  }

  render() {
    return html`<figure class="chart">
      <div class="canvas" role="img" aria-label=${this.summary()}></div>
      <details><summary>Show as table</summary>${this.asTable()}</details>
    </figure>`;
  }

  summary() {
    if (!this.x.length) return `${this.label}: no data yet`;
    const parts = this.series.map(({ label, values }) => {
      const known = values.filter((value) => value !== null);
      return known.length
        ? `${label} from ${this.format(Math.min(...known))} to ${this.format(Math.max(...known))}, at last ${this.format(known[known.length - 1])}`
        : `${label} not known`;
    });
    return `${this.label}: ${parts.join('; ')}`;
  }

  asTable() {
    const step = Math.max(1, Math.ceil(this.x.length / 40));
    const shown = this.x.map((_, index) => index).filter((index) => index % step === 0);
    const heads = [[this.isTime ? 'Time (UTC)' : this.xLabel], ...this.series.map(({ label }) => [label, 1])];
    return table(`${this.label} as table`, heads, shown.map((index) => html`<tr><td>${this.xText(this.x[index])}</td>
      ${this.series.map(({ values }) => html`<td class="number">${this.text(values[index])}</td>`)}</tr>`));
  }

  text(value, format = this.format) {
    return value === null || value === undefined ? UNKNOWN : format(value);
  }

  xText(value) {
    return this.isTime ? time(value * 1000) : this.xFormat(value);
  }

  updated() {
    this.draw();
  }

  fit() {
    const canvas = this.querySelector('.canvas');
    const width = canvas.clientWidth;
    if (this.plot && width > 0 && width !== this.plot.width) this.plot.setSize({ width, height: this.height });
  }

  draw() {
    const canvas = this.querySelector('.canvas');
    if (!canvas || !this.x.length) return;
    const shape = JSON.stringify([this.series.map(({ label }) => label), document.documentElement.dataset.theme, this.height]);
    const data = [this.x, ...this.series.map(({ values }) => values)];
    if (this.plot && shape === this.shape) {
      this.plot.setData(data);
      return;
    }
    this.shape = shape;
    this.plot?.destroy();
    this.plot = new uPlot(this.options(canvas.clientWidth || 600), data, canvas);
    this.resize.observe(canvas);
  }

  options(width) {
    const space = this.isTime ? 90 : (_, axis, from, to) => Math.max(50, 14 + 7 * Math.max(...[from, to].map((end) => this.xFormat(end).length)));
    const axis = { stroke: css('--muted'), grid: { stroke: css('--line'), width: 1 }, ticks: { stroke: css('--line') } };
    return {
      width,
      height: this.height,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      scales: { x: { time: Boolean(this.isTime) } },
      axes: [{ ...axis, space, values: (_, ticks) => ticks.map((tick) => (this.isTime ? this.xText(tick).slice(11) : this.xFormat(tick))) }, { ...axis, size: (_, labels) => 18 + 7 * Math.max(5, ...(labels || []).map(({ length }) => length)), values: (_, ticks) => this.labels(ticks) }],
      series: [
        { label: this.isTime ? 'Time' : this.xLabel, value: (_, value) => this.text(value, (known) => this.xText(known)) },
        ...this.series.map(({ label, colour, dash }) => ({
          label, stroke: css(colour), width: 2, dash, points: { show: false }, value: (_, value) => this.text(value),
        })),
      ],
      hooks: { drawClear: [(plot) => this.shade(plot)], draw: [(plot) => this.mark(plot)] },
    };
  }

  /** Short ones, unless two ticks would look the same. */
  labels(ticks) {
    const short = ticks.map(shortUnits);
    return new Set(short).size === short.length ? short : ticks.map(this.format);
  }

  shade(plot) {
    if (!this.band) return;
    const { left, top, width, height } = plot.bbox;
    const from = Math.max(left, plot.valToPos(this.band[0], 'x', true));
    const to = Math.min(left + width, plot.valToPos(this.band[1], 'x', true));
    if (to <= from) return;
    plot.ctx.fillStyle = css('--band');
    plot.ctx.fillRect(from, top, to - from, height);
  }

  mark(plot) {
    const { left, top, width, height } = plot.bbox;
    const { ctx } = plot;
    ctx.save();
    ctx.strokeStyle = css('--text');
    ctx.fillStyle = css('--text');
    ctx.setLineDash([4, 4]);
    ctx.font = `${11 * devicePixelRatio}px sans-serif`;
    let last = -Infinity;
    let line = 0;
    for (const { x, label } of this.marks) {
      const place = plot.valToPos(x, 'x', true);
      if (!(place >= left && place <= left + width)) continue;
      ctx.beginPath();
      ctx.moveTo(place, top);
      ctx.lineTo(place, top + height);
      ctx.stroke();
      // Labels of marks that stand close together go one below the other.
      line = place - last < LABEL_WIDTH * devicePixelRatio ? (line + 1) % LABEL_LINES : 0;
      last = place;
      ctx.textAlign = place > left + width * 0.85 ? 'right' : 'left';
      ctx.fillText(label, place + (ctx.textAlign === 'right' ? -4 : 4) * devicePixelRatio, top + (12 + 13 * line) * devicePixelRatio);
    }
    ctx.restore();
  }
}

customElements.define('desk-chart', DeskChart);
