/** Findings of one decision that cannot both be followed, or both be so. */
import { slotOf } from '../../src/engine/slots.ts';
import { instances } from '../../src/engine/world.ts';
import type { LoadedRule } from '../../src/engine/program.ts';
import * as report from '../../src/engine/report.ts';
import { yes } from '../../src/engine/truth.ts';
import type { obligationIds } from '../../src/model/words.ts';
import { consentKinds } from '../../src/model/words.ts';
import type { Base, Finding, Seen } from './base.ts';

type Obligation = (typeof obligationIds)[number];

/** What cannot be done by someone who is to keep the sharing from a person. */
const speaksOfIt: readonly Obligation[] = [
  'tell-person',
  'seek-views',
  'seek-agreement',
  'give-privacy-information',
  'seek-representations',
];

/** What cannot both be done. */
const opposed: readonly (readonly [Obligation, Obligation])[] = [
  ['explain-refusal', 'neither-confirm-nor-deny'],
  ['seek-agreement', 'do-not-ask-for-consent'],
  ['tell-person', 'withhold-knowledge'],
];

/** Which rules of obligations are met at a person, by what they ask. */
function askedOf({ ground: { program } }: Base, { world }: Seen, person: number) {
  return program.ofKind('obligation').flatMap((loaded) => {
    const { event, scope } = loaded.rule;
    if (event.type !== 'obligation') return [];
    const here = (world.results[loaded.number] ?? []).some((truth, index) => {
      if (truth !== yes) return false;
      switch (scope) {
        case 'person':
          return index === person;
        case 'consent':
          return Math.floor(index / consentKinds.length) === person;
        case 'subject':
          return world.subjects[index]?.person === person;
        default:
          return false;
      }
    });
    return here ? [{ loaded, params: event.params }] : [];
  });
}

const finding = (
  check: string,
  seen: Seen,
  rules: readonly LoadedRule[],
  at: string,
  says: string,
): Finding => ({
  check,
  rules: rules.map(({ rule }) => rule.id).sort(),
  at,
  says,
  request: seen.request,
});

/** What is asked of someone from whom the sharing is to be kept. */
function* askedOfTheUntold(base: Base, seen: Seen): Generator<Finding> {
  for (const { person, verdict } of seen.settled.informing) {
    if (verdict !== 'do-not-tell' && verdict !== 'defer') continue;
    for (const { loaded, params } of askedOf(base, seen, person))
      if (speaksOfIt.includes(params.obligation))
        yield finding(
          'told-and-not-told',
          seen,
          [loaded],
          verdict,
          `\`${params.obligation}\` is asked of someone whose verdict is \`${verdict}\``,
        );
  }
}

/** Obligations that cannot both be done, of one person or of the case. */
function* opposedObligations(base: Base, seen: Seen): Generator<Finding> {
  const { world } = seen;
  const ofCase = base.ground.program
    .ofKind('obligation')
    .flatMap((loaded) =>
      loaded.rule.event.type === 'obligation' && world.results[loaded.number]?.includes(yes)
        ? [{ loaded, params: loaded.rule.event.params }]
        : [],
    );
  for (const [one, other] of opposed) {
    const of = (id: Obligation) => ofCase.filter(({ params }) => params.obligation === id);
    for (const a of of(one)) {
      for (const b of of(other)) {
        // Of two that differ in rank the stronger goes first.
        if (a.params.level !== b.params.level) continue;
        // Two people may each be dealt with in their own way.
        const narrow = [a, b].every(({ loaded }) => loaded.rule.scope !== 'case');
        const together = world.people.some((_, person) => {
          const here = askedOf(base, seen, person).map(({ loaded }) => loaded);
          return here.includes(a.loaded) && here.includes(b.loaded);
        });
        if (narrow && !together) continue;
        yield finding(
          'opposed-obligations',
          seen,
          [a.loaded, b.loaded],
          a.params.level,
          `\`${one}\` and \`${other}\` are both asked`,
        );
      }
    }
  }
}

/** Two rules that answer one fact of one instance differently. */
function* answeredTwice({ ground: { program } }: Base, seen: Seen): Generator<Finding> {
  const { world } = seen;
  const facts = new Set(
    program
      .ofKind('answer')
      .flatMap(({ rule: { event } }) => (event.type === 'answer' ? [event.params.fact] : [])),
  );
  for (const fact of facts) {
    const answers = program.answersTo(fact);
    for (const [at, one] of answers.entries()) {
      for (const other of answers.slice(at + 1)) {
        if (one.value === other.value) continue;
        const { scope } = slotOf(fact);
        const met = (rule: number, index: number) => world.results[rule]?.[index] === yes;
        // INVARIANT: two answers of different scopes are compared where both are of the wider one.
        const both =
          one.scope === other.scope
            ? Array.from({ length: instances(world, one.scope) }).some(
                (_, index) => met(one.rule, index) && met(other.rule, index),
              )
            : [one, other].every(({ rule }) => world.results[rule]?.includes(yes));
        if (both)
          yield finding(
            'answered-twice',
            seen,
            [one, other].map(({ rule }) => program.rules[rule] as LoadedRule),
            fact,
            `\`${fact}\` of one ${scope} is answered in two ways`,
          );
      }
    }
  }
}

/** An item that a duty asks for and a bar keeps back, of which nothing is said. */
function* silentConflicts({ ground }: Base, seen: Seen): Generator<Finding> {
  const { program } = ground;
  const { world, settled } = seen;
  for (const { finding: item, verdict, open } of settled.items) {
    if (!item.conflict || verdict !== 'undetermined' || open.length) continue;
    if (report.advice(program, world, settled, ground.wording, ground.local).length) continue;
    const bars = item.bars.filter(({ truth }) => truth === yes).map(({ rule }) => rule);
    yield finding(
      'silent-conflict',
      seen,
      [...bars, ...item.duties],
      'item',
      'a duty that is met stands against a bar that is met, with no question and no advice',
    );
  }
}

/** Findings of a decision that stand against one another. */
export function* contradictions(base: Base, seen: Seen): Generator<Finding> {
  yield* askedOfTheUntold(base, seen);
  yield* opposedObligations(base, seen);
  yield* answeredTwice(base, seen);
  yield* silentConflicts(base, seen);
}
