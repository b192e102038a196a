/** The kind of page that a path of the site is: a page of each kind is opened, and every guide. */
function kindOf(path: string): string {
  if (!path.includes('/') || path.startsWith('guides/')) return path;
  const [first = '', second = '', ...rest] = path.split('/').slice(0, -1);
  const list = path.endsWith('/index.html') ? ' list' : '';
  if (first !== 'rules') return first + list;
  if (rest.length) return `rule of a pack${list}`;
  return ['', 'sources', 'organisations'].includes(second) ? `${second}${list}` : 'rule';
}

/** Of each kind the page with the most in it, where what is wrong is likeliest to show. */
export function samples(sizes: ReadonlyMap<string, number>): string[] {
  const largest = new Map<string, string>();
  for (const [path, size] of sizes) {
    const kind = kindOf(path);
    const before = largest.get(kind);
    if (before === undefined || (sizes.get(before) ?? 0) < size) largest.set(kind, path);
  }
  return [...largest.values()].sort();
}
