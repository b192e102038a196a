import type { SharingDecision } from '../../model/decision.ts';
import { phrase } from '../phrases.ts';
import { goes, isOfOffences, section, somethingGoes } from './section.ts';
import type { Row, Section } from './section.ts';
import { fieldWords, humanFields } from './words.ts';

type Entry = Row<'record'>;

const blank = '____________________';
const answer = (value: boolean | string): string =>
  value === true ? 'yes' : value === false ? 'no' : phrase(value);

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
export function recordSection(decision: SharingDecision): Section {
  const fields = decision.record.filter(
    ({ status, field }) => status === 'applies' && !humanFields.includes(field),
  );
  const told = toldAbove(decision);
  const open = fields.filter(({ value }) => value === undefined);
  const above = open.filter(({ field }) => told.has(field));
  const known = fields.flatMap(({ field, value }) =>
    value === undefined ? [] : [`${fieldWords[field]}: ${[value].flat().map(answer).join(', ')}`],
  );
  return section(
    'Record, as soon as you can and never as a reason to wait',
    {
      label: 'Known already',
      lines: [
        ...known,
        ...(above.length
          ? [`Told above: ${above.map(({ field }) => fieldWords[field].toLowerCase()).join('; ')}`]
          : []),
      ],
    },
    {
      label: 'To write down',
      lines: open
        .filter(({ field }) => !told.has(field))
        .map(({ field, level, timing }) =>
          [
            fieldWords[field],
            ...(level === 'must' ? [' (required by law)'] : []),
            ...(timing === 'before' ? [' (before sharing)'] : []),
            `: ${blank}`,
          ].join(''),
        ),
    },
  );
}

/** The lines for the person who decides. */
export const decisionSection = ({ humanDecision }: SharingDecision): Section =>
  section('Decision of the person responsible', {
    label: humanDecision.why,
    lines: [...humanFields.map((field) => fieldWords[field]), 'Signature'].map(
      (text) => `${text}: ${blank}`,
    ),
  });
