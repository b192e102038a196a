import { describe, expect, test } from 'vitest';
import {
  compare,
  isLeaf,
  leavesOf,
  operators,
  parts,
  prepare,
  readableFrom,
  takeApart,
} from '../../src/engine/conditions.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { no, unknown, yes } from '../../src/engine/truth.ts';
import type { Truth } from '../../src/engine/truth.ts';
import { placeAt } from '../../src/engine/world.ts';
import type { Scope } from '../../src/model/facts.ts';
import type { Condition, Leaf, Rule } from '../../src/model/rule.ts';
import {
  all,
  any,
  conclusion,
  consentAt,
  is,
  laidOut,
  not,
  programOf,
  request,
} from '../synthetic.ts';

/** What a rule finds at each instance of its scope. */
function results(
  rules: readonly Rule[],
  said: Record<string, unknown>,
  id: string,
): readonly Truth[] {
  const program = programOf(rules);
  const world = laidOut(request(said));
  evaluate(program, world);
  return world.results[program.byId.get(id)?.number ?? -1] ?? [];
}
const of = (conditions: Condition, said: Record<string, unknown> = {}, scope: Scope = 'case') =>
  results([conclusion('it', conditions, { scope })], said, 'it');

describe('a leaf', () => {
  const level = (operator: string, value: Leaf['value'], answer?: string) =>
    of(
      is('concern.level', value, operator),
      answer === undefined ? {} : { concern: { level: answer } },
    )[0];
  const kinds = (operator: string, value: string, answer?: string[]) =>
    of(
      is('concern.kinds', value, operator),
      answer === undefined ? {} : { concern: { kinds: answer } },
    )[0];

  test.each([
    ['equal', 'welfare', [yes, no]],
    ['notEqual', 'welfare', [no, yes]],
    ['in', ['welfare', 'child-in-need'], [yes, no]],
    ['notIn', ['welfare', 'child-in-need'], [no, yes]],
  ])(
    'with %s compares with a word, and is unknown where that was left out or nobody knows',
    (operator, value, [same, other]) => {
      expect(level(operator, value, 'welfare')).toBe(same);
      expect(level(operator, value, 'none')).toBe(other);
      expect(level(operator, value)).toBe(unknown);
      expect(level(operator, value, 'unsure')).toBe(unknown);
    },
  );

  test.each([
    ['contains', [yes, no]],
    ['doesNotContain', [no, yes]],
  ])(
    'with %s looks a word up in a list, and is unknown where that was left out',
    (operator, [within, without]) => {
      expect(kinds(operator, 'fgm', ['neglect', 'fgm'])).toBe(within);
      expect(kinds(operator, 'fgm', ['neglect'])).toBe(without);
      expect(kinds(operator, 'fgm', [])).toBe(without);
      expect(kinds(operator, 'fgm')).toBe(unknown);
    },
  );

  test('compares whole words, not parts of them', () => {
    expect(level('in', ['child-in-need'], 'emerging-need')).toBe(no);
    expect(kinds('contains', 'other', ['missing'])).toBe(no);
  });

  test.each([
    [true, true, yes],
    [true, false, no],
    [false, true, no],
    [false, false, yes],
    [true, 'unsure', unknown],
    [false, 'unsure', unknown],
    [true, undefined, unknown],
    [false, undefined, unknown],
  ])('that wants %s of an answer %s is worth %s', (wanted, answer, expected) => {
    expect(of(is('recipient.entitled', wanted), { recipient: { entitled: answer } })).toEqual([
      expected,
    ]);
  });

  test('on a question that does not arise is met by the negative operators alone', () => {
    const worth = Object.keys(operators).map((operator) => [
      operator,
      compare(operator, operators[operator]?.list ? ['a'] : 'a')(null),
    ]);
    expect(Object.fromEntries(worth)).toEqual({
      equal: no,
      notEqual: yes,
      in: no,
      notIn: yes,
      contains: no,
      doesNotContain: yes,
    });
    expect(of(is('demand.inWriting', false), { mode: 'proactive' })).toEqual([no]);
    expect(of(is('demand.form', 'email', 'notEqual'), { mode: 'proactive' })).toEqual([yes]);
  });

  test('takes its operator and its fact apart', () => {
    expect(takeApart(is('item.special'))).toEqual({
      quantifier: undefined,
      operator: 'equal',
      rule: undefined,
    });
    expect(takeApart(is('item.nature', ['fact'], 'someFact:in'))).toEqual({
      quantifier: 'some',
      operator: 'in',
      rule: undefined,
    });
    expect(takeApart(is('rule.some-rule', true, 'everyFact:equal'))).toEqual({
      quantifier: 'every',
      operator: 'equal',
      rule: 'some-rule',
    });
    expect(takeApart(is('nation', 'wales', 'noFact:equal')).operator).toBe('noFact:equal');
  });

  test.each<[Scope, string, Record<string, unknown>, number]>([
    [
      'person',
      'person.canConsent',
      { people: [{ ref: 'girl' }, { ref: 'boy', canConsent: true }] },
      1,
    ],
    ['item', 'item.relevant', { items: [{ ref: 'note' }, { ref: 'letter', relevant: true }] }, 1],
    [
      'consent',
      'consent.implied',
      { people: [{ ref: 'girl', consent: { confidentiality: { implied: true } } }] },
      consentAt(0, 'confidentiality'),
    ],
  ])(
    'is read at the %s it is asked at, and is not known of one that is not there',
    (scope, fact, said, index) => {
      const { test: worth } = prepare(is(fact), scope, {
        ruleAt: () => ({ number: 0, scope }),
        answersTo: () => [],
      });
      const world = laidOut(request(said));
      const at = (one: number) => worth(world, { ...placeAt(world, scope, 0), [scope]: one });
      expect([at(index), at(index - 1), at(99)]).toEqual([yes, unknown, unknown]);
    },
  );
});

