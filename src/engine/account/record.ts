import type { SharingDecision } from '../../model/decision.ts';
import { goes, isOfOffences, section, somethingGoes } from './section.ts';
import type { Row, Section } from './section.ts';
import type { Speech } from './speech.ts';
import { humanFields } from './words.ts';

type Entry = Row<'record'>;

const blank = '____________________';
const answer =
  ({ say, word }: Speech) =>
  (value: boolean | string): string =>
    typeof value === 'string' ? word(value) : say(value ? 'yes' : 'no');

/** The fields that the other sections of a note fill in. */
function toldAbove(decision: SharingDecision): ReadonlySet<Entry['field']> {
  const { items, gateways, conditions, informing, consents } = decision;
  const available = conditions.filter(({ status }) => status === 'available');
  const told: Partial<Record<Entry['field'], boolean>> = {
    shared: somethingGoes(decision),
    'not-shared': items.some((item) => !goes(item)),
    'power-or-duty': gateways.some(
      ({ kind, status }) => status === 'applies' && kind !== 'restriction',
    ),
    'special-category-condition': available.some((row) => !isOfOffences(row)),
    'offence-data-condition': available.some(isOfOffences),
    'ground-for-not-telling': informing.some(({ grounds }) => grounds.length),
    consent: consents.some(({ verdict }) => verdict === 'valid' || verdict === 'invalid'),
  };
  return new Set(
    Object.entries(told).flatMap(([field, is]) => (is ? [field as Entry['field']] : [])),
  );
}

/** The record: what is known of it, what the note tells already, and what is still to be written down. */
export function recordSection(decision: SharingDecision, speech: Speech): Section {
  const { say } = speech;
  const fields = decision.record.filter(
    ({ status, field }) => status === 'applies' && !humanFields.includes(field),
  );
  const told = toldAbove(decision);
  const open = fields.filter(({ value }) => value === undefined);
  const above = open.filter(({ field }) => told.has(field));
  const known = fields.flatMap(({ field, value }) =>
    value === undefined
      ? []
      : [
          say('recorded', {
            field: say(`field.${field}`),
            value: [value].flat().map(answer(speech)).join(', '),
          }),
        ],
  );
  return section(
    say('heading.record'),
    {
      label: say('label.known'),
      lines: [
        ...known,
        ...(above.length
          ? [
              say('toldAbove', {
                fields: above.map(({ field }) => say(`field.${field}`).toLowerCase()).join('; '),
              }),
            ]
          : []),
      ],
    },
    {
      label: say('label.toWrite'),
      lines: open
        .filter(({ field }) => !told.has(field))
        .map(({ field, level, timing }) =>
          say('recorded', {
            field: [
              say(`field.${field}`),
              ...(level === 'must' ? [say('requiredByLaw')] : []),
              ...(timing === 'before' ? [say('beforeSharing')] : []),
            ].join(''),
            value: blank,
          }),
        ),
    },
  );
}

/** The lines for the person who decides. */
export const decisionSection = ({ humanDecision }: SharingDecision, { say }: Speech): Section =>
  section(say('heading.decision'), {
    label: humanDecision.why,
    lines: [...humanFields.map((field) => say(`field.${field}`)), say('signature')].map((field) =>
      say('recorded', { field, value: blank }),
    ),
  });
