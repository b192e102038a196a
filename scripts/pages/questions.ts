import { capital, phrase } from '../../src/cli/words.ts';

/** What each folder of rules asks, in the order in which a practitioner meets them. */
const questions: Readonly<Record<string, string>> = {
  duties: 'Must or should it be shared?',
  powers: 'Is there a power to share?',
  restrictions: 'Does the law forbid it?',
  purpose: 'Is the purpose one for which it may be used?',
  'lawful-basis': 'Is there a lawful basis?',
  'special-category': 'Is there a condition for special category data?',
  'offence-data': 'Is there a condition for data on offences?',
  consent: 'Is a consent valid?',
  confidentiality: 'May what is confidential be shared?',
  proportionality: 'Is it necessary and proportionate?',
  recipient: 'Is this the right recipient?',
  informing: 'Are the people told?',
  obligations: 'What else is to be done?',
  record: 'What is to be recorded?',
  urgency: 'How soon?',
  advice: 'Whom to ask?',
};
const order = Object.keys(questions);
const rank = (question: string): number => {
  const at = order.indexOf(question);
  return at < 0 ? order.length : at;
};

export const questionInWords = (question: string): string =>
  questions[question] ?? capital(question.split('/').map(phrase).join(': '));

/** The anchor that a heading gets. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

/** Folders of rules in the order of the questions; what is not listed stands last. */
export const byQuestion = (a: string, b: string): number =>
  rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
