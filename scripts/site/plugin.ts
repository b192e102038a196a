/** What the site has beyond TypeDoc's own: its documents as a tree, their addresses, and what their readers need. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Converter,
  DefaultTheme,
  DocumentReflection,
  IndexEvent,
  JSX,
  KindRouter,
  MinimalSourceFile,
  normalizePath,
  PageEvent,
  ReflectionKind,
} from 'typedoc';
import type { Application, NavigationElement, ProjectReflection, Reflection } from 'typedoc';
import { root } from '../rulebase.ts';
import { accessible } from './accessible.ts';
import type { Document } from './documents.ts';
import { navigation } from './navigation.ts';

/** Gives a site its documents, its addresses, its navigation and its search. */
export function site(app: Application, documents: readonly Document[]): void {
  const pages = new Map<Reflection, Document>();

  /** Addresses that do not change when a title does: those of the files. */
  class ByFile extends KindRouter {
    override getIdealBaseName(reflection: Reflection): string {
      return pages.get(reflection)?.page ?? super.getIdealBaseName(reflection);
    }
  }
  class SiteTheme extends DefaultTheme {
    override buildNavigation(project: ProjectReflection): NavigationElement[] {
      const elements = super.buildNavigation(project);
      const modules = elements.filter(({ kind }) => kind !== ReflectionKind.Document);
      return navigation(documents, modules.map(withoutLinkInSummary));
    }
  }
  app.renderer.defineRouter('by-file', ByFile);
  app.renderer.defineTheme('site', SiteTheme);

  app.converter.on(Converter.EVENT_CREATE_PROJECT, (_, project) => {
    const byFile = new Map<string, DocumentReflection>();
    for (const document of documents) {
      const path = normalizePath(join(root, document.file));
      const source = new MinimalSourceFile(readFileSync(path, 'utf8'), path);
      const { content } = app.converter.parseRawComment(source, project.files);
      const parent = document.under === undefined ? project : byFile.get(document.under);
      if (!parent) throw new Error(`${document.file}: ${String(document.under)} comes after it`);
      const reflection = new DocumentReflection(document.title, parent, content, {});
      parent.addChild(reflection);
      project.registerReflection(reflection, undefined, path);
      byFile.set(document.file, reflection);
      pages.set(reflection, document);
    }
  });

  // A rule is also found by its id, and a page by the words of its address.
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    event.searchFieldWeights['address'] = 5;
    event.searchResults.forEach((result, index) => {
      const page = pages.get(result)?.page;
      if (page !== undefined)
        event.searchFields[index] = { address: page.replace(/\/index$/, '').replaceAll('/', ' ') };
    });
  });

  app.renderer.hooks.on('body.begin', () =>
    JSX.createElement('a', { class: 'skip', href: '#content' }, 'Skip to the content'),
  );
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = accessible(page.contents ?? '');
  });
}

/** A branch that is a page too becomes a branch with that page as its first leaf: a link in what opens a branch cannot be used by all. */
function withoutLinkInSummary(element: NavigationElement): NavigationElement {
  const { path, children, ...rest } = element;
  if (!children) return element;
  const first = path === undefined ? [] : [{ ...rest, text: 'Overview', path }];
  return { text: rest.text, children: [...first, ...children.map(withoutLinkInSummary)] };
}
