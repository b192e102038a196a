import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { listOf, recordOf } from '../generators/dictionary.ts';
import { lookUp } from '../../src/engine/tables.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { tables } from '../rulebase.ts';
import { meaningful, see } from './national.ts';
import { property } from './property.ts';

const since2018 = '2018-05-25';

/** What is known to be wrong with a data protection consent, from the request alone. */
function defectsOf(person: Json, on: string): string[] {
  const consent = recordOf(person['consent'])['dataProtection'];
  if (consent === undefined) return [];
  const said = recordOf(consent);
  const before = (key: string, orOn: boolean) =>
    typeof said[key] === 'string' && (orOn ? said[key] <= on : said[key] < on);
  return [
    ...(said['status'] !== undefined && said['status'] !== 'given' && said['status'] !== 'unsure'
      ? ['not given']
      : []),
    ...(before('expiresOn', false) ? ['expired'] : []),
    ...(before('withdrawnOn', true) ? ['withdrawn'] : []),
    ...(said['implied'] === true ? ['implied'] : []),
    ...(said['freelyGiven'] === false ? ['not freely given'] : []),
    ...(said['specific'] === false ? ['for another purpose'] : []),
    ...(person['underCoercion'] === true ? ['coerced'] : []),
  ];
}

/** Property 8 of the contract. */
export const publicAuthorities = property<Json>({
  name: 'public-authorities',
  says: 'a public authority never has recognised or other legitimate interests, and no defective consent is available',
  arbitrary: requests({
    ...meaningful,
    people: { min: 1, max: 2 },
    usual: { 'consent.status': ['given', 'withdrawn'], 'consent.implied': [false, true] },
  }),
  holds: (request) => {
    const on = String(request['on']);
    const { world } = see(request);
    const decision = decide(request as SharingRequest);
    const sharer = recordOf(request['sharer']);
    const body = String(sharer['organisation']);
    const authority =
      sharer['publicAuthority'] ?? lookUp(tables.organisations, 'publicAuthority', body, on);
    const interests = decision.lawfulBases.filter(
      ({ article, status }) =>
        status === 'available' && (article === '6(1)(ea)' || article === '6(1)(f)'),
    );
    const defective = listOf(request['people'])
      .map(recordOf)
      .map((person) => ({ ref: String(person['ref']), defects: defectsOf(person, on) }))
      .filter(({ defects }) => defects.length && on >= since2018);
    const verdicts = decision.consents.filter(({ kind }) => kind === 'dataProtection');
    const relied = decision.lawfulBases.filter(
      ({ article, status, items }) =>
        article === '6(1)(a)' &&
        status === 'available' &&
        items.some((item) =>
          (world.subjectsOf[world.items.indexOf(item)] ?? []).some((subject) =>
            defective.some(
              ({ ref }) => world.people[world.subjects[subject]?.person ?? -1]?.ref === ref,
            ),
          ),
        ),
    );
    return {
      premise: (authority === true && on >= since2018) || defective.length > 0,
      faults: [
        ...(authority === true
          ? interests.map(({ article }) => `a public authority has ${article}`)
          : []),
        ...defective.flatMap(({ ref, defects }) =>
          verdicts.some(({ person, verdict }) => person === ref && verdict === 'valid')
            ? [`the consent of ${ref} is valid though ${defects.join(', ')}`]
            : [],
        ),
        ...relied.map(() => 'a basis rests on a defective consent'),
      ],
    };
  },
});
