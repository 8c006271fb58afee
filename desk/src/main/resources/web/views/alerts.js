// What is amiss, and what somebody does about it. Acknowledgements go to the topic, so every desk shows them.
import { html } from 'lit';
import { DeskElement, mergeTable } from '../lib/element.js';
import { get, post } from '../lib/api.js';
import { table } from '../lib/parts.js';
import { change, link } from '../lib/route.js';
import { age, time, UNKNOWN, units, words } from '../lib/format.js';

const RANK = { CRITICAL: 0, WARNING: 1, INFO: 2, UNKNOWN: 3 };
const STATE = { FIRING: 0, PENDING: 1, UNKNOWN: 2, RESOLVED: 3 };
const ICON = { CRITICAL: '■', WARNING: '▲', INFO: '●', UNKNOWN: '?' };
const OUTCOME = { ACCEPTED: '✓ told', REFUSED: '✗ refused', GIVEN_UP: '✗ given up', UNKNOWN: '? not known' };
const SIGN = { above: '>', at_least: '≥', below: '<', at_most: '≤' };

const RECEIVERS_EVERY_MS = 5000;

/** What receivers were told, by the alert that it was of. */
function byAlert(deliveries) {
  const grouped = new Map();
  [...deliveries].sort((one, other) => one.receiver.localeCompare(other.receiver)).forEach((one) => {
    if (!grouped.has(one.fingerprint)) grouped.set(one.fingerprint, []);
    grouped.get(one.fingerprint).push(one);
  });
  return grouped;
}

class DeskAlerts extends DeskElement {
  static properties = { rows: { attribute: false }, params: { attribute: false }, selected: { state: true }, problem: { state: true }, said: { state: true }, changes: { state: true }, receivers: { state: true }, deliveries: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.keys((event) => this.key(event));
    this.every(1000, () => this.requestUpdate());
    this.receivers = [];
    this.deliveries = new Map();
    this.toldOf = new Map();
    this.listen('deliveries', (news) => {
      this.deliveries = mergeTable(this.deliveries, news);
      this.toldOf = byAlert(this.deliveries.values());
    });
    this.every(RECEIVERS_EVERY_MS, () => this.askReceivers());
    this.askReceivers();
  }

  /** Only how they do is asked for now and then: what they were told comes with the stream. */
  async askReceivers() {
    try {
      this.receivers = (await get('receivers')).receivers;
    } catch {
      // The page says already that the desk does not answer.
    }
  }

  told(alert) {
    return this.toldOf.get(alert.key) || [];
  }

  shown() {
    const wanted = this.params.show || 'open';
    return [...this.rows.values()]
      .filter((alert) => wanted === 'all' || (wanted === 'open' ? alert.state !== 'RESOLVED' : alert.state === 'RESOLVED'))
      .sort((one, other) => STATE[one.state] - STATE[other.state] || RANK[one.severity] - RANK[other.severity] || other.event_time.localeCompare(one.event_time) || one.key.localeCompare(other.key));
  }

  key(event) {
    const rows = this.shown();
    const index = rows.findIndex((alert) => alert.key === this.selected);
    const actions = {
      j: () => this.select(rows[Math.min(rows.length - 1, index + 1)]),
      k: () => this.select(rows[Math.max(0, index - 1)]),
      a: () => index >= 0 && this.act(rows[index], 'ACKNOWLEDGE'),
      s: () => index >= 0 && this.act(rows[index], 'SNOOZE'),
      Escape: () => this.select(null),
    };
    actions[event.key]?.();
  }

  select(alert) {
    this.selected = alert?.key;
    this.changes = null;
    if (alert) this.attempt(async () => { this.changes = (await get(`alert-history/${alert.key}`)).changes; });
  }

  async act(alert, kind) {
    const until = kind === 'ACKNOWLEDGE' ? undefined : new Date(Date.now() + 3600e3).toISOString();
    await this.attempt(() => post(`alert-events/${alert.key}`, { kind, until, comment: this.querySelector('#comment')?.value }));
    if (!this.problem) this.said = `${kind.toLowerCase()} of ${alert.rule_id} is written; the alert shows it when the topology has taken it in.`;
  }

