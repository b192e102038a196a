/** Opens the site that `npm run docs` built, follows every link in it, and tells what a reader could not use. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts';
import { keyboard } from './keyboard.ts';
import { samples } from './kinds.ts';
import { brokenLinks } from './links.ts';
import { opened, widths } from './opened.ts';
import type { Width } from './opened.ts';
import { serve } from './server.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'api');
if (!existsSync(join(folder, 'index.html'))) {
  console.error('docs/api: there is no site\n  help: build it with `npm run docs`');
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(join(folder, path)).isFile())
  .map((path) => path.split(sep).join(posix.sep));
const pages = files.filter((path) => path.endsWith('.html'));
const sizes = new Map(pages.map((path) => [path, statSync(join(folder, path)).size]));

/** Follows every link, opens a page of each kind at each width, and tries what a keyboard can do. */
async function check(
  browser: Browser,
  origin: string,
): Promise<{ links: number; opens: number; faults: string[] }> {
  const page = await browser.newPage();
  const { links, faults } = await brokenLinks(page, origin, files);
  await page.close();
  console.log(`${links} links followed`);

  const todo = samples(sizes).flatMap((path) =>
    (Object.keys(widths) as Width[]).map((width) => ({ path, width })),
  );
  const opens = todo.length;
  // Two at a time: a browser is idle for half of what it takes to open a page.
  const worker = async (): Promise<void> => {
    for (let next = todo.shift(); next; next = todo.shift()) {
      faults.push(...(await opened(browser, origin, next.path, next.width)));
      const done = opens - todo.length;
      if (done % 20 === 0) console.log(`${done} of ${opens} opened`);
    }
  };
  await Promise.all([worker(), worker()]);
  faults.push(...(await keyboard(browser, origin)));
  return { links, opens, faults };
}

const { origin, stop } = await serve(folder);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
try {
  const { links, opens, faults } = await check(browser, origin);
  for (const fault of faults.sort()) console.error(fault);
  console.log(
    `${pages.length} pages, ${links} links, ${opens} opened in Chromium: ${faults.length} faults`,
  );
  process.exitCode = faults.length ? 1 : 0;
} finally {
  await browser.close();
  stop();
}
