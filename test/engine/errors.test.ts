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
  const made = () => new InvalidRequestError([birth, shape]);

  test('is told apart by its code and name, and is an error', () => {
    const error = made();
    expect(error).toBeInstanceOf(Error);
    expect([error.code, error.name]).toEqual(['invalid-request', 'InvalidRequestError']);
  });

  test('holds every issue as it was given', () => {
    expect(made().issues).toEqual([birth, shape]);
  });

  test('reads as place, colon, problem, with the help below, one issue after another', () => {
    expect(made().message).toBe(
      'request, /people/0/dateOfBirth: expected a calendar date such as 2014-03-02\n' +
        '  help: write the year, month and day as YYYY-MM-DD\n' +
        'request: expected an object\n' +
        '  help: give an object',
    );
  });

  test('tells a thousand issues, and counts the rest, which it holds all the same', () => {
    const lines = (count: number) => {
      const error = new InvalidRequestError(Array.from({ length: count }, () => shape));
      expect(error.issues).toHaveLength(count);
      return error.message.split('\n');
    };
    expect(lines(1000)).toHaveLength(2000);
    expect(lines(1000).at(-1)).toBe('  help: give an object');
    expect(lines(1003)).toHaveLength(2001);
    expect(lines(1003).at(-1)).toBe('and 3 more');
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
  const made = () => new InvalidPackError([inRule, inPack]);

  test('is told apart by its code and name, and is an error', () => {
    const error = made();
    expect(error).toBeInstanceOf(Error);
    expect([error.code, error.name]).toEqual(['invalid-pack', 'InvalidPackError']);
  });

  test('holds every issue as it was given', () => {
    expect(made().issues).toEqual([inRule, inPack]);
  });

  test('names the rule where there is one, and else the pack', () => {
    expect(made().message).toBe(
      'rule `place-tell-hub`, /conditions/all/2/fact: unknown fact `person.rola`\n' +
        '  help: did you mean `person.role`?\n' +
        'pack `place`, /version: expected text\n' +
        '  help: give a version',
    );
  });
});
