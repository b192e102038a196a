import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { dates, leavesIn, requests } from '../generators/index.ts';
import { listOf, recordOf } from '../../src/testing/dictionary.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { modes, organisations } from '../../src/model/words.ts';
import { spoken } from './against.ts';
import { datesOfLaw, goes } from './national.ts';
import { property } from './property.ts';

/** Police, social care and emergency health. */
const responders = ['police', 'la-childrens-social-care', 'nhs-emergency'] as const;

/** From when on the hurried form suffices: the law of earlier days is encoded in outline only. */
const from = '2000-10-02';

interface Hurried {
  form: Json;
  more: Json;
}
const hurried: fc.Arbitrary<Hurried> = fc.record({
  form: fc
    .record({
      on: dates(datesOfLaw).map((date) => (date < from ? from : date)),
      mode: fc.constantFrom(...modes),
      sharer: fc.constantFrom(...organisations),
      recipient: fc.constantFrom(...responders),
    })
    .map(({ on, mode, sharer, recipient }): Json => ({
      on,
      mode,
      sharer: { organisation: sharer },
      recipient: { organisation: recipient, mightHarm: false },
      purpose: { kind: 'safeguard-from-harm' },
      concern: { level: 'immediate-danger', about: ['someone-1'], delayWouldHarm: true },
      items: [
        { ref: 'piece-1', relevant: true, necessary: true },
        { ref: 'piece-2', relevant: true, necessary: true },
      ],
    })),
  more: requests({
    answered: 20,
    unsure: 0,
    usually: 60,
    people: { min: 1, max: 2 },
    items: { min: 2, max: 2 },
    unlisted: 30,
    usual: { nation: ['england'] },
  }),
});

/** The hurried form with more that is known, and nothing of it in the place of what the form answers. */
function together({ form, more }: Hurried): Json {
  const base: Json = { ...more, nation: 'england' };
  const known = form['mode'] === 'proactive' ? { ...base, demand: undefined } : base;
  const over = (key: string): Json => ({ ...recordOf(known[key]), ...recordOf(form[key]) });
  const { person: _, ...recipient } = over('recipient');
  return spoken({
    ...known,
    on: form['on'],
    mode: form['mode'],
    sharer: over('sharer'),
    recipient,
    purpose: over('purpose'),
    concern: over('concern'),
    items: listOf(form['items']).map((item, index) => ({
      ...recordOf(listOf(known['items'])[index]),
      ...recordOf(item),
    })),
  });
}

/** Property 6 of the contract, of the short path. */
export const shortPath = property<Hurried>({
  name: 'short-path',
  says: 'in danger now, what is relevant and necessary goes to police, social care and emergency health from every organisation, whatever else is known and not against it',
  arbitrary: hurried,
  holds: (drawn) => {
    const request = together(drawn);
    const { outcome, items, obligations, urgency, summary } = decide(
      request as unknown as SharingRequest,
    );
    const plain = decide(drawn.form as unknown as SharingRequest);
    const confirm = plain.obligations.filter(({ id }) => id === 'confirm-before-sharing');
    const again = obligations.filter(({ id }) => id === 'confirm-before-sharing');
    return {
      premise: leavesIn(request).length > 20,
      faults: [
        ...[plain.items, items].flatMap((list, known) =>
          list
            .filter(({ verdict }) => !goes(verdict))
            .map(
              ({ ref, verdict, reasons }) =>
                `item ${ref} is ${verdict} ${known ? 'where more is known' : 'on the form'}: ${reasons.join(', ')}`,
            ),
        ),
        ...(['share', 'share-in-part'].includes(outcome) ? [] : [`the outcome is ${outcome}`]),
        ...(confirm.length === 1 && confirm[0]?.level === 'should' && confirm[0].when === 'with'
          ? []
          : ['what remains to confirm is not one obligation']),
        ...(again.length > 1 ||
        again.some(({ level, when }) => level !== 'should' || when !== 'with')
          ? ['what remains to confirm where more is known is more than one obligation']
          : []),
        ...(urgency === 'immediate' ? [] : [`the urgency is ${urgency}`]),
        ...(summary.startsWith('Call 999') ? [] : ['the first words are not to call 999']),
      ],
    };
  },
});
