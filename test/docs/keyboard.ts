import type { Browser, Page } from 'playwright-core';
import { widths } from './opened.ts';

/** A thing that a reader does, and whether it came to what it should. */
type Step = readonly [does: string, came: boolean];

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return (at?.id ?? '') ? `#${at?.id ?? ''}` : `.${at?.className ?? ''}`;
  });
const isShown = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).first().isVisible();

async function skip(page: Page): Promise<Step[]> {
  await page.keyboard.press('Tab');
  const first = await focused(page);
  const box = await page.locator('a.skip').boundingBox();
  await page.keyboard.press('Enter');
  return [
    ['the first Tab comes to the skip link', first === '.skip'],
    ['the skip link is seen when it has the focus', box !== null && box.y >= 0 && box.height > 0],
    ['the skip link leads to the content', (await focused(page)) === '#content'],
  ];
}

/** Searches with the keyboard alone, and goes to what is found. */
async function search(page: Page, words: string, leadsTo: string): Promise<Step[]> {
  await page.locator('#tsd-search-trigger').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#tsd-search[open]');
  const atInput = await focused(page);
  await page.keyboard.type(words);
  const result = '#tsd-search-results [role=option]';
  await page.waitForSelector(result, { timeout: 10_000 }).catch(() => undefined);
  const found = await page.$$eval(`${result} a`, (all) =>
    all.map((one) => one.getAttribute('href') ?? ''),
  );
  const place = found.findIndex((href) => href.endsWith(`/${leadsTo}`));
  for (let pressed = 0; pressed <= place; pressed += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${leadsTo}`, { timeout: 10_000 }).catch(() => undefined);
  return [
    ['opening the search comes to where it is typed', atInput === '#tsd-search-input'],
    [`searching for "${words}" finds ${leadsTo}`, place >= 0],
    [`Enter on that result leads to it`, page.url().endsWith(`/${leadsTo}`)],
  ];
}

async function menu(page: Page): Promise<Step[]> {
  const link = '.site-menu #tsd-nav-container summary';
  await page.waitForSelector(link, { state: 'attached' });
  const before = await isShown(page, link);
  await page.locator('#tsd-toolbar-menu-trigger').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector(link, { timeout: 5_000 }).catch(() => undefined);
  const after = await isShown(page, link);
  await page.keyboard.press('Escape');
  await page.waitForSelector(link, { state: 'hidden', timeout: 5_000 }).catch(() => undefined);
  return [
    ['the menu is closed at first on a phone', !before],
    ['Enter opens the menu on a phone', after],
    ['Escape closes the menu', !(await isShown(page, link))],
    [
      'the focus comes back to what opened the menu',
      (await focused(page)) === '#tsd-toolbar-menu-trigger',
    ],
  ];
}

/** What a reader without a mouse cannot do. */
export async function keyboard(browser: Browser, origin: string): Promise<string[]> {
  const on = async (width: number, act: (page: Page) => Promise<Step[]>): Promise<Step[]> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    try {
      await page.goto(`${origin}/index.html`);
      await page.waitForFunction(() => document.body.style.display !== 'none');
      return await act(page);
    } finally {
      await page.close();
    }
  };
  const rule = 'rules/special-category/dpa2018-sch1-p18-safeguarding.html';
  const steps = [
    ...(await on(widths.desktop, skip)),
    ...(await on(widths.desktop, (page) =>
      search(page, 'Safeguarding of children and of individuals', rule),
    )),
    ...(await on(widths.phone, (page) => search(page, 'dpa2018-sch1-p18-safeguarding', rule))),
    ...(await on(widths.phone, menu)),
  ];
  return steps
    .filter(([, came]) => !came)
    .map(([does]) => `index.html: with the keyboard, not so: ${does}`);
}
