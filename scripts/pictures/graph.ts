/** Graphs in the language of Graphviz, and the SVG that it draws of them. */
import { instance } from '@viz-js/viz';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (words: string): string => words.replace(/[&<>"]/g, (one) => escapes[one] ?? one);

/** Words in lines of about so many characters. */
export function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Where boxes stand in what is told: what comes in, what opens, what closes, what is decided, what is to be done. */
const fills = {
  in: '#e8eef7',
  opens: '#e6f2e6',
  closes: '#f9e9e6',
  decides: '#fff6d9',
  does: '#efe8f5',
} as const;

/** A box: a heading, and lines of words below it. */
export interface Box {
  id: string;
  heading: string;
  lines?: readonly string[];
  fill: keyof typeof fills;
  /** How many characters stand on a line. */
  width: number;
}

/** The size that letters are drawn in, and those that room is made for: the fonts of some systems are wide, the bold ones more so. */
const size = { drawn: 12, laidOut: 14, heading: 15.5 };
const fonts = 'font-family="Helvetica, Arial, sans-serif"';

const row = (line: string): string => `<TR><TD ALIGN="LEFT">${line}</TD></TR>`;

export function node({ id, heading, lines = [], fill, width }: Box): string {
  const rows = [
    ...wrapped(heading, width).map((line) =>
      row(`<FONT POINT-SIZE="${size.heading}"><B>${escaped(line)}</B></FONT>`),
    ),
    ...lines.flatMap((line) => wrapped(line, width).map((one) => row(escaped(one)))),
  ];
  return `"${id}" [fillcolor="${fills[fill]}", label=<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">${rows.join('')}</TABLE>>]`;
}
export const edge = (from: string, to: string, attributes = ''): string =>
  `"${from}" -> "${to}" [${attributes}]`;
export const sameRank = (ids: readonly string[]): string =>
  `{ rank=same; ${ids.map((id) => `"${id}"`).join('; ')} }`;

const viz = await instance();

/** Draws a graph from top to bottom on a white ground, named and described for whoever hears it read out. */
export function drawn(title: string, description: string, statements: readonly string[]): string {
  const graph = [
    'digraph {',
    'graph [bgcolor="white", rankdir=TB, nodesep=0.15, ranksep=0.35, pad=0.15, fontname="Helvetica"]',
    `node [shape=box, style="filled,rounded", color="#444444", fontname="Helvetica", fontsize=${size.laidOut}, fontcolor="#111111", margin="0.06,0.04"]`,
    'edge [color="#444444", arrowsize=0.7]',
    ...statements,
    '}',
  ].join('\n');
  const svg = viz.renderString(graph, { format: 'svg' });
  return `${svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/<title>[\s\S]*?<\/title>\n?/g, '')
    .replace(/width="([\d.]+)pt" height="([\d.]+)pt"\n?/, 'width="$1" height="$2"')
    .replace(/ xmlns:xlink="[^"]*"/, ' role="img" aria-labelledby="title description"')
    .replace(/font-family="Helvetica[^"]*"/g, fonts)
    .replace(/font-size="[\d.]+"/g, `font-size="${size.drawn}"`)
    .replace(
      '>',
      `>\n<title id="title">${escaped(title)}</title>\n<desc id="description">${escaped(description)}</desc>`,
    )
    .trimEnd()}\n`;
}
