// Views that were named, to open, share and take elsewhere.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { handOver } from '../lib/handover.js';
import { exported, imported, remove, save, saved, views } from '../lib/saved.js';
import { table } from '../lib/parts.js';

class DeskViews extends DeskElement {
  static properties = { last: { attribute: false }, problem: { state: true }, said: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.changed = () => this.requestUpdate();
    saved.addEventListener('change', this.changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    saved.removeEventListener('change', this.changed);
  }

  add(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.attempt(async () => {
      save(form.get('name'), form.get('hash'));
      event.target.reset();
    });
  }

  export() {
    handOver(new Blob([exported()], { type: 'application/json' }), 'ballast-views.json');
  }

  import(event) {
    const [file] = event.target.files;
    this.attempt(async () => { this.said = `${imported(await file.text())} views taken in.`; });
  }

  render() {
    const list = views();
    return html`<h1>Views</h1>
      <form class="controls" @submit=${this.add}>
        <input name="name" required maxlength="80" aria-label="Name" placeholder="name">
        <input class="wide" name="hash" required pattern="#/.*" aria-label="Address" .value=${this.last || '#/book'}>
        <button class="primary">Save view</button>
        <button type="button" @click=${this.export} ?disabled=${!list.length}>Export JSON</button>
        <label class="file">Import JSON <input type="file" accept="application/json,.json" @change=${this.import}></label>
        <span class="note" role="status">${this.said}</span></form>
      ${this.problem ? html`<p class="trouble" role="alert">${this.problem}</p>` : ''}
      ${list.length ? table('Saved views', [['View'], ['Address'], ['Drop']], list.map((view) => html`<tr><th scope="row"><a href=${view.hash}>${view.name}</a></th><td class="raw">${view.hash}</td>
        <td><button @click=${() => remove(view.name)} aria-label="Delete ${view.name}">Delete</button></td></tr>`)) : html`<p class="empty">None yet. A view is an address: filters, sorting, columns, shocks and all.</p>`}
      <p class="note">They are kept in this browser alone. Ctrl-K or Cmd-K opens them by name from anywhere, and saves the page at hand.</p>`;
  }
}

customElements.define('desk-views', DeskViews);
