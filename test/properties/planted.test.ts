import { describe, expect, test } from 'vitest';
import type { Evaluator } from './evaluator.ts';
import { lawsOfPacks } from './index.ts';
import type { EngineBug } from './planting.ts';
import { planted } from './planting.ts';
import { failure } from './property.ts';

interface Bug extends EngineBug {
  name: string;
  /** The laws that must each notice. */
  noticed: readonly string[];
}

const bugs: readonly Bug[] = [
  {
    name: 'not takes what is unknown for true',
    file: 'truth.ts',
    from: '(2 - a) as Truth;',
    to: '(a === 2 ? 0 : 2) as Truth;',
    noticed: ['agrees-with-naive', 'kleene', 'quantifiers', 'exceptions', 'knowledge-of-packs'],
  },
  {
    name: 'an exception that is unknown is passed over',
    file: 'evaluate.ts',
    from: 'and(truth, not(exceptedAt(loaded, index, run)))',
    to: '(exceptedAt(loaded, index, run) === yes ? no : truth)',
    noticed: ['agrees-with-naive', 'exceptions'],
  },
  {
    name: 'an exception is forgotten',
    file: 'evaluate.ts',
    from: 'and(truth, not(exceptedAt(loaded, index, run)))',
    to: 'truth',
    noticed: ['agrees-with-naive', 'exceptions'],
  },
  {
    name: 'all stops at what is unknown',
    file: 'flat.ts',
    from: 'part < end && truth !== last;',
    to: 'part < end && truth !== last && (kind !== ofAll || truth === yes);',
    noticed: ['agrees-with-naive', 'kleene', 'order'],
  },
  {
    name: 'any takes what is unknown for false',
    file: 'flat.ts',
    from: 'one > truth) truth = one;',
    to: 'one === yes) truth = one;',
    noticed: ['agrees-with-naive', 'kleene', 'knowledge-of-packs'],
  },
  {
    name: 'every stops at what is unknown',
    file: 'truth.ts',
    from: 'index < list.length && truth !== no;',
    to: 'index < list.length && truth === yes;',
    noticed: ['agrees-with-naive'],
  },
  {
    name: 'every of an empty list is not met',
    file: 'truth.ts',
    from: 'let truth: Truth = yes;',
    to: 'let truth: Truth = [...list].length ? yes : no;',
    noticed: ['agrees-with-naive', 'quantifiers'],
  },
  {
    name: 'some takes what is unknown for false',
    file: 'truth.ts',
    from: 'truth = or(truth, test(list[index] as T));',
    to: 'truth = test(list[index] as T) === yes ? yes : truth;',
    noticed: ['agrees-with-naive', 'quantifiers', 'knowledge-of-packs'],
  },
  {
    name: 'an answer left out is read as no',
    file: 'conditions.ts',
    from: 'if (value === undefined || value === unsure) return unknown;',
    to: 'if (value === unsure) return unknown;',
    noticed: ['agrees-with-naive', 'knowledge-of-packs'],
  },
  {
    name: 'a list left out is read as complete',
    file: 'ranges.ts',
    from: 'person: { indexes: persons, complete: peopleKnown },',
    to: 'person: { indexes: persons, complete: true },',
    noticed: ['agrees-with-naive'],
  },
  {
    name: 'a bar that is unknown lets an item go',
    file: 'combine.ts',
    from: '(confirm ? no : truth)',
    to: '(truth === yes ? yes : no)',
    noticed: ['polarity'],
  },
];

const evaluatorWith = async (bug: Bug): Promise<Evaluator> =>
  (await planted<{ engine: Evaluator }>('evaluator.ts', bug)).engine;

describe('a bug that is planted on purpose', () => {
  test.each(bugs.map((bug) => [bug.name, bug] as const))(
    'is caught: %s',
    { timeout: 300_000 },
    async (_, bug) => {
      const laws = lawsOfPacks(await evaluatorWith(bug));
      const silent = bug.noticed.filter((name) => {
        const law = laws.find((one) => one.name === name);
        return !law || failure(law.run({ runs: 500, seed: 7, shrink: false })) === undefined;
      });
      expect(silent).toEqual([]);
    },
  );
  test('is not seen where there is none', { timeout: 300_000 }, async () => {
    const same = bugs[0] as Bug;
    const laws = lawsOfPacks(await evaluatorWith({ ...same, to: same.from }));
    expect(laws.map((law) => failure(law.run({ runs: 50, seed: 7 })))).toEqual(
      laws.map(() => undefined),
    );
  });
});
