import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { recordOf } from '../../src/testing/dictionary.ts';
import { lookUp } from '../../src/engine/tables.ts';
import { decide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { tables } from '../rulebase.ts';
import { meaningful } from './national.ts';
import { property } from './property.ts';

/** The interests that a public authority does not have in its tasks, and the day from which they exist. */
const interests: readonly (readonly [article: string, from: string])[] = [
  ['6(1)(ea)', '2026-02-05'],
  ['6(1)(f)', '2018-05-25'],
];

const basesOf = (request: Json) => decide(request as unknown as SharingRequest).lawfulBases;
const available = (request: Json, article: string): boolean =>
  basesOf(request).some((one) => one.article === article && one.status === 'available');

/** Property 8 of the contract, of public authorities. */
export const publicAuthorities = property<Json>({
  name: 'public-authorities',
  says: 'who is, or for all that is known may be, a public authority in its tasks never has recognised or other legitimate interests, nor has anybody before these exist',
  arbitrary: requests({
    ...meaningful,
    people: { min: 1, max: 2 },
    usual: { 'sharer.publicAuthority': [true], 'item.categories': [['family'], ['health']] },
  }),
  holds: (request) => {
    const on = String(request['on']);
    const sharer = recordOf(request['sharer']);
    const said = sharer['publicAuthority'];
    const body = String(sharer['organisation']);
    const authority =
      said === 'unsure'
        ? undefined
        : (said ?? lookUp(tables.organisations, 'publicAuthority', body, on));
    // Were it none, it would have them: so it is for this alone that it has not.
    const other: Json = { ...request, sharer: { ...sharer, publicAuthority: false } };
    const early = interests.filter(([article, from]) => on < from && article);
    return {
      premise: authority !== false && interests.some(([article]) => available(other, article)),
      faults: [
        ...(authority === false
          ? []
          : interests
              .filter(([article]) => available(request, article))
              .map(([article]) => `what is or may be a public authority has ${article}`)),
        ...early
          .filter(([article]) => basesOf(other).some((one) => one.article === article))
          .map(([article]) => `${article} is told of before it exists`),
      ],
    };
  },
});
