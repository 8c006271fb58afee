// The desk's REST interface. Errors are problem documents; a missing sign-in is told to whoever listens.
import { handOver } from './handover.js';
import { search } from './route.js';

const TOKEN = 'ballast.token';
const NOT_MODIFIED = 304;

class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
  }
}

export const session = new EventTarget();

export function signIn(value) {
  sessionStorage.setItem(TOKEN, value);
}

async function problemOf(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // Not every proxy answers in JSON: the status says enough.
  }
  if (response.status === 401) session.dispatchEvent(new Event('signed-out'));
  return new Problem(response.status, body.title || response.statusText, body.detail);
}

/** Asks as whoever is signed in; throws a Problem. */
export async function ask(path, params, { headers = {}, ...options } = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const own = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(`/api/v1/${path}${search(params)}`, { ...options, headers: { ...own, ...headers } });
  if (!response.ok && response.status !== NOT_MODIFIED) throw await problemOf(response);
  return response;
}

/** Ids have slashes and colons that are part of the path. */
export function idPath(id) {
  return id.split('/').map((part) => encodeURIComponent(part).replaceAll('%3A', ':')).join('/');
}

export async function get(path, params) {
  const response = await ask(path, params, { headers: { Accept: 'application/json' } });
  return response.json();
}

/** The same with its tag, for what is asked for again and again: known, where it still is what it was. */
export async function getChanged(path, known) {
  const more = known ? { 'If-None-Match': known.tag } : {};
  const response = await ask(path, {}, { headers: { Accept: 'application/json', ...more } });
  return response.status === NOT_MODIFIED ? known : { tag: response.headers.get('ETag'), body: await response.json() };
}

export async function post(path, body) {
  const response = await ask(path, {}, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return response.json();
}

/** With a token a plain link would be refused, so exports are fetched, as CSV, and handed over. */
export async function download(path, params, name) {
  const response = await ask(path, { ...params, format: 'csv' });
  handOver(await response.blob(), name);
}
