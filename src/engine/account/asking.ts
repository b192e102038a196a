import type { SharingDecision } from '../../model/decision.ts';
import { section, somethingGoes, together } from './section.ts';
import type { Part, Row, Section, Voice } from './section.ts';
import type { Speech } from './speech.ts';

type Question = Row<'questions'>;

const sameScope = (a: Question['scope'], b: Question['scope']): boolean =>
  a.person === b.person && a.item === b.item && a.consent === b.consent;

/** Whether something goes in spite of a question, which is then to be confirmed. */
const isAssumed = (decision: SharingDecision, { fact, scope }: Question): boolean =>
  decision.assumptions.some((one) => one.fact === fact && sameScope(one.scope, scope));

/** Which of a person's consents a question is about. */
const kindOf = ({ consent }: Question['scope'], { say }: Speech): string =>
  consent === undefined ? '' : say(`kind.${consent}`);

/** Questions that are alike, asked once of all whom they are about; the only piece there is needs no name. */
function asking(
  { items }: SharingDecision,
  questions: readonly Question[],
  { how, ...voice }: Voice,
): readonly string[] {
  const asked = ({ question, scope }: Question) => `${question} ${kindOf(scope, voice)}`;
  return together(questions, asked).map((alike) => {
    const [{ question, scope }] = alike;
    const refs = alike
      .flatMap(({ scope: { person, item } }) => person ?? item ?? [])
      .map(voice.name);
    const about = /this (?:person|piece)/;
    const only = items.length === 1 && alike[0].scope.item !== undefined;
    const said = about.test(question)
      ? question.replace(about, () => voice.list(refs, 'or'))
      : refs.length && !only
        ? `${question} (${[...refs, kindOf(scope, voice)].filter(Boolean).join(', ')})`
        : question;
    return how ? `${said} ${how(alike)}` : said;
  });
}

/** What is to be confirmed, as questions. */
export const checksOf = (
  decision: SharingDecision,
  { how: _, ...voice }: Voice,
): readonly string[] =>
  asking(
    decision,
    decision.questions.filter((one) => isAssumed(decision, one)),
    voice,
  );

/** What is still to be confirmed or asked: a few questions, those that decide most first. */
export function questionsSection(decision: SharingDecision, voice: Voice): Section {
  const { questions, obligations, informing } = decision;
  const { say } = voice;
  const unsettled = new Set<string | undefined>(
    informing.filter(({ verdict }) => verdict === 'undetermined').map(({ person }) => person),
  );
  const part = (label: string, rows: readonly Question[]): Part => {
    const all = asking(decision, rows, voice);
    const rest = all.length - voice.questions;
    const more = rest > 0 ? [voice.count(rest, 'questions')] : [];
    return { label, lines: [...all.slice(0, voice.questions), ...more] };
  };
  const hurried = obligations.some(
    ({ id, when }) => id === 'confirm-before-sharing' && when === 'with',
  );
  const others = questions.filter((one) => !isAssumed(decision, one));
  const telling = others.filter(({ items }) => !items.length);
  const first = telling.filter(({ scope }) => unsettled.has(scope.person));
  return section(
    say('heading.questions'),
    part(say('label.confirm'), hurried ? questions.filter((one) => isAssumed(decision, one)) : []),
    part(
      say('label.sharing'),
      others.filter(({ items }) => items.length),
    ),
    part(say(somethingGoes(decision) ? 'label.tellingApart' : 'label.telling'), [
      ...first,
      ...telling.filter((one) => !first.includes(one)),
    ]),
  );
}
