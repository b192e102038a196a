import { describe, expect, test } from 'vitest';
import { InvalidPackError, InvalidRequestError } from '../../src/engine/errors.ts';

const birth = {
  code: 'not-a-date',
  path: '/people/0/dateOfBirth',
  message: 'expected a calendar date such as 2014-03-02',
  help: 'write the year, month and day as YYYY-MM-DD',
};
const shape = {
  code: 'wrong-type',
  path: '',
  message: 'expected an object',
  help: 'give an object',
};

describe('a malformed request', () => {
  const error = new InvalidRequestError([birth, shape]);

  test('is told apart by its code and name, and is an error', () => {
    expect(error).toBeInstanceOf(Error);
    expect([error.code, error.name]).toEqual(['invalid-request', 'InvalidRequestError']);
  });

  test('holds every issue as it was given', () => {
    expect(error.issues).toEqual([birth, shape]);
  });

  test('reads as place, colon, problem, with the help below, one issue after another', () => {
    expect(error.message).toBe(
      'request, /people/0/dateOfBirth: expected a calendar date such as 2014-03-02\n' +
        '  help: write the year, month and day as YYYY-MM-DD\n' +
        'request: expected an object\n' +
        '  help: give an object',
    );
  });
});

describe('a defective pack', () => {
  const inRule = {
    pack: 'place',
    rule: 'place-tell-hub',
    code: 'unknown-fact',
    path: '/conditions/all/2/fact',
    message: 'unknown fact `person.rola`',
    help: 'did you mean `person.role`?',
  };
  const inPack = {
    pack: 'place',
    code: 'invalid-type',
    path: '/version',
    message: 'expected text',
    help: 'give a version',
  };
  const error = new InvalidPackError([inRule, inPack]);

  test('is told apart by its code and name, and is an error', () => {
    expect(error).toBeInstanceOf(Error);
    expect([error.code, error.name]).toEqual(['invalid-pack', 'InvalidPackError']);
  });

  test('holds every issue as it was given', () => {
    expect(error.issues).toEqual([inRule, inPack]);
  });

  test('names the rule where there is one, and else the pack', () => {
    expect(error.message).toBe(
      'rule `place-tell-hub`, /conditions/all/2/fact: unknown fact `person.rola`\n' +
        '  help: did you mean `person.role`?\n' +
        'pack `place`, /version: expected text\n' +
        '  help: give a version',
    );
  });
});
