// Who are you: by a token, or by the way to an identity provider and back.
import { html } from 'lit';
import { DeskElement } from '../lib/element.js';
import { get, signIn } from '../lib/api.js';

const PLACE = 'ballast.place';

/** The way back from the provider ends at the front door: what page was asked for is remembered here. */
export function returnToPlace() {
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place && !location.hash) location.hash = place;
}

class SignIn extends DeskElement {
  static properties = { ways: { state: true } };

  constructor() {
    super();
    this.ways = { token: true, provider: false };
  }

  async connectedCallback() {
    super.connectedCallback();
    this.ways = await get('sign-in');
  }

  render() {
    const { token, provider } = this.ways;
    return html`<main class="sign-in"><form @submit=${this.submit}>
      <h1>Ballast desk</h1>
      ${provider ? html`<a class="button primary" href="/auth/sign-in" @click=${this.leave}>Sign in with your organisation</a>` : ''}
      ${token ? html`<label>Token <input type="password" name="token" autocomplete="current-password" required></label>
        <button class=${provider ? '' : 'primary'}>Sign in</button>` : ''}
    </form></main>`;
  }

  leave() {
    sessionStorage.setItem(PLACE, location.hash);
  }

  submit(event) {
    event.preventDefault();
    signIn(new FormData(event.target).get('token'));
    this.dispatchEvent(new Event('signed-in'));
  }
}

customElements.define('desk-sign-in', SignIn);
