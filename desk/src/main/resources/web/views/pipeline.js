// How the data comes here: topics, lag, and what could not be read.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { get } from '../lib/api.js';
import { table, strip } from '../lib/parts.js';
import { age, time } from '../lib/format.js';

const TOPICS = [['Topic'], ['Partitions', 1], ['Read', 1], ['per second', 1], ['Not read yet', 1], ['Unreadable', 1], ['Newest', 1]];

class DeskPipeline extends DeskElement {
  static properties = { problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.before = new Map();
    this.rates = new Map();
    this.load();
    this.every(2000, () => this.load());
  }

  load() {
    this.attempt(async () => {
      this.pipeline = await get('pipeline');
      this.count();
      this.letters = await get('dead-letters').catch((refused) => ({ refused: refused.message, rows: [], total: null }));
    });
  }

  count() {
    const now = Date.now();
    this.pipeline.topics.forEach(({ topic, read }) => {
      const before = this.before.get(topic);
      if (before) this.rates.set(topic, ((read - before.read) * 1000) / (now - before.now));
      this.before.set(topic, { read, now });
    });
  }

  render() {
    const { pipeline, letters } = this;
    if (!pipeline) return html`<h1>Pipeline</h1><p class="empty">${this.problem || 'Reading …'}</p>`;
    const cards = [
      ['Broker', pipeline.broker_answers ? 'answers' : 'is silent', `seen ${age(pipeline.broker_seen)} ago`, pipeline.broker_answers ? '' : 'loss'],
      ['Reading', pipeline.caught_up ? 'caught up' : 'behind', 'of what was there at the start'],
      ['Delay, median', pipeline.delay_p50_ms === null ? '—' : `${pipeline.delay_p50_ms} ms`, 'from event time to here'],
      ['Delay, 99 %', pipeline.delay_p99_ms === null ? '—' : `${pipeline.delay_p99_ms} ms`, 'of the last 1,024 positions'],
      ['Dead letters', String(pipeline.dead_letters), 'since the topic begins', pipeline.dead_letters ? 'loss' : ''],
    ];
    return html`<h1>Pipeline</h1>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${strip(cards)}
      <h2>Topics that this desk reads</h2>
      ${table('Topics', TOPICS, pipeline.topics.map((topic) => this.topic(topic)))}
      ${pipeline.group ? this.group(pipeline.group) : ''}
      <h2>Dead letters</h2>${this.deadLetters(letters)}`;
  }

  topic(topic) {
    return html`<tr><th scope="row">${topic.topic}</th><td class="number">${topic.partitions || 'no such topic'}</td><td class="number">${topic.read.toLocaleString('en-US')}</td>
      <td class="number">${this.rates.has(topic.topic) ? this.rates.get(topic.topic).toFixed(1) : '—'}</td><td class="number">${topic.behind ?? '—'}</td>
      <td class="number ${topic.undecodable ? 'loss' : ''}" title=${topic.last_problem || ''}>${topic.undecodable}</td><td class="number">${age(topic.newest)}</td></tr>`;
  }

  group(group) {
    return html`<h2>What the topology (${group.id}) has not taken in yet</h2>
      ${group.topics
    ? table('Lag of the topology', [['Topic'], ['Records behind', 1]], group.topics.map((topic) => html`<tr><th scope="row">${topic.topic}</th><td class="number">${topic.behind}</td></tr>`))
    : html`<p class="note">${group.problem}</p>`}`;
  }

  deadLetters(letters) {
    if (!letters) return html`<p class="empty">Reading …</p>`;
    if (letters.refused) return html`<p class="note">${letters.refused}</p>`;
    if (!letters.rows.length) return html`<p class="empty">None: everything could be read and made sense.</p>`;
    return table('Dead letters', [['Where'], ['Stage'], ['Why'], ['Source']], letters.rows.slice(0, 100).map((letter) => html`<tr><td>${letter.place}</td><td>${letter.stage.toLowerCase()}</td><td class="wrap">${letter.reason}</td>
      <td>${letter.source_topic ? `${letter.source_topic}-${letter.source_partition}@${letter.source_offset}` : `${letter.source_file}:${letter.source_line}`}</td></tr>`));
  }
}

customElements.define('desk-pipeline', DeskPipeline);
