// The address holds the whole state of a page: #/view/id?name=value. Whoever gets the link sees the same.

export function parse(hash) {
  const text = hash.replace(/^#\/?/, '');
  const question = text.indexOf('?');
  const path = question < 0 ? text : text.slice(0, question);
  const slash = path.indexOf('/');
  return {
    view: (slash < 0 ? path : path.slice(0, slash)) || 'book',
    id: slash < 0 ? '' : decodeURIComponent(path.slice(slash + 1)),
    params: Object.fromEntries(new URLSearchParams(question < 0 ? '' : text.slice(question + 1))),
  };
}

/** The part of an address that names parameters; those that say nothing are left out. */
export function search(params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

export function link(view, id = '', params = {}) {
  const path = id ? `/${encodeURIComponent(id).replaceAll('%2F', '/').replaceAll('%3A', ':')}` : '';
  return `#/${view}${path}${search(params)}`;
}

/** Changes parameters of the present page. */
export function change(changes) {
  const { view, id, params } = parse(location.hash);
  location.hash = link(view, id, { ...params, ...changes });
}