describe('a tree', () => {
  // One leaf for each of the three values: the recipient is entitled, is not contracted, and the reach is unasked.
  const said = { recipient: { entitled: true, contracted: false } };
  const met = is('recipient.entitled');
  const unmet = is('recipient.contracted');
  const open = is('recipient.reach', 'public');

  test.each<[string, Condition, Truth]>([
    ['all that are met', all(met, met), yes],
    ['all with one not met, whatever is unknown', all(met, open, unmet), no],
    ['all with one unknown', all(met, open), unknown],
    ['any with one met, whatever is unknown', any(unmet, open, met), yes],
    ['any of which none is met', any(unmet, unmet), no],
    ['any with one unknown', any(unmet, open), unknown],
    ['not of what is met', not(met), no],
    ['not of what is not met', not(unmet), yes],
    ['not of what is unknown', not(open), unknown],
    ['what is unknown or not, which stays unknown', any(open, not(open)), unknown],
    ['trees within trees', all(any(unmet, met), not(all(met, unmet))), yes],
  ])('of %s', (_, conditions, expected) => {
    expect(of(conditions, said)).toEqual([expected]);
  });

  test('gives its leaves in order', () => {
    const tree = all(met, any(unmet, not(open)));
    expect([...leavesOf(tree)]).toEqual([met, unmet, open]);
    expect(parts(tree)).toHaveLength(2);
    expect(parts(not(open))).toEqual([open]);
    expect([isLeaf(met), isLeaf(tree)]).toEqual([true, false]);
    expect(parts(met)).toEqual([]);
  });

  test('is made ready part by part, each with what it is worth', () => {
    const tree = all(met, not(open));
    const ready = prepare(tree, 'case', {
      ruleAt: () => ({ number: 0, scope: 'case' }),
      answersTo: () => [],
    });
    const world = laidOut(request(said));
    expect(ready.node).toBe(tree);
    expect(ready.parts.map(({ node }) => node)).toEqual([met, not(open)]);
    const place = placeAt(world, 'case', 0);
    expect(ready.test(world, place)).toBe(unknown);
    expect(ready.parts.map(({ test: worth }) => worth(world, place))).toEqual([yes, unknown]);
    expect(ready.parts[1]?.parts.map(({ test: worth }) => worth(world, place))).toEqual([unknown]);
  });
});

