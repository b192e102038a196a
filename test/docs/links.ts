import type { Page } from 'playwright-core';

/** What one page links to, and what in it can be linked to. */
interface Linked {
  links: readonly string[];
  anchors: readonly string[];
}

/** Reads every page in the browser, as it parses HTML, without running what it holds. */
async function linksOf(
  page: Page,
  origin: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Linked>> {
  const read = await page.evaluate(
    async ([from, all]) => {
      const found: [string, Linked][] = [];
      for (const path of all) {
        const answer = await fetch(`${from}/${path}`);
        const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
        // INVARIANT: no named function here, since what tsx adds to one is not there in the browser.
        const [links, anchors] = [
          [...parsed.querySelectorAll('a[href], link[href], [src]')].map(
            (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
          ),
          [...parsed.querySelectorAll('[id], a[name]')].map(
            (one) => one.id || (one.getAttribute('name') ?? ''),
          ),
        ];
        found.push([path, { links, anchors }]);
      }
      return found;
    },
    [origin, paths] as const,
  );
  return new Map(read);
}

/**
 * The faults of the links within a site: of every page as it is written, and of the links that its scripts add to one.
 * `files` is everything that the site serves.
 */
export async function brokenLinks(
  page: Page,
  origin: string,
  files: readonly string[],
): Promise<{ links: number; faults: string[] }> {
  const known = new Set(files);
  const paths = files.filter((file) => file.endsWith('.html'));
  await page.goto(`${origin}/index.html`);
  const linked = await linksOf(page, origin, paths);
  await page.waitForSelector('#tsd-nav-container a', { state: 'attached' });
  const added = await page.$$eval('#tsd-nav-container a', (all) =>
    all.flatMap((one) => one.getAttribute('href') ?? []),
  );
  const faults: string[] = [];
  let links = 0;
  const follow = (path: string, link: string): void => {
    const to = new URL(link, `${origin}/${path}`);
    if (to.origin !== origin) return;
    links += 1;
    const file = decodeURIComponent(to.pathname)
      .replace(/^\//, '')
      .replace(/(^|\/)$/, '$1index.html');
    const anchor = decodeURIComponent(to.hash.slice(1));
    if (!known.has(file)) faults.push(`${path}: the link ${link} leads nowhere`);
    else if (anchor !== '' && linked.get(file)?.anchors.includes(anchor) !== true)
      faults.push(`${path}: the link ${link} leads to a page without that place`);
  };
  for (const [path, own] of linked) for (const link of own.links) follow(path, link);
  for (const link of added) follow('index.html', link);
  return { links, faults: [...new Set(faults)] };
}
