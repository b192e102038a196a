import type { SharingDecision } from '../../model/decision.ts';
import { capital, dateInWords } from '../phrases.ts';
import { checksOf } from './asking.ts';
import { count, ofAny, once, section, somethingGoes } from './section.ts';
import type { Part, Row, Section, Voice } from './section.ts';
import { sendingSteps, stepOrder } from './words.ts';

type Obligation = Row<'obligations'>;

/** What is done last among those of one moment is what only could be done. */
const rank = ({ id, level }: Obligation): number =>
  stepOrder.indexOf(id) + (level === 'could' ? stepOrder.length : 0);

/** What to do now, before, with and after, in the order in which it is done. */
export function stepsSection(decision: SharingDecision, voice: Voice): Section {
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
    const said = id === 'confirm-before-sharing' && when === 'before' ? `Confirm: ${checks}` : text;
    return `${capital(level)}: ${ofAny(said)}${by === undefined ? '' : ` Due by ${dateInWords(by)}.`}`;
  };
  const part = (label: string, among: (one: Obligation) => boolean): Part => ({
    label,
    lines: once(due.filter(among).map(words)),
  });
  const at = (when: Obligation['when']) => (one: Obligation) =>
    one.when === when && (going || !sendingSteps.has(one.id));
  return {
    ...section(
      'What to do now',
      part(going ? 'Before you share' : 'First', at('before')),
      part(going ? 'As you share' : 'Now', at('with')),
      part('Afterwards', at('after')),
      part('If something is shared later', ({ id }) => !going && sendingSteps.has(id)),
    ),
    numbered: true,
  };
}

/** What law may also require once more is known; what guidance may ask is counted. */
export function openSection(decision: SharingDecision): Section {
  const open = decision.obligations.filter(({ status }) => status === 'undetermined');
  const musts = open.filter(({ level }) => level === 'must').map(({ text }) => ofAny(text));
  const rest = open.filter(({ level }) => level !== 'must').length;
  return section('What may also be required, once more is known', {
    lines: [...once(musts), ...(rest ? [`Guidance may ask for ${count(rest, 'more step')}.`] : [])],
  });
}
