import type { SharingDecision } from '../../model/decision.ts';
import { checksOf } from './asking.ts';
import { ofAny, once, section, somethingGoes } from './section.ts';
import type { Part, Row, Section, Voice } from './section.ts';
import type { Speech } from './speech.ts';
import { sendingSteps, stepOrder } from './words.ts';

type Obligation = Row<'obligations'>;

/** What is done last among those of one moment is what only could be done. */
const rank = ({ id, level }: Obligation): number =>
  stepOrder.indexOf(id) + (level === 'could' ? stepOrder.length : 0);

/** What to do now, before, with and after, in the order in which it is done. */
export function stepsSection(decision: SharingDecision, voice: Voice): Section {
  const { say } = voice;
  const going = somethingGoes(decision);
  const applying = decision.obligations.filter(({ status }) => status === 'applies');
  // Why: to someone who is told nothing of whether a person is known, no reason can be given either.
  const silent = applying.some(({ id }) => id === 'neither-confirm-nor-deny');
  const due = applying
    .filter(({ id }) => !(silent && id === 'explain-refusal'))
    .sort((a, b) => rank(a) - rank(b));
  const checks = checksOf(decision, voice).join(' ');
  const words = ({ id, level, when, text, due: by }: Obligation): string => {
    if (id === 'call-999') return text;
    const said =
      id === 'confirm-before-sharing' && when === 'before'
        ? say('confirm', { questions: checks })
        : text;
    const step = { level: say(`level.${level}`), text: ofAny(said) };
    return by === undefined ? say('step', step) : say('stepDue', { ...step, date: voice.date(by) });
  };
  const part = (label: string, among: (one: Obligation) => boolean): Part => ({
    label,
    lines: once(due.filter(among).map(words)),
  });
  const at = (when: Obligation['when']) => (one: Obligation) =>
    one.when === when && (going || !sendingSteps.has(one.id));
  return {
    ...section(
      say('heading.steps'),
      part(say(going ? 'label.before' : 'label.first'), at('before')),
      part(say(going ? 'label.with' : 'label.now'), at('with')),
      part(say('label.after'), at('after')),
      part(say('label.later'), ({ id }) => !going && sendingSteps.has(id)),
    ),
    numbered: true,
  };
}

/** What law may also require once more is known; what guidance may ask is counted. */
export function openSection(decision: SharingDecision, { say, count }: Speech): Section {
  const open = decision.obligations.filter(({ status }) => status === 'undetermined');
  const musts = open.filter(({ level }) => level === 'must').map(({ text }) => ofAny(text));
  const rest = open.filter(({ level }) => level !== 'must').length;
  return section(say('heading.open'), {
    lines: [...once(musts), ...(rest ? [count(rest, 'more')] : [])],
  });
}
