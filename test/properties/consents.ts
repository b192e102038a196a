import fc from 'fast-check';
import type { Json } from '../generators/index.ts';
import { requests } from '../generators/index.ts';
import { recordOf } from '../../src/testing/dictionary.ts';
import { decide } from '../../src/index.ts';
import type { SharingDecision } from '../../src/model/decision.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { meaningful, see } from './national.ts';
import { consenting, faultless, ofEach, peopleOf, subjectsOf } from './people.ts';
import { property } from './property.ts';

const since2018 = '2018-05-25';

/** What may be wrong with a consent, as it is answered; `fits` says on which days that is a defect. */
interface Defect {
  name: string;
  consent?: (on: string) => Json;
  person?: Json;
  always: boolean;
}
const defects: readonly Defect[] = [
  { name: 'expired', consent: () => ({ expiresOn: '2000-01-01' }), always: true },
  { name: 'withdrawn', consent: () => ({ status: 'withdrawn' }), always: true },
  { name: 'withdrawn that day', consent: (on) => ({ withdrawnOn: on }), always: true },
  { name: 'refused', consent: () => ({ status: 'refused' }), always: true },
  { name: 'incapable', person: { canConsent: false }, always: true },
  { name: 'coerced', person: { underCoercion: true }, always: true },
  { name: 'implied', consent: () => ({ implied: true }), always: false },
  { name: 'not freely given', consent: () => ({ freelyGiven: false }), always: false },
  { name: 'for another purpose', consent: () => ({ specific: false }), always: false },
  { name: 'not informed', consent: () => ({ informed: false }), always: false },
  { name: 'not unambiguous', consent: () => ({ unambiguous: false }), always: false },
  {
    name: 'a condition of the service',
    consent: () => ({ conditionOfService: true }),
    always: false,
  },
];

interface Defective {
  request: Json;
  defect: Defect;
}

/** The request with everybody's consent as good as it can be, but for one defect. */
function withDefect({ request, defect }: Defective, kind: 'dataProtection' | 'confidentiality') {
  const on = String(request['on']);
  return ofEach(request, (person) => {
    const able = { ...person, canConsent: true, underCoercion: false, bestInterests: true };
    const { status, givenBy, implied, ...elements } = faultless(person['ref']);
    const consent = { status, givenBy, implied, ...(kind === 'dataProtection' ? elements : {}) };
    return consenting({ ...able, ...defect.person }, kind, { ...consent, ...defect.consent?.(on) });
  });
}

const decided = (request: Json): SharingDecision => decide(request as unknown as SharingRequest);
const verdictsOf = ({ consents }: SharingDecision, of: string) =>
  consents
    .filter(({ kind }) => kind === of)
    .map(({ person, verdict }) => [person, verdict] as const);

/** The articles that rest on a person's consent, and those of them that ask that it be explicit. */
const consentArticles = ['6(1)(a)', 's35(2)(a)', 'sch2(1)'];
const explicitArticles = ['9(2)(a)', 'sch3(1)', 's35(4)'];

/** Property 8 of the contract, of consents. */
export const consents = property<Defective>({
  name: 'consents',
  says: 'no consent that is expired, withdrawn, implied, incapable, unfree or for another purpose carries anything; implied consent may serve before 2018, for what is not sensitive, and to confidence always',
  arbitrary: fc.record({
    request: requests({
      ...meaningful,
      people: { min: 1, max: 2 },
      unlisted: 0,
      usual: { 'item.categories': [['health'], ['family'], ['observation']] },
    }).chain((request) =>
      // Half of them under the law of 1998.
      fc
        .tuple(fc.boolean(), fc.integer({ min: 1, max: 17 }))
        .map(([old, year]): Json =>
          old ? { ...request, on: `20${String(year).padStart(2, '0')}-06-01` } : request,
        ),
    ),
    defect: fc.constantFrom(...defects),
  }),
  holds: (drawn) => {
    const { defect } = drawn;
    const on = String(drawn.request['on']);
    const request = withDefect(drawn, 'dataProtection');
    const decision = decided(request);
    const seen = see(request);
    const wrong = defect.always || on >= since2018;
    // The item is about these people, and so rests on their consent where it rests on any.
    const reached = seen.world.items.filter((item) =>
      subjectsOf(seen, item).some((ref) => peopleOf(request).some((one) => one['ref'] === ref)),
    );
    const resting = [
      ...decision.lawfulBases
        .filter(
          ({ article, status, items }) =>
            consentArticles.includes(article) &&
            status === 'available' &&
            items.some((item) => reached.includes(item)),
        )
        .map(({ article }) => article),
      ...decision.conditions
        .filter(
          ({ article, status, item }) =>
            explicitArticles.includes(article) && status === 'available' && reached.includes(item),
        )
        .map(({ article }) => article),
    ];
    const open: Json = { ...drawn.request, sharer: { ...recordOf(drawn.request['sharer']) } };
    const said = ofEach(open, (person) => {
      const { objects: _, ...views } = recordOf(person['views']);
      return { ...person, views };
    });
    const implied = { name: 'implied', consent: () => ({ implied: true }), always: false };
    const none = { name: 'none', always: true };
    const [plain, tacit] = [none, implied].map((one) =>
      verdictsOf(
        decided(withDefect({ request: said, defect: one }, 'confidentiality')),
        'confidentiality',
      ),
    );
    const tacitBefore =
      defect.name === 'implied' && on < since2018
        ? verdictsOf(decision, 'dataProtection').filter(([, verdict]) => verdict !== 'valid')
        : [];
    return {
      premise: wrong || defect.name === 'implied',
      faults: [
        ...(wrong
          ? [
              ...verdictsOf(decision, 'dataProtection')
                .filter(([, verdict]) => verdict === 'valid')
                .map(([person]) => `the consent of ${person} is valid, though ${defect.name}`),
              ...resting.map((article) => `${article} rests on a consent that is ${defect.name}`),
            ]
          : []),
        ...tacitBefore.map(
          ([person, verdict]) => `the implied consent of ${person} is ${verdict} before 2018`,
        ),
        ...(JSON.stringify(plain) === JSON.stringify(tacit)
          ? []
          : ['a consent to confidence is another where it is implied']),
      ],
    };
  },
});
