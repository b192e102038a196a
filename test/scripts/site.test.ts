import type { NavigationElement } from 'typedoc';
import { describe, expect, test } from 'vitest';
import { accessible } from '../../scripts/site/accessible.ts';
import { documents } from '../../scripts/site/documents.ts';
import { navigation } from '../../scripts/site/navigation.ts';
import { samples } from '../docs/kinds.ts';

const all = documents();

describe('the documents of the site', () => {
  test('stand under the nearest list, and after it', () => {
    const under = new Map(all.map((one) => [one.file, one.under]));
    expect(under.get('docs/rules/index.md')).toBeUndefined();
    expect(under.get('docs/rules/sources/gdpr.md')).toBe('docs/rules/sources/index.md');
    expect(under.get('docs/rules/packs/somerset/somerset-six-bases.md')).toBe(
      'docs/rules/packs/somerset/index.md',
    );
    const seen = new Set<string>();
    for (const { file, under: list } of all) {
      if (list !== undefined) expect(seen.has(list)).toBe(true);
      seen.add(file);
    }
  });

  test('are named by their first headings, and addressed by their files', () => {
    const found = all.find(({ file }) => file === 'docs/rules/sources/egdell1990.md');
    expect(found).toMatchObject({
      title: 'W v Egdell ([1990] Ch 359)',
      page: 'rules/sources/egdell1990',
    });
    expect(all.find(({ file }) => file === 'CHANGELOG.md')?.page).toBe('CHANGELOG');
    expect(all.filter(({ file }) => /\.api\.md$|^docs\/api\//.test(file))).toEqual([]);
  });
});

describe('the tree beside every page', () => {
  const paths = (elements: readonly NavigationElement[]): string[] =>
    elements.flatMap(({ path, children = [] }) => [
      ...(path === undefined ? [] : [path]),
      ...paths(children),
    ]);

  test('has every document once', () => {
    expect(paths(navigation(all, [])).sort()).toEqual(all.map(({ page }) => `${page}.html`).sort());
  });

  test('has no branch that is a link, and none that is empty', () => {
    const branches = (elements: readonly NavigationElement[]): NavigationElement[] =>
      elements.flatMap((one) => (one.children ? [one, ...branches(one.children)] : []));
    for (const { path, children } of branches(navigation(all, []))) {
      expect(path).toBeUndefined();
      expect(children).not.toEqual([]);
    }
  });

  test('puts the questions in the order in which a practitioner meets them', () => {
    const rules = navigation(all, []).find(({ text }) => text === 'The rules');
    expect(rules?.children?.map(({ text }) => text).slice(0, 5)).toEqual([
      'All rules',
      'By source',
      'By organisation',
      'Must or should it be shared?',
      'Is there a power to share?',
    ]);
  });
});

describe('a page made usable by all', () => {
  const page = (content: string): string =>
    accessible(
      `<div class="col-content">${content}</div>\n<div class="col-sidebar"><div class="page-menu"><h3>Settings</h3></div><nav class="tsd-navigation"></nav></div>`,
    );

  test('has a main landmark that can take the focus, and named ones beside it', () => {
    expect(page('<h1>Title</h1>')).toMatch(
      /^<main class="col-content" id="content" tabindex="-1">.*<\/main>/,
    );
    expect(page('')).toContain('role="complementary" aria-label="This page"');
    expect(page('')).toContain('<nav class="tsd-navigation" aria-label="The site">');
  });

  test('leaves no level of heading out, and keeps brothers brothers', () => {
    const levels = page('<h1>a</h1><h4>b</h4><h4 id="c">c</h4><h5>d</h5><h3>e</h3>').match(/<h\d/g);
    expect(levels).toEqual(['<h1', '<h2', '<h2', '<h3', '<h2', '<h2']);
  });

  test('lets what is wide be scrolled with the keyboard, and has no empty heading in a table', () => {
    const made = page('<pre>x</pre><table><thead><tr><th></th><th>a</th></tr></thead></table>');
    expect(made).toContain('<pre tabindex="0">');
    expect(made).toContain(
      '<div class="wide" tabindex="0"><table><thead><tr><td></td><th>a</th></tr></thead></table></div>',
    );
  });

  test('has no link in what opens a section, and keeps those elsewhere', () => {
    const link = '<a href="#x" aria-label="Permalink" class="y"><svg></svg></a>';
    const made = page(
      `<h1>Title</h1><summary><h2>Methods${link}</h2></summary><h3>one${link}</h3>`,
    );
    expect(made).toContain('<summary><h2>Methods</h2></summary>');
    expect(made.split(link)).toHaveLength(2);
  });

  test('is refused where the theme is no longer what it was', () => {
    expect(() => accessible('<div class="content">')).toThrow('the theme no longer writes');
  });
});

describe('the pages that are opened', () => {
  test('are the largest of each kind, and every guide', () => {
    const sizes = new Map([
      ['index.html', 1],
      ['guides/a.html', 1],
      ['guides/b.html', 1],
      ['rules/duties/small.html', 1],
      ['rules/powers/large.html', 2],
      ['rules/packs/north/local.html', 1],
      ['rules/packs/north/index.html', 1],
      ['rules/sources/act.html', 1],
      ['rules/sources/index.html', 1],
    ]);
    expect(samples(sizes)).toEqual(
      [...sizes.keys()].filter((path) => path !== 'rules/duties/small.html').sort(),
    );
  });
});
