import type { SharingDecision } from '../model/decision.ts';
import { questionOf } from './ask.ts';
import { isHigh } from './combine.ts';
import type { Settled } from './settle.ts';
import { byText } from './order.ts';
import { slotOf } from './slots.ts';
import type { Texts } from './tables.ts';
import { fill } from './fill.ts';
import type { Wording } from './texts.ts';
import { yes } from './truth.ts';
import { valueAt } from './world.ts';
import type { World } from './world.ts';

/** Whether the hurried form suffices: danger now, and a recipient whose job is to protect. */
const isShortPath = (world: World): boolean =>
  valueAt(world, slotOf('concern.level'), 0) === 'immediate-danger' &&
  valueAt(world, slotOf('recipient.roleInSafeguarding'), 0) === true;

/** What is to be confirmed: before sharing, or once and with it on the hurried form. */
export function confirmations(
  world: World,
  assumptions: SharingDecision['assumptions'],
  { say, texts }: Wording,
): SharingDecision['obligations'] {
  if (!assumptions.length) return [];
  if (isShortPath(world)) {
    return [
      {
        id: 'confirm-before-sharing',
        level: 'should',
        when: 'with',
        status: 'applies',
        text: texts.confirmOnce,
        reasons: [...new Set(assumptions.flatMap(({ reasons }) => reasons))].sort(byText),
      },
    ];
  }
  return assumptions.map(({ fact, reasons }) => ({
    id: 'confirm-before-sharing',
    level: 'must',
    when: 'before',
    status: 'applies',
    text: fill(texts.confirm, {
      question: say(`fact.${fact}.question`, questionOf(fact).question),
    }),
    reasons,
  }));
}

/** A few plain sentences that a practitioner in a hurry can act on. */
export function summaryOf(
  world: World,
  settled: Settled,
  asked: SharingDecision['questions'],
  toConfirm: number,
  texts: Texts,
): string {
  const { outcome, strength } = settled;
  const danger = valueAt(world, slotOf('concern.level'), 0) === 'immediate-danger';
  const shares = outcome === 'share' || outcome === 'share-in-part';
  const first = asked.find(({ items }) => items.length);
  const lines = [
    ...(danger ? [texts.call999] : []),
    texts.outcome[outcome],
    ...(world.request.mode === 'seeking' ? [texts.asking] : []),
  ];
  if (shares) {
    if (toConfirm && !isShortPath(world)) lines.push(texts.confirmFirst);
    lines.push(texts.strength[strength]);
    if (settled.informing.some(({ verdict }) => verdict === 'do-not-tell'))
      lines.push(texts.doNotTell);
  } else if (outcome === 'do-not-share') {
    lines.push(texts.strengthWithheld[strength === 'must' ? 'must' : 'should']);
    if (isHigh(world) === yes) lines.push(texts.protectAnotherWay);
  } else if (settled.items.some(({ finding }) => finding.conflict)) lines.push(texts.conflict);
  else if (first) lines.push(fill(texts.firstQuestion, { question: first.question }));
  return lines.join(' ');
}
