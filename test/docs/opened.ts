import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext } from 'playwright-core';

export const widths = { phone: 375, desktop: 1280 } as const;
export type Width = keyof typeof widths;

/** What the script of axe leaves in a page. */
declare const axe: { run: (context: object) => Promise<AxeResults> };
const axeScript = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Opens a page in a window of a width, and tells what is wrong with it. */
export async function opened(
  context: BrowserContext,
  origin: string,
  path: string,
  width: Width,
): Promise<string[]> {
  const faults: string[] = [];
  const fault = (words: string): void => {
    faults.push(`${path} (${width}): ${words}`);
  };
  const page = await context.newPage();
  try {
    page.on('console', (message) => {
      if (message.type() === 'error') fault(`the console says ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      fault(`a script fails with ${error.message}`);
    });
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(`${origin}/`)) return route.continue();
      fault(`it asks another host for ${url}`);
      return route.abort();
    });
    await page.goto(`${origin}/${path}`);
    await page.waitForSelector('#tsd-nav-container a', { state: 'attached' });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) fault(`it is ${over} pixels wider than the screen`);
    await page.evaluate(axeScript);
    // The tree of the site is the same beside every page: it is looked at on the first alone.
    const without = path === 'index.html' ? [] : ['#tsd-nav-container'];
    const { violations } = await page.evaluate(
      (exclude) => axe.run({ include: ['html'], exclude }),
      without,
    );
    for (const { id, help, nodes } of violations)
      fault(`axe: ${id}: ${help}, ${nodes.length} times, first at ${String(nodes[0]?.target[0])}`);
  } finally {
    await page.close();
  }
  return faults;
}
