import { kinds } from '../../src/engine/kinds.ts';
import { capital, factInWords, kindNames, phrase, series } from '../../src/cli/words.ts';
import type { Rule, RuleEvent } from '../../src/model/rule.ts';
import { bold, code, text } from '../markdown.ts';

/** What a finding is, and what follows from it, in sentences. */
interface Follows {
  what: string;
  met: string;
  notMet: string;
  unknown: string;
}

const notCounted =
  'It is not counted, and is listed as undetermined with the questions that would settle it.';
const openForAnother = 'This one is not open; another may be.';
const held =
  'The piece is held back as undetermined, and the questions that would settle it are asked.';
const nothing = 'Nothing follows from this rule.';
const notGiven = 'It is not given.';
const stillGiven = 'It is given all the same, marked as undetermined.';
const rests = {
  law: 'the law does not allow it',
  guidance: 'guidance advises against it',
} as const;
const strengths = {
  must: 'must be shared: the law requires it',
  should: 'should be shared: guidance says so',
} as const;
const against = {
  must: 'Where a bar that it does not lift is met too, neither wins: the piece is undetermined and legal advice is needed.',
  should:
    'Where a bar that rests on guidance is met too, neither wins: the piece is undetermined and legal advice is needed. A bar in law prevails over it.',
} as const;
const levels = { must: 'must', should: 'should', could: 'could' } as const;

const dataCondition = (
  params: { article: string; schedule1?: string | undefined; appropriatePolicyDocument: string },
  whose: string,
): Follows => {
  const { article, schedule1, appropriatePolicyDocument } = params;
  const paragraph =
    schedule1 === undefined
      ? ''
      : `, ${/^\d/.test(schedule1) ? 'Schedule 1 paragraph ' : ''}${schedule1}`;
  return {
    what: `${/^\d/.test(article) ? 'Article ' : ''}${article}${paragraph}; an appropriate policy document is ${phrase(appropriatePolicyDocument)}`,
    met: `The condition is available. A piece with ${whose} goes only where such a condition is available for everyone whom it is about.`,
    notMet: openForAnother,
    unknown: notCounted,
  };
};

const bar = (level: 'law' | 'guidance', more = ''): Follows => ({
  what: `it rests on ${level}${more}`,
  met: `The piece is withheld: ${rests[level]}.`,
  notMet: 'This rule does not stand against the piece.',
  unknown: held,
});

function duration({ days, months }: { days?: number | undefined; months?: number | undefined }) {
  const parts = [
    ...(months === undefined ? [] : [`${months} ${months === 1 ? 'month' : 'months'}`]),
    ...(days === undefined ? [] : [`${days} ${days === 1 ? 'day' : 'days'}`]),
  ];
  return series(parts);
}

