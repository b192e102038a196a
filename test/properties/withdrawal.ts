import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { recordOf } from '../../src/testing/dictionary.ts';
import { decide } from '../../src/index.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { program } from '../decided.ts';
import { goes, meaningful, see } from './national.ts';
import type { Seen } from './national.ts';
import { consenting, faultless, ofEach, peopleOf, servedBy, subjectsOf } from './people.ts';
import { property } from './property.ts';

const since2018 = '2018-05-25';
const ways = ['said', 'on the day', 'before'] as const;
interface Withdrawn {
  request: Json;
  way: (typeof ways)[number];
  whose: number;
}

/** Rules that rest on a person's consent in data protection law. */
const consentRules: ReadonlySet<string> = (() => {
  const resting = new Set<string>();
  for (let grown = -1; grown !== resting.size;) {
    grown = resting.size;
    for (const { rule } of program.rules) {
      const text = JSON.stringify(rule.conditions);
      const rests =
        /"person.dataProtectionConsentValid","operator":"(\w+:)?equal","value":true/.test(text) ||
        (['special-category-condition', 'offence-data-condition', 'lawful-basis'].includes(
          rule.event.type,
        ) &&
          [...resting].some((id) => text.includes(`"rule.${id}"`)));
      const permits = !['caution', 'obligation', 'restriction', 'advice'].includes(rule.event.type);
      if (rests && permits) resting.add(rule.id);
    }
  }
  return resting;
})();

const given = (request: Json): Json =>
  ofEach(request, (person) => consenting(person, 'dataProtection', faultless(person['ref'])));
const withdrawn = ({ request, way, whose }: Withdrawn): Json =>
  ofEach(given(request), (person, index) => {
    if (index !== whose % peopleOf(request).length) return person;
    const consent = faultless(person['ref']);
    return consenting(person, 'dataProtection', {
      ...consent,
      ...(way === 'said'
        ? { status: 'withdrawn' }
        : { withdrawnOn: way === 'before' ? '2000-01-01' : request['on'] }),
    });
  });

/** What an item needs that a consent may carry: a basis and conditions where it identifies someone, a purpose always. */
const kindsNeeded = [
  ['purpose', 'reuse-compatible'],
  ['basis', 'lawful-basis'],
  ['special', 'special-category-condition'],
  ['offence', 'offence-data-condition'],
] as const;

/** Whether an item went without leaning on anybody's consent. */
const wentWithoutConsent = (seen: Seen, item: number): boolean => {
  const finding = seen.settled.items[item]?.finding;
  const identifies = recordOf(seen.world.request.items?.[item] ?? {})['identifies'] !== false;
  return (
    finding !== undefined &&
    goes(seen.settled.items[item]?.verdict ?? 'withhold') &&
    kindsNeeded.every(
      ([need, kind]) =>
        (!identifies && need !== 'purpose') ||
        (finding.needs[need] === 2 && finding.permissions[need] !== 2) ||
        servedBy(seen, item, kind, (rule) => !consentRules.has(rule)),
    )
  );
};

const relying = ({ lawfulBases, conditions }: SharingDecision, reached: readonly string[]) => [
  ...lawfulBases
    .filter(
      ({ status, items, reasons }) =>
        status === 'available' &&
        items.some((item) => reached.includes(item)) &&
        reasons.every((rule) => consentRules.has(rule)),
    )
    .map(({ article }) => article),
  ...conditions
    .filter(
      ({ item, status, reasons }) =>
        status === 'available' &&
        reached.includes(item) &&
        reasons.length > 0 &&
        reasons.every((rule) => consentRules.has(rule)),
    )
    .map(({ article }) => article),
];

const verdicts = ({ outcome, items }: SharingDecision): string =>
  [outcome, ...items.map(({ ref, verdict }) => `${ref} ${verdict}`)].join();

/** Property 12 of the contract. */
export const withdrawal = property<Withdrawn>({
  name: 'withdrawal',
  says: 'a consent that is withdrawn carries nothing more, and takes away nothing that another basis supports, the record included',
  arbitrary: fc.record({
    request: requests({
      ...meaningful,
      people: { min: 1, max: 2 },
      unlisted: 0,
      usual: {
        'person.canConsent': [true],
        'person.underCoercion': [false],
        'person.bestInterests': [true],
        'item.categories': [['health'], ['family'], ['criminal-allegation'], ['observation']],
      },
    }),
    way: fc.constantFrom(...ways),
    whose: fc.nat({ max: 1 }),
  }),
  holds: (drawn) => {
    const [low, high] = [given(drawn.request), withdrawn(drawn)];
    const [before, after] = [low, high].map(see) as [Seen, Seen];
    const [was, is] = [low, high].map((one) => decide(one as unknown as SharingRequest)) as [
      SharingDecision,
      SharingDecision,
    ];
    const whose = String(peopleOf(high)[drawn.whose % peopleOf(high).length]?.['ref']);
    const reached = after.world.items.filter((item) => subjectsOf(after, item).includes(whose));
    const obliged = (id: string) => is.obligations.some((one) => one.id === id);
    const fields = new Set(is.record.map(({ field }) => field));
    const collected = (item: number) => {
      const said = after.world.request.items?.[item]?.collectedOnConsent;
      return (said ?? after.world.request.allItems?.collectedOnConsent) !== false;
    };
    return {
      premise: relying(was, reached).length > 0,
      faults: [
        ...relying(is, reached).map((article) => `${article} is available on a withdrawn consent`),
        ...is.consents
          .filter(
            ({ person, kind, verdict }) =>
              person === whose && kind === 'dataProtection' && verdict === 'valid',
          )
          .map(() => 'a withdrawn consent is valid'),
        ...after.settled.items.flatMap(({ verdict }, item) =>
          !goes(verdict) && !collected(item) && wentWithoutConsent(before, item)
            ? [
                `item ${after.world.items[item] ?? ''} needs no consent, and is ${verdict} once one is withdrawn`,
              ]
            : [],
        ),
        // What no longer goes needs no condition to be recorded: only where all stands as it did is every field kept.
        ...(verdicts(was) === verdicts(is)
          ? was.record
              .filter(({ field }) => field !== 'consent' && !fields.has(field))
              .map(({ field }) => `${field} is no longer recorded`)
          : []),
        ...(['decision-made', 'decided-by', 'why'] as const)
          .filter((field) => !fields.has(field))
          .map((field) => `${field} is not recorded`),
        ...(String(high['on']) >= since2018
          ? (['stop-relying-on-consent', 'keep-record-despite-withdrawal'] as const)
              .filter((id) => !obliged(id))
              .map((id) => `nobody is told to ${id}`)
          : []),
      ],
    };
  },
});