  render() {
    const rows = this.shown();
    const show = this.params.show || 'open';
    return html`<h1>Alerts</h1>
      <p class="controls" role="group" aria-label="Which">${['open', 'resolved', 'all'].map((name) => html`<button aria-pressed=${name === show ? 'true' : 'false'} @click=${() => change({ show: name })}>${name}</button>`)}
        <span class="total">${rows.length} alerts</span><span class="note" role="status">${this.said || ''}</span></p>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${this.receivers.filter((one) => one.failing_since || !one.alive).map((one) => html`<p class="trouble" role="alert">Receiver ${one.name} (${one.kind}) hears nothing: ${one.problem}${one.failing_since ? html`, for ${age(one.failing_since)}` : ''}</p>`)}
      ${rows.length ? '' : html`<p class="empty">Nothing is amiss.</p>`}
      ${table('Alerts', [['Severity'], ['State'], ['Rule'], ['Subject'], ['Figure', 1], ['Since', 1], ['Told'], ['Taken on by'], ['Do']], rows.map((alert) => this.line(alert)))}
      ${this.detail(rows.find((alert) => alert.key === this.selected))}`;
  }

  line(alert) {
    const subject = alert.subject_kind === 'POSITION' ? link('position', alert.subject_id) : link('book', '', { q: `pool:=${alert.subject_id}` });
    const limit = `${SIGN[alert.comparison] || alert.comparison} ${units(alert.threshold)} ${alert.unit}`;
    return html`<tr class=${alert.key === this.selected ? 'selected' : ''} data-key=${alert.key}>
      <td><span class="severity ${alert.severity.toLowerCase()}">${ICON[alert.severity]} ${alert.severity.toLowerCase()}</span></td>
      <td>${alert.state.toLowerCase()}${alert.quiet ? ' (quiet)' : ''}</td>
      <td><button class="plain" @click=${() => this.select(alert)} aria-expanded=${alert.key === this.selected ? 'true' : 'false'}>${alert.rule_id}</button></td>
      <td><a href=${subject} title=${alert.subject_id}>${alert.subject_id.replace(/0x([0-9a-f]{4})[0-9a-f]{32,36}([0-9a-f]{4})/g, '0x$1…$2')}</a></td>
      <td class="number">${units(alert.value)} ${limit}</td><td class="number">${age(alert.since)}</td>
      <td class="told">${this.told(alert).length ? '' : UNKNOWN}${this.told(alert).map((one) => html`<span title=${`${words(one.state)}, ${time(one.told)}${one.problem ? `: ${one.problem}` : ''}`}>${one.receiver} ${OUTCOME[one.outcome].slice(0, 1)}</span> `)}</td>
      <td>${alert.acknowledged_by ? `${alert.acknowledged_by}, ${age(alert.acknowledged)} ago` : alert.snoozed_until ? `snoozed until ${time(alert.snoozed_until)}` : '—'}</td>
      <td>${alert.state === 'RESOLVED' ? '' : html`<button @click=${() => this.act(alert, 'ACKNOWLEDGE')} ?disabled=${Boolean(alert.acknowledged_by)}>Acknowledge</button> <button @click=${() => this.act(alert, 'SNOOZE')}>Snooze 1 h</button>`}</td></tr>`;
  }

  detail(alert) {
    if (!alert) return '';
    return html`<section class="detail" aria-label="The alert"><h2>${alert.rule_id}</h2>
      <p>${alert.summary || ''} ${alert.runbook ? html`<span class="note">Runbook: ${alert.runbook}</span>` : ''}</p>
      <label>Comment, written with the next action <input id="comment" maxlength="500"></label>
      <div class="columns"><dl class="facts">${[['Subject', alert.subject_id], ['Metric', `${alert.metric}${alert.parameter ? ` (${alert.parameter})` : ''}`], ...Object.entries(alert.figures).map(([name, value]) => [name, units(value)])].map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${this.told(alert).length ? html`<ul class="changes" aria-label="Who was told">${this.told(alert).map((one) => html`<li><time>${time(one.told)}</time> ${one.receiver} · ${OUTCOME[one.outcome]} · ${words(one.state)}${one.problem ? ` · ${one.problem}` : ''}${one.attempts > 1 ? ` · ${one.attempts} attempts` : ''}</li>`)}</ul>` : ''}
      <ol class="changes" aria-label="History">${(this.changes || []).map((one) => html`<li><time>${time(one.event_time)}</time> ${one.cause.toLowerCase()} · ${one.state.toLowerCase()} · ${units(one.value)} ${one.unit}${one.acknowledged_by ? ` · ${one.acknowledged_by}` : ''}</li>`)}</ol></div></section>`;
  }
}

customElements.define('desk-alerts', DeskAlerts);