/** What follows from an event when its rule is met, not met or not known. */
export function followsOf(event: RuleEvent, linked: (rule: string) => string): Follows {
  switch (event.type) {
    case 'lawful-basis': {
      const { article, condition, preference, alternative } = event.params;
      return {
        what: `${phrase(article)}${condition === undefined ? '' : `, ${condition}`}; of several the lowest number is preferred, and this one has ${preference}`,
        met: `The basis is available. A piece that identifies someone goes only where there is a lawful basis for everyone whom it is about.${alternative ? ' It is told only where it holds: one of two bases holds, and it is not known which.' : ''}`,
        notMet: openForAnother,
        unknown: notCounted,
      };
    }
    case 'special-category-condition':
      return dataCondition(event.params, 'special category data');
    case 'offence-data-condition':
      return dataCondition(event.params, 'data on offences');
    case 'confidence-met':
      return {
        what: `by way of ${phrase(event.params.by)}`,
        met: 'As far as this rule goes, the duty of confidence does not stand against the piece.',
        notMet: openForAnother,
        unknown: notCounted,
      };
    case 'reuse-compatible':
      return {
        what: 'the purpose is compatible with that for which the information was collected',
        met: 'The purpose is one for which the piece may be used. This is never a lawful basis by itself.',
        notMet: openForAnother,
        unknown: notCounted,
      };
    case 'power': {
      const { gateway, scheme } = event.params;
      return {
        what: `listed under ${code(gateway)}${scheme === undefined ? '' : `, under ${phrase(scheme)}`}`,
        met: 'The sharer has a power: the piece may be shared, as far as a power goes. Only a public authority needs one.',
        notMet: openForAnother,
        unknown: notCounted,
      };
    }
    case 'duty': {
      const { gateway, strength, lifts, scheme } = event.params;
      return {
        what: `listed under ${code(gateway)}${scheme === undefined ? '' : `, under ${phrase(scheme)}`}`,
        met: `What goes ${strengths[strength]}.${lifts ? ` It lifts these bars: ${lifts.map(linked).join(', ')}.` : ''} ${against[strength]}`,
        notMet: 'There is no such duty. Sharing may still be permitted.',
        unknown: `${notCounted}${lifts ? ' A bar that it would lift is then not known either.' : ''}`,
      };
    }
    case 'restriction':
      return bar(event.params.level, `; listed under ${code(event.params.gateway)}`);
    case 'harm':
      return bar(event.params.level);
    case 'proportionality': {
      const base = bar(event.params.level);
      return { ...base, met: `${base.met} It counts for pieces that identify someone.` };
    }
    case 'guidance-condition': {
      const base = bar(event.params.level);
      return {
        ...base,
        what: `${base.what}; it is written as the condition not being kept, and counts only below significant harm`,
        met: `${base.met} At significant harm and above it does not count.`,
      };
    }
    case 'consent-defect': {
      const { defect, verdict = 'invalid' } = event.params;
      return {
        what: phrase(defect),
        met: `The consent is ${phrase(verdict)}: nothing can rest on it. Another basis may be open.`,
        notMet: 'This does not stand against the consent.',
        unknown: 'Whether the consent is valid is undetermined.',
      };
    }
    case 'not-telling': {
      const { grade, ground, exemption, unknown, while: only } = event.params;
      return {
        what: `${phrase(ground)}${exemption === undefined ? '' : ` (${exemption})`}`,
        met: `The person ${phrase(grade)}. The strongest ground counts.`,
        notMet: 'This is no ground to keep it from the person.',
        unknown:
          unknown === 'ask'
            ? 'The question is asked. It does not by itself keep the person from being told.'
            : `Whether the person is told is undetermined until it is answered${only ? `, but only where each of these was answered with yes or "unsure": ${only.map((fact) => text(factInWords(fact))).join(' ')}` : '.'}`,
      };
    }
    case 'change':
      return {
        what: phrase(event.params.change),
        met: `The piece goes only with this change: ${phrase(event.params.change)}.`,
        notMet: 'No such change is called for.',
        unknown: event.params.whenUnknown
          ? `It is made all the same, until it is known that it need not be, once this is answered: ${series(event.params.whenUnknown.madeOnce.map(factInWords))}`
          : 'The change is not called for.',
      };
    case 'obligation': {
      const { obligation, level, when, text: says, due } = event.params;
      return {
        what: `${phrase(obligation)}, ${when === 'with' ? 'with the sharing' : `${when} the sharing`}`,
        met: `The practitioner is told that they ${levels[level]} do this: "${text(says)}"${due ? ` It is due ${duration(due)} after ${due.from === 'on' ? 'the date of the decision.' : `this date: ${text(factInWords(due.from))}`}` : ''}`,
        notMet: nothing,
        unknown: stillGiven,
      };
    }
    case 'advice':
      return {
        what: phrase(event.params.who),
        met: `The practitioner is sent to ${phrase(event.params.who)}, about this: "${text(event.params.about)}"`,
        notMet: nothing,
        unknown: notGiven,
      };
    case 'record-field': {
      const { field, level, timing, value } = event.params;
      return {
        what: phrase(field),
        met: `It ${levels[level]} be recorded, ${timing === 'before' ? 'before sharing' : 'as soon as possible after the decision'}.${value === undefined ? '' : ` It is filled from this: "${text(factInWords(value))}"`}`,
        notMet: nothing,
        unknown: stillGiven,
      };
    }
    case 'urgency':
      return {
        what: phrase(event.params.urgency),
        met: `The urgency of the decision is at least "${phrase(event.params.urgency)}".`,
        notMet: nothing,
        unknown: notGiven,
      };
    case 'caution':
      return {
        what: 'a warning beside the decision',
        met: 'It is shown beside the decision, in the words below.',
        notMet: nothing,
        unknown: notGiven,
      };
    case 'answer': {
      const { fact, value } = event.params;
      const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : phrase(value);
      return {
        what: 'it fills in what nobody was asked',
        met: `Where it was left out, this is taken as answered: ${text(factInWords(fact))} ${bold(words)} An answer that was given, "unsure" included, is never replaced.`,
        notMet: 'The question stays as it was.',
        unknown: 'The question stays as it was.',
      };
    }
    case 'conclusion':
      return {
        what: 'it decides nothing by itself',
        met: 'Rules that read it take it as met.',
        notMet: 'Rules that read it take it as not met.',
        unknown: 'Rules that read it take it as not known.',
      };
  }
}

/** What kind of finding a rule is, in one line. */
export const kindLine = ({ event }: Rule, { what }: Follows): string =>
  `${capital(kindNames[event.type])}: ${what}.`;

/** Whether a rule can hold a piece back. */
export const isBar = ({ event }: Rule): boolean => kinds[event.type].polarity === 'bar';
