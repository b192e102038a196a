/** The changes to each page for whoever uses a keyboard, a screen reader or a phone. */
type Change = readonly [from: RegExp, to: string];
const everywhere: readonly Change[] = [
  // The content is a landmark that the skip link leads to; what stands beside it has a name.
  [/<div class="col-content">/, '<main class="col-content" id="content" tabindex="-1">'],
  [/<\/div>\s*<div class="col-sidebar">/, '</main><div class="col-sidebar">'],
  [
    /<div class="page-menu">/,
    '<div class="page-menu" role="complementary" aria-label="This page">',
  ],
  [/<nav class="tsd-navigation">/, '<nav class="tsd-navigation" aria-label="The site">'],
];
const whereverItStands: readonly Change[] = [
  // What is wider than the screen scrolls by itself, with the keyboard too.
  [/<table>/g, '<div class="wide" tabindex="0"><table>'],
  [/<\/table>/g, '</table></div>'],
  [/<pre>/g, '<pre tabindex="0">'],
  [/<div class="tsd-signature/g, '<div tabindex="0" class="tsd-signature'],
  // A corner of a table is no heading.
  [/<th([^>]*)><\/th>/g, '<td$1></td>'],
  // A link in what opens a section cannot be used by all.
  [
    /(<summary(?:(?!<\/summary>)[\s\S])*?)<a href="#[^"]*" aria-label="Permalink"(?:(?!<\/a>)[\s\S])*<\/a>/g,
    '$1',
  ],
];

/** Headings that leave no level out, each under the one that it stood under. */
function levelled(html: string): string {
  const open: { was: number; is: number }[] = [];
  return html.replace(/<(\/?)h([1-6])(?=[\s>])/g, (_, closes: string, digit: string) => {
    const was = Number(digit);
    if (closes === '') {
      while ((open.at(-1)?.was ?? 0) >= was) open.pop();
      open.push({ was, is: (open.at(-1)?.is ?? 0) + 1 });
    }
    return `<${closes}h${open.at(-1)?.is ?? was}`;
  });
}

/** A page as TypeDoc makes it, made usable by all. */
export function accessible(html: string): string {
  const framed = everywhere.reduce((page, [from, to]) => {
    if (!from.test(page)) throw new Error(`the theme no longer writes ${from.source}`);
    return page.replace(from, to);
  }, html);
  return levelled(whereverItStands.reduce((page, [from, to]) => page.replace(from, to), framed));
}
