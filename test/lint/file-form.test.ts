import { expect, test } from 'vitest';
import { everyRuleFile } from '../rulebase.ts';

const keys = [
  '$schema',
  'id',
  'title',
  'summary',
  'scope',
  'extent',
  'effective',
  'commencement',
  'references',
  'ledger',
  'exceptionTo',
  'related',
  'conditions',
  'event',
  'because',
  'becauseNot',
  'rationale',
  'limits',
  'review',
];

test.each(everyRuleFile.map(({ file, rule }) => [file, rule] as const))(
  '%s has its id as its name, and its keys in order',
  (file, rule) => {
    expect(`${rule.id}.json`).toBe(file);
    const own = Object.keys(rule);
    expect(own).toEqual(keys.filter((key) => own.includes(key)));
  },
);