describe('a wider scope read from a narrower one', () => {
  test('is the one that the instance belongs to', () => {
    const said = {
      recipient: { entitled: true },
      people: [
        { ref: 'girl', canConsent: false },
        { ref: 'mother', canConsent: true, consent: { service: { implied: true } } },
      ],
      items: [
        { ref: 'note', about: ['girl', 'mother'], relevant: true },
        { ref: 'letter', about: ['mother'], relevant: false },
      ],
    };
    expect(of(is('recipient.entitled'), said, 'item')).toEqual([yes, yes]);
    expect(of(is('person.canConsent'), said, 'consent')).toEqual([no, no, no, yes, yes, yes]);
    expect(of(is('person.canConsent'), said, 'subject')).toEqual([no, yes, yes]);
    expect(of(is('item.relevant'), said, 'subject')).toEqual([yes, yes, no]);
    expect(of(is('consent.implied'), said, 'consent')[consentAt(1, 'service')]).toBe(yes);
  });

  test('is the case for all, the person for a consent, and the person and the item for a subject', () => {
    expect(readableFrom).toEqual({
      case: ['case'],
      person: ['case', 'person'],
      item: ['case', 'item'],
      consent: ['case', 'person', 'consent'],
      subject: ['case', 'person', 'item', 'subject'],
    });
  });
});

describe('a quantifier', () => {
  const some = (fact: string, value: Leaf['value'] = true, plain = 'equal') =>
    is(fact, value, `someFact:${plain}`);
  const every = (fact: string, value: Leaf['value'] = true, plain = 'equal') =>
    is(fact, value, `everyFact:${plain}`);
  const people = (...answers: unknown[]) => ({
    people: answers.map((canConsent, index) => ({ ref: `person-${index}`, canConsent })),
  });

  test.each([
    ['one is met', [false, 'unsure', true], yes, no],
    ['all are met', [true, true], yes, yes],
    ['none is met', [false, false], no, no],
    ['none is met and one is unknown', [false, undefined], unknown, no],
    ['all others are met and one is unsure', [true, 'unsure'], yes, unknown],
    ['the list is empty', [], no, yes],
  ])('over a list that is given, where %s', (_, answers, ofSome, ofEvery) => {
    expect(of(some('person.canConsent'), people(...answers))).toEqual([ofSome]);
    expect(of(every('person.canConsent'), people(...answers))).toEqual([ofEvery]);
  });

  test('over a list that was left out is unknown', () => {
    expect(of(some('person.canConsent'))).toEqual([unknown]);
    expect(of(every('person.canConsent'))).toEqual([unknown]);
  });

  test('takes the other operators too', () => {
    const said = {
      people: [
        { ref: 'girl', role: 'child', status: ['adopted'] },
        { ref: 'mother', role: 'parent', status: [] },
      ],
    };
    expect(of(some('person.role', ['parent', 'carer'], 'in'), said)).toEqual([yes]);
    expect(of(every('person.role', 'carer', 'notEqual'), said)).toEqual([yes]);
    expect(of(some('person.status', 'adopted', 'contains'), said)).toEqual([yes]);
    expect(of(every('person.status', 'adopted', 'contains'), said)).toEqual([no]);
  });

  test('over people that were left out may find an answer in those that are spoken of, and none against them', () => {
    const said = { concern: { about: ['girl'] }, recipient: { person: 'mother' } };
    expect(of(some('person.isConcerned'), said)).toEqual([yes]);
    expect(of(every('person.isConcerned'), said)).toEqual([no]);
    expect(of(some('person.isConcerned', false), said)).toEqual([yes]);
    expect(of(every('person.isRequester', false), said)).toEqual([unknown]);
  });

  test('over people does not count the unknown subject of an item', () => {
    const said = { people: [{ ref: 'girl', canConsent: true }], items: [{ ref: 'note' }] };
    expect(of(every('person.canConsent'), said)).toEqual([yes]);
    expect(of(some('person.canConsent', false), said)).toEqual([no]);
  });

  test('over items is complete, since an item left out is one of which nothing is known', () => {
    expect(
      of(some('item.relevant'), {
        items: [
          { ref: 'note', relevant: false },
          { ref: 'letter', relevant: false },
        ],
      }),
    ).toEqual([no]);
    expect(of(every('item.relevant'), { items: [{ ref: 'note', relevant: true }] })).toEqual([yes]);
    expect(of(every('item.relevant'))).toEqual([unknown]);
  });

  test('over consents of the case takes those of everyone', () => {
    const given = {
      dataProtection: { status: 'given' },
      confidentiality: { status: 'given' },
      service: { status: 'given' },
    };
    expect(
      of(every('consent.status', 'given'), { people: [{ ref: 'girl', consent: given }] }),
    ).toEqual([yes]);
    expect(
      of(every('consent.status', 'given'), {
        people: [{ ref: 'girl', consent: given }, { ref: 'mother' }],
      }),
    ).toEqual([unknown]);
    expect(
      of(some('consent.status', 'given'), {
        people: [{ ref: 'mother' }, { ref: 'girl', consent: given }],
      }),
    ).toEqual([yes]);
    expect(of(some('consent.status', 'given'), { people: [] })).toEqual([no]);
    expect(of(every('consent.status', 'given'))).toEqual([unknown]);
  });

  test('over the consents of a person takes that person alone, and there are no others', () => {
    const said = {
      items: [{ ref: 'note', about: ['girl'] }],
      people: [
        { ref: 'girl', consent: { service: { status: 'given' } } },
        {
          ref: 'mother',
          consent: {
            dataProtection: { status: 'refused' },
            confidentiality: { status: 'refused' },
            service: { status: 'refused' },
          },
        },
      ],
    };
    expect(of(some('consent.status', 'given'), said, 'person')).toEqual([yes, no]);
    expect(of(every('consent.status', 'refused'), said, 'person')).toEqual([no, yes]);
  });

  test('over the people of an item takes those whom it is about, and is unknown where that was left out', () => {
    const said = {
      people: [
        { ref: 'girl', canConsent: true },
        { ref: 'mother', canConsent: false },
      ],
      items: [
        { ref: 'note', about: ['girl'] },
        { ref: 'letter', about: ['girl', 'mother'] },
        { ref: 'file' },
      ],
    };
    expect(of(every('person.canConsent'), said, 'item')).toEqual([yes, no, unknown]);
    expect(of(some('person.canConsent', false), said, 'item')).toEqual([no, yes, unknown]);
  });

  test('over the consents of an item takes those of the people whom it is about', () => {
    const said = {
      people: [{ ref: 'girl' }, { ref: 'mother', consent: { service: { status: 'given' } } }],
      items: [
        { ref: 'note', about: ['girl'] },
        { ref: 'letter', about: ['girl', 'mother'] },
      ],
    };
    expect(of(some('consent.status', 'given'), said, 'item')).toEqual([unknown, yes]);
    expect(of(some('consent.kind', 'service'), said, 'item')).toEqual([yes, yes]);
  });

  test('over the items of a person takes those that are about that person', () => {
    const said = {
      people: [{ ref: 'girl' }, { ref: 'mother' }, { ref: 'uncle' }],
      items: [
        { ref: 'note', about: ['girl'], relevant: true },
        { ref: 'letter', about: ['girl', 'mother'], relevant: false },
      ],
    };
    expect(of(some('item.relevant'), said, 'person')).toEqual([yes, no, no]);
    expect(of(every('item.relevant'), said, 'person')).toEqual([no, no, yes]);
  });

  test('over the items of a person is not complete where it was left out whom an item is about', () => {
    const said = {
      people: [{ ref: 'girl' }],
      items: [
        { ref: 'note', about: ['girl'], relevant: true },
        { ref: 'letter', relevant: false },
      ],
    };
    const [ofGirl] = of(every('item.relevant'), said, 'person');
    expect(ofGirl).toBe(unknown);
    expect(of(some('item.relevant', false), said, 'person')[0]).toBe(unknown);
    expect(of(some('item.relevant'), said, 'person')[0]).toBe(yes);
  });
});

