/** The changes to each page for whoever uses a keyboard, a screen reader or a phone. */
const changes: readonly (readonly [from: RegExp, to: string])[] = [
  // The content is a landmark that the skip link leads to.
  [/<div class="col-content">/, '<main class="col-content" id="content" tabindex="-1">'],
  [/<\/div>\s*<div class="col-sidebar">/, '</main><div class="col-sidebar">'],
];
/** Those that only some pages call for. */
const wherever: readonly (readonly [from: RegExp, to: string])[] = [
  // What is wider than the screen scrolls by itself, with the keyboard too.
  [/<table>/g, '<div class="wide" tabindex="0"><table>'],
  [/<\/table>/g, '</table></div>'],
  [/<pre>/g, '<pre tabindex="0">'],
];

/** A page as TypeDoc makes it, made usable by all. */
export function accessible(html: string): string {
  const changed = changes.reduce((page, [from, to]) => {
    if (!from.test(page)) throw new Error(`the theme no longer writes ${from.source}`);
    return page.replace(from, to);
  }, html);
  return wherever.reduce((page, [from, to]) => page.replace(from, to), changed);
}
