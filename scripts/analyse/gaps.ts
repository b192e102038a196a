/** Decisions that leave the practitioner without a reason, or without anything to do next. */
import { basesOf } from '../../src/engine/bases.ts';
import { itemsOf } from '../../src/engine/reasons.ts';
import { questions } from '../../src/engine/questions.ts';
import * as report from '../../src/engine/report.ts';
import type { Base, Finding, Seen } from './base.ts';

/** What a decision does not say though it should. */
export function* gaps({ ground }: Base, seen: Seen): Generator<Finding> {
  const { program, foundation, local } = ground;
  const { world, settled, request } = seen;
  const gap = (check: string, at: string, says: string): Finding => ({
    check,
    rules: [],
    at,
    says,
    request,
  });
  const items = itemsOf(program, world, settled, basesOf(settled.bases, world, foundation.regimes));
  for (const { verdict, reasons } of items)
    if (!reasons.length) yield gap('no-reason', verdict, `an item is \`${verdict}\` for no reason`);
  const held = settled.items.filter(
    ({ verdict, open }) => verdict === 'undetermined' && !open.length,
  );
  const advised = () => report.advice(program, world, settled, ground.wording, local).length > 0;
  if (held.length && !advised())
    yield gap('held-in-silence', settled.outcome, 'an item is held with no question and no advice');
  const mayGo = settled.items.some(({ verdict }) => verdict !== 'withhold');
  const untold = settled.informing.filter(({ verdict }) => verdict === 'undetermined');
  if (mayGo && untold.length && !questions(program, world, settled).length && !advised())
    yield gap(
      'telling-in-silence',
      settled.outcome,
      'whether someone is told is held open with no question and no advice',
    );
}
