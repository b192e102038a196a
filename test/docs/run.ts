/** Opens the site that `npm run docs` built, follows every link in it, and tells what a reader could not use. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts';
import { keyboard } from './keyboard.ts';
import { samples } from './kinds.ts';
import { brokenLinks } from './links.ts';
import { opened, widths } from './opened.ts';
import type { Width } from './opened.ts';
import { serve } from './server.ts';

// For whoever mends one page: `--only rules/index` opens the pages with that in their address. Every link is followed all the same.
const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;
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
  const { links, faults: broken } = await brokenLinks(page, origin, files);
  await page.close();
  const faults: string[] = [];
  const tell = (found: readonly string[]): void => {
    for (const fault of found) console.error(fault);
    faults.push(...found);
  };
  tell(broken);
  console.log(`${links} links followed`);

  const sampled = samples(sizes).filter((path) => path.includes(only));
  let done = 0;
  // One window for each width, side by side: a browser is idle for half of what it takes to open a page.
  const openAll = async (width: Width): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: widths[width], height: 800 } });
    for (const path of sampled) {
      tell(await opened(context, origin, path, width));
      done += 1;
      if (done % 20 === 0) console.log(`${done} of ${sampled.length * 2} opened`);
    }
    await context.close();
  };
  await Promise.all((Object.keys(widths) as Width[]).map(openAll));
  tell(await keyboard(browser, origin));
  return { links, opens: done, faults };
}

const { origin, stop } = await serve(folder);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
try {
  const { links, opens, faults } = await check(browser, origin);
  console.log(
    `${pages.length} pages, ${links} links, ${opens} opened in Chromium: ${faults.length} faults`,
  );
  process.exitCode = faults.length ? 1 : 0;
} finally {
  await browser.close();
  stop();
}
