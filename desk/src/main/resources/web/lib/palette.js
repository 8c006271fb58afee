// Everything by name: Ctrl-K or Cmd-K. A native dialog, which keeps the focus and closes by Escape.
import { html } from 'lit';
import { DeskElement } from './element.js';

class DeskPalette extends DeskElement {
  static properties = { commands: { attribute: false }, text: { state: true }, chosen: { state: true } };

  constructor() {
    super();
    this.commands = [];
    this.text = '';
    this.chosen = 0;
  }

  open() {
    this.text = '';
    this.chosen = 0;
    this.querySelector('dialog').showModal();
    this.querySelector('input').value = '';
  }

  /** Words in any order; what is typed can always be looked for in the book. */
  found() {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = this.commands.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
    const typed = this.text.trim();
    return typed ? [...fits, { title: `Find “${typed}” in the book`, run: () => this.find(typed) }] : fits;
  }

  find(text) {
    location.hash = `#/book?${new URLSearchParams({ q: text })}`;
  }

  run(command) {
    this.querySelector('dialog').close();
    command?.run();
  }

  key(event) {
    const found = this.found();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.chosen = (this.chosen + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
      this.updateComplete.then(() => this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.run(found[this.chosen]);
    }
  }

  render() {
    const found = this.found();
    return html`<dialog class="palette" aria-label="Commands" @keydown=${this.key}>
      <input type="text" role="combobox" aria-label="Command" aria-expanded="true" aria-controls="palette-list" aria-activedescendant=${`palette-${this.chosen}`} autocomplete="off" spellcheck="false" placeholder="page, view, or what to find in the book"
        @input=${(event) => { this.text = event.target.value; this.chosen = 0; }}>
      <ul id="palette-list" role="listbox" aria-label="Commands">${found.map((command, index) => html`
        <li id=${`palette-${index}`} role="option" aria-selected=${index === this.chosen ? 'true' : 'false'} @click=${() => this.run(command)}>${command.title}<kbd>${command.keys || ''}</kbd></li>`)}</ul>
    </dialog>`;
  }
}

customElements.define('desk-palette', DeskPalette);