describe('the conclusion of another rule', () => {
  const answers = (...list: unknown[]) => ({
    people: list.map((canConsent, index) => ({ ref: `person-${index}`, canConsent })),
  });
  const able = conclusion('able', is('person.canConsent'), { scope: 'person' });
  const note = { items: [{ ref: 'note', about: ['person-0'] }] };
  const after = (leaf: Leaf, scope: Scope, said: Record<string, unknown>) =>
    results([able, conclusion('after', leaf, { scope })], said, 'after');

  test('is read at the same scope, or its contrary', () => {
    expect(
      after(is('rule.able'), 'person', { ...answers(true, false, 'unsure'), ...note }),
    ).toEqual([yes, no, unknown]);
    expect(
      after(is('rule.able', false), 'person', { ...answers(true, false, 'unsure'), ...note }),
    ).toEqual([no, yes, unknown]);
  });

  test('is read of the person to whom a consent belongs', () => {
    expect(after(is('rule.able'), 'consent', { ...answers(true, false), ...note })).toEqual([
      yes,
      yes,
      yes,
      no,
      no,
      no,
    ]);
  });

  test.each([
    ['one is met', [false, true], yes, no],
    ['all are met', [true, true], yes, yes],
    ['there is nobody', [], no, yes],
    ['one is unknown', ['unsure', false], unknown, no],
  ])('is quantified from a wider scope, where %s', (_, list, ofSome, ofEvery) => {
    expect(after(is('rule.able', true, 'someFact:equal'), 'case', answers(...list))).toEqual([
      ofSome,
    ]);
    expect(after(is('rule.able', true, 'everyFact:equal'), 'case', answers(...list))).toEqual([
      ofEvery,
    ]);
  });

  test('says of one and the same person what two quantified leaves may say of two', () => {
    const both = conclusion(
      'both',
      all(is('person.canConsent'), is('person.parentalResponsibility')),
      { scope: 'person' },
    );
    const said = {
      people: [
        { ref: 'mother', canConsent: true, parentalResponsibility: false },
        { ref: 'father', canConsent: false, parentalResponsibility: true },
      ],
    };
    const apart = all(
      is('person.canConsent', true, 'someFact:equal'),
      is('person.parentalResponsibility', true, 'someFact:equal'),
    );
    expect(of(apart, said)).toEqual([yes]);
    expect(
      results([both, conclusion('after', is('rule.both', true, 'someFact:equal'))], said, 'after'),
    ).toEqual([no]);
  });

  test('of subjects is quantified over those of an item, of a person and of the case', () => {
    const subjects = conclusion('theirs', all(is('item.relevant'), is('person.canConsent')), {
      scope: 'subject',
    });
    const said = {
      people: [
        { ref: 'girl', canConsent: false },
        { ref: 'mother', canConsent: true },
      ],
      items: [
        { ref: 'note', about: ['girl'], relevant: true },
        { ref: 'letter', about: ['girl', 'mother'], relevant: true },
      ],
    };
    const found = (scope: Scope) =>
      results(
        [subjects, conclusion('after', is('rule.theirs', true, 'someFact:equal'), { scope })],
        said,
        'after',
      );
    expect(found('item')).toEqual([no, yes]);
    expect(found('person')).toEqual([no, yes]);
    expect(found('case')).toEqual([yes]);
    const unsaid = { ...said, items: [{ ref: 'note' }] };
    expect(
      results(
        [subjects, conclusion('after', is('rule.theirs', true, 'someFact:equal'))],
        unsaid,
        'after',
      ),
    ).toEqual([unknown]);
  });

  test('of subjects is not known of all where it was left out whom one item is about', () => {
    const theirs = conclusion('theirs', is('person.canConsent'), { scope: 'subject' });
    const said = {
      people: [{ ref: 'girl', canConsent: true }],
      items: [{ ref: 'note', about: ['girl'] }, { ref: 'letter' }],
    };
    const found = (wanted: boolean, operator: string) =>
      results([theirs, conclusion('after', is('rule.theirs', wanted, operator))], said, 'after');
    expect(found(true, 'everyFact:equal')).toEqual([unknown]);
    expect(found(false, 'someFact:equal')).toEqual([unknown]);
    expect(found(true, 'someFact:equal')).toEqual([yes]);
    // Of the unknown subject this is known, and there may yet be others.
    const always = conclusion('theirs', is('mode', 'on-request'), { scope: 'subject' });
    expect(
      results(
        [always, conclusion('after', is('rule.theirs', true, 'everyFact:equal'))],
        said,
        'after',
      ),
    ).toEqual([unknown]);
  });

  test('of an unknown subject reads one piece alone, and of several pieces none', () => {
    const rule = conclusion('it', is('item.accurate', true, 'someFact:equal'), { scope: 'person' });
    const letter = { ref: 'letter', accurate: true };
    const one = { people: [], items: [letter] };
    expect(results([rule], one, 'it')).toEqual([yes]);
    // Whoever the letter is about, nobody says that the note is about the same person.
    const two = { people: [], items: [letter, { ref: 'note' }] };
    expect(results([rule], two, 'it')).toEqual([unknown]);
    const every = conclusion('it', is('item.accurate', true, 'everyFact:equal'), {
      scope: 'person',
    });
    expect(results([every], two, 'it')).toEqual([unknown]);
  });

  test('is not met where no rule stands under that number', () => {
    const ready = prepare(is('rule.gone'), 'case', {
      ruleAt: () => ({ number: 7, scope: 'case' }),
      answersTo: () => [],
    });
    const world = laidOut(request());
    expect(ready.test(world, placeAt(world, 'case', 0))).toBe(no);
  });
});
