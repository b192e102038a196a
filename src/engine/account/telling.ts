import type { SharingDecision } from '../../model/decision.ts';
import { metAmong, section, together } from './section.ts';
import type { Row, Section, Voice } from './section.ts';
import type { Speech } from './speech.ts';
import { groundWords } from './words.ts';

type Telling = Row<'informing'>;
const isKnown = (ground: string): ground is keyof typeof groundWords =>
  Object.hasOwn(groundWords, ground);

/** Why someone is told or not, the weightiest ground first. */
function whyOf(decision: SharingDecision, row: Telling, name: string, { say }: Speech): string {
  const order = Object.keys(groundWords);
  const known = [...row.grounds]
    .filter(
      (one) => one !== 'prejudices-crime' || !row.grounds.includes('prejudices-serious-crime'),
    )
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((ground) => (isKnown(ground) ? say(`ground.${ground}`) : undefined));
  const words = known.includes(undefined)
    ? metAmong(decision, row.reasons).map((text) =>
        text.replace(/\bthis person\b/gi, () => name).replace(/\.$/, ''),
      )
    : known;
  return [
    ...(words.length ? [`: ${words.join('; ')}`] : []),
    ...(row.exemption === undefined
      ? []
      : [say('exemption', { exemption: row.exemption.replace(/:.*/, '') })]),
  ].join('');
}

type Verdict = Telling['verdict'];
/** Whom not to tell comes first; of several, each alone or all together. */
const verdicts: readonly (readonly [Verdict, 'and' | 'or'])[] = [
  ['do-not-tell', 'or'],
  ['undetermined', 'or'],
  ['defer', 'and'],
  ['tell', 'and'],
  ['need-not-tell', 'or'],
];

/** Whom to tell of the sharing and whom not, with why not. */
export const tellingSection = (decision: SharingDecision, voice: Voice): Section =>
  section(voice.say('heading.telling'), {
    lines: verdicts.flatMap(([verdict, last]) =>
      together(
        decision.informing
          .filter((row) => row.verdict === verdict)
          .map((row) => ({
            who: voice.name(row.person),
            by: row.by === undefined ? '' : voice.say('by', { date: voice.date(row.by) }),
            why: whyOf(decision, row, voice.name(row.person), voice),
          })),
        ({ by, why }) => `${by} ${why}`,
      ).map((alike) => {
        const [{ by, why }] = alike;
        const people = voice.list(
          alike.map(({ who }) => who),
          last,
        );
        // Why: whom not to tell is told of no date, so what has no place for one is given it in vain.
        return voice.say(`telling.${verdict}`, { people, by, why });
      }),
    ),
  });
