import { describe, expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/engine/errors.ts';
import { caseNote, checkRecord, decide, explain } from '../../src/index.ts';
import type { Narrowing, SharingRequest } from '../../src/index.ts';

const request: SharingRequest = {
  on: '2026-11-21',
  mode: 'proactive',
  people: [{ ref: 'girl' }],
  items: [{ ref: 'note', about: ['girl'] }],
};
const decision = decide(request);

/** The message and help of what a call throws, which has one issue and repeats nothing that it was given. */
function refused(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([['wrong-options', '']]);
    expect(error.message).not.toContain('Owl');
    return error.message;
  }
  return 'nothing was thrown';
}

describe('an explanation is refused where it is narrowed', () => {
  test.each<[string, unknown, RegExp]>([
    ['to nothing', null, /expected a narrowing/],
    ['by a word', 'Owl', /expected a narrowing/],
    ['by what is no narrowing', { Owl: 'girl' }, /expected a narrowing .*\n.*leave out/],
    ['to what is no word', { person: 1 }, /expected a narrowing/],
    [
      'to a rule that is not there',
      { rule: 'Owl' },
      /a rule that is not there\n.*an id of `rules`/,
    ],
    [
      'to a rule that is misspelt',
      { rule: 'ca2004-s16h-information-requests' },
      /did you mean `ca2004-s16h-information-request`\?/,
    ],
    ['to a person who is not there', { person: 'Owl' }, /a person or an item .*\n.*`ref`/],
    ['to an item that is not there', { item: 'Owl' }, /a person or an item/],
  ])('%s', (_, narrowing, message) => {
    expect(refused(() => explain(request, narrowing as Narrowing))).toMatch(message);
  });
});

test('an explanation is given where it is narrowed to what is there, or where a part is undefined', () => {
  const asked: object = { person: 'girl', item: 'note', rule: undefined };
  const at = explain(request, asked as Narrowing).map((one) => one.at);
  expect(at).not.toHaveLength(0);
  for (const one of at) expect(one).toEqual({ person: 'girl', item: 'note' });
  expect(
    explain({ ...request, on: '2004-01-01' }, { rule: 'ca2004-s16h-information-request' }),
  ).toEqual([]);
});

describe('what is no decision is refused', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'Owl'],
    ['what safeDecide returns', { success: true, decision }],
    [
      'one of another schema version',
      { ...decision, provenance: { ...decision.provenance, schemaVersion: 'Owl' } },
    ],
  ])('%s', (_, given) => {
    const message =
      /expected a decision of schema version 1\n.*the whole of what `decide` returned/;
    expect(refused(() => caseNote(given as typeof decision))).toMatch(message);
    expect(refused(() => checkRecord(given as typeof decision, {}))).toMatch(message);
  });
});

test('a decision that was kept as JSON is as good as a fresh one', () => {
  const kept = JSON.parse(JSON.stringify(decision)) as typeof decision;
  expect(caseNote(kept)).toBe(caseNote(decision));
  expect(checkRecord(kept, {})).toEqual(checkRecord(decision, {}));
});

test.each(['pdf', 'toString'])('a note is refused in the format %s', (format) => {
  expect(refused(() => caseNote(decision, { format: format as 'text' }))).toMatch(
    /no note of this format\n.*allowed: markdown, text/,
  );
});

describe('a record is refused', () => {
  test.each<[string, unknown, RegExp]>([
    ['that is nothing', null, /expected a record.*\n.*allowed: /],
    ['that is a list', [], /expected a record.*\n.*allowed: /],
    ['that is a word', 'Owl', /expected a record.*\n.*allowed: /],
    ['with a field that is not there', { Owl: 'a word' }, /expected a record.*\n.*allowed: /],
    ['with a field that is misspelt', { whi: 'a word' }, /did you mean `why`\?/],
  ])('%s', (_, record, message) => {
    expect(
      refused(() => checkRecord(decision, record as Parameters<typeof checkRecord>[1])),
    ).toMatch(message);
  });
});
