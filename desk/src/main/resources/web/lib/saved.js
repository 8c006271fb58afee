// Views that somebody has named, in this browser alone: a view is an address, which holds the whole state of a page.

const KEY = 'ballast.views';
const LONGEST_NAME = 80;
const MOST = 200;

const isView = (view) => view && typeof view.name === 'string' && view.name.trim() && view.name.length <= LONGEST_NAME
  && typeof view.hash === 'string' && view.hash.startsWith('#/') && view.hash.length <= 4000;

export const saved = new EventTarget();

/** By name. What somebody else has written there is passed over. */
export function views() {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) || '[]');
    return Array.isArray(read) ? read.filter(isView) : [];
  } catch {
    return [];
  }
}

function write(list) {
  const sorted = [...list].sort((one, other) => one.name.localeCompare(other.name));
  localStorage.setItem(KEY, JSON.stringify(sorted));
  saved.dispatchEvent(new Event('change'));
}

/** One of the same name is replaced. */
export function save(name, hash) {
  const view = { name: name.trim(), hash };
  if (!isView(view)) throw new Error(`a name has from 1 to ${LONGEST_NAME} characters`);
  add([view]);
}

export function remove(name) {
  write(views().filter((view) => view.name !== name));
}

export function exported() {
  return JSON.stringify({ ballast_views: views() }, null, 2);
}

/** Adds what {@link exported} gave; returns how many. */
export function imported(text) {
  let list;
  try {
    list = JSON.parse(text).ballast_views;
  } catch {
    throw new Error('this is no JSON');
  }
  if (!Array.isArray(list) || !list.every(isView)) throw new Error('this is no list of views as this desk exports it');
  add(list.map(({ name, hash }) => ({ name: name.trim(), hash })));
  return list.length;
}

function add(list) {
  const names = new Set(list.map(({ name }) => name));
  const all = [...views().filter(({ name }) => !names.has(name)), ...list];
  if (all.length > MOST) throw new Error(`more than ${MOST} views`);
  write(all);
}
