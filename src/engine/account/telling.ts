import type { SharingDecision } from '../../model/decision.ts';
import { dateInWords, series } from '../phrases.ts';
import { metAmong, section, together } from './section.ts';
import type { Row, Section, Voice } from './section.ts';
import { groundWords } from './words.ts';

type Telling = Row<'informing'>;

/** Why someone is told or not, the weightiest ground first. */
function whyOf(decision: SharingDecision, row: Telling, name: string): string {
  const order = Object.keys(groundWords);
  const known = [...row.grounds]
    .filter(
      (one) => one !== 'prejudices-crime' || !row.grounds.includes('prejudices-serious-crime'),
    )
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((ground) => groundWords[ground]);
  const words = known.includes(undefined)
    ? metAmong(decision, row.reasons).map((text) =>
        text.replace(/\bthis person\b/gi, name).replace(/\.$/, ''),
      )
    : known;
  return [
    ...(words.length ? [`: ${words.join('; ')}`] : []),
    ...(row.exemption === undefined ? [] : [` (exemption: ${row.exemption.replace(/:.*/, '')})`]),
  ].join('');
}

type Verdict = Telling['verdict'];
/** Whom not to tell comes first. */
const sentences: Readonly<Record<Verdict, (who: readonly string[], by: string) => string>> = {
  'do-not-tell': (who) => `Do not tell ${series(who, 'or')}`,
  undetermined: (who) =>
    `Do not tell ${series(who, 'or')} yet, since it is not settled whether that is safe`,
  defer: (who, by) => `Tell ${series(who)} later${by}`,
  tell: (who, by) => `Tell ${series(who)}${by}`,
  'need-not-tell': (who) => `No need to tell ${series(who, 'or')}`,
};

/** Whom to tell of the sharing and whom not, with why not. */
export const tellingSection = (decision: SharingDecision, { name }: Voice): Section =>
  section('Whom to tell', {
    lines: Object.entries(sentences).flatMap(([verdict, sentence]) =>
      together(
        decision.informing
          .filter((row) => row.verdict === verdict)
          .map((row) => ({
            who: name(row.person),
            by: row.by === undefined ? '' : `, by ${dateInWords(row.by)}`,
            why: whyOf(decision, row, name(row.person)),
          })),
        ({ by, why }) => `${by} ${why}`,
      ).map((alike) => {
        const [{ by, why }] = alike;
        const who = alike.map((one) => one.who);
        return `${sentence(who, by)}${why}.`;
      }),
    ),
  });
