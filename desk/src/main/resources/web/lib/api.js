// The desk's REST interface. Errors are problem documents; a missing sign-in is told to whoever listens.

const TOKEN = 'ballast.token';

export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
  }
}

export const session = new EventTarget();

export function token() {
  return sessionStorage.getItem(TOKEN);
}

export function signIn(value) {
  sessionStorage.setItem(TOKEN, value);
}

export function headers(more = {}) {
  const own = token() ? { Authorization: `Bearer ${token()}` } : {};
  return { ...own, ...more };
}

export async function problemOf(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // Not every proxy answers in JSON: the status says enough.
  }
  if (response.status === 401) session.dispatchEvent(new Event('signed-out'));
  return new Problem(response.status, body.title || response.statusText, body.detail);
}

export function url(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return `/api/v1/${path}${text ? `?${text}` : ''}`;
}

/** Ids have slashes and colons that are part of the path. */
export function idPath(id) {
  return id.split('/').map((part) => encodeURIComponent(part).replaceAll('%3A', ':')).join('/');
}

export async function get(path, params) {
  const response = await fetch(url(path, params), { headers: headers({ Accept: 'application/json' }) });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

export async function post(path, body) {
  const response = await fetch(url(path), {
    method: 'POST',
    headers: headers({ 'Content-Type': 'application/json' }),
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

/** With a token a plain link would be refused, so exports are fetched and handed over. */
export async function download(path, params, name) {
  const response = await fetch(url(path, { ...params, format: 'csv' }), { headers: headers() });
  if (!response.ok) throw await problemOf(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
