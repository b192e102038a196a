import * as z from 'zod';
import * as words from './words.ts';

const ref = z.string().describe("the caller's own reference of a person or an item");
const ruleIds = z.array(z.string()).describe('rule ids, sorted');
const civilDate = z.iso.date();
const outcome = z.enum(words.outcomes);
const strength = z.enum(words.strengths);

const ItemDecision = z.strictObject({
  ref,
  verdict: z.enum(words.verdicts),
  strength,
  changes: z.array(z.enum(words.changes)),
  reasons: ruleIds,
});
const LawfulBasis = z.strictObject({
  article: z.enum(words.articles),
  condition: z
    .string()
    .optional()
    .describe('the Annex 1 paragraph, where the basis is a recognised legitimate interest'),
  items: z.array(ref).describe('the items that it serves'),
  status: z.enum(words.availabilities),
  preferred: z.boolean(),
  reasons: ruleIds,
});
const DataCondition = z.strictObject({
  item: ref,
  article: z.string(),
  schedule1: z
    .string()
    .optional()
    .describe('the paragraph of Schedule 1 to the Data Protection Act 2018'),
  status: z.enum(words.availabilities),
  appropriatePolicyDocument: z.enum(words.policyDocuments),
  reasons: ruleIds,
});
const Confidentiality = z.strictObject({
  item: ref,
  status: z.enum(words.confidenceStatuses),
  by: z.enum(words.confidenceRoutes).optional(),
  reasons: ruleIds,
});
const Gateway = z.strictObject({
  id: z.string(),
  kind: z.enum(words.gatewayKinds),
  status: z.enum(words.gatewayStatuses),
  strength,
  reasons: ruleIds,
});
const ConsentDecision = z.strictObject({
  person: ref,
  kind: z.enum(words.consentKinds),
  verdict: z.enum(words.consentVerdicts),
  defects: z.array(z.enum(words.consentDefects)),
  reasons: ruleIds,
});
const InformingDecision = z.strictObject({
  person: ref,
  verdict: z.enum(words.tellings),
  grounds: z.array(z.string()),
  exemption: z.string().optional(),
  by: civilDate.optional(),
  reasons: ruleIds,
});
const status = z.enum(['applies', 'undetermined']);
const Obligation = z.strictObject({
  id: z.enum(words.obligationIds),
  level: z.enum(words.obligationLevels),
  when: z.enum(words.moments),
  due: civilDate.optional(),
  status,
  text: z.string(),
  reasons: ruleIds,
});
const scope = z
  .strictObject({
    person: ref.optional(),
    consent: z.enum(words.consentKinds).optional().describe('which consent of the person'),
    item: ref.optional(),
  })
  .describe('the person, consent or item that it is about; empty for the whole case');
const answer = z.union([z.boolean(), z.string()]);
const Remedy = z.strictObject({
  item: ref.describe('the item that would then go'),
  set: z
    .array(z.strictObject({ fact: z.string(), scope, to: answer }))
    .min(1)
    .max(2),
  text: z.string(),
});
const Assumption = z.strictObject({
  fact: z.string(),
  scope,
  items: z.array(ref),
  reasons: ruleIds,
});
const Advice = z.strictObject({
  who: z.enum(words.advisorRoles),
  about: z.string(),
  contacts: z.array(z.string()).optional().describe('how local procedures say to reach them'),
  reasons: ruleIds,
});
const Term = z.strictObject({
  fact: z.string(),
  answer: z.string(),
  term: z.string(),
  pack: z.string(),
});
const RecordEntry = z.strictObject({
  field: z.enum(words.recordFields),
  level: z.enum(words.obligationLevels),
  timing: z.enum(words.timings),
  status,
  sources: z.array(z.string()),
  value: z
    .union([answer, z.array(z.string())])
    .optional()
    .describe('what is already known; left out where it must still be filled in'),
  reasons: ruleIds,
});
const OpenQuestion = z.strictObject({
  fact: z.string(),
  scope,
  question: z.string(),
  kind: z.enum(['observation', 'judgement']),
  because: z.string(),
  items: z.array(ref).describe('the items that wait for the answer'),
});
const Reason = z.strictObject({
  rule: z.string(),
  title: z.string(),
  finding: z.enum(words.findings),
  because: z.string(),
  citations: z.array(z.strictObject({ source: z.string(), at: z.string() })),
});
const Citation = z.strictObject({
  id: z.string(),
  title: z.string(),
  pinpoint: z.string(),
  kind: z.enum(words.sourceKinds),
  url: z.string(),
  from: civilDate,
  to: civilDate.optional(),
  verified: z.boolean(),
  commencement: z.enum(words.commencements),
});
const Caution = z.strictObject({ text: z.string(), reasons: ruleIds });

/** What is suggested, and why. A human decides. */
export const SharingDecision = z
  .strictObject({
    outcome,
    strength,
    urgency: z.enum(words.urgencies),
    summary: z.string(),
    items: z.array(ItemDecision),
    lawfulBases: z.array(LawfulBasis),
    conditions: z.array(DataCondition),
    regime: z.enum(words.regimes),
    confidentiality: z.array(Confidentiality),
    gateways: z.array(Gateway),
    consents: z.array(ConsentDecision),
    informing: z.array(InformingDecision),
    obligations: z.array(Obligation),
    remedies: z.array(Remedy),
    assumptions: z.array(Assumption),
    advice: z.array(Advice),
    record: z.array(RecordEntry),
    questions: z.array(OpenQuestion),
    reasons: z.array(Reason),
    citations: z.array(Citation),
    cautions: z.array(Caution),
    terms: z.array(Term).describe('what local procedures call the answers given'),
    humanDecision: z.strictObject({
      required: z.literal(true),
      why: z.string(),
      citations: z.array(z.strictObject({ source: z.string(), at: z.string() })),
    }),
    provenance: z.strictObject({
      schemaVersion: z.string(),
      packageVersion: z.string(),
      lawAsAt: civilDate,
      packs: z.array(z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() })),
      commencement: z.record(z.string(), civilDate.nullable()).optional(),
      texts: z
        .string()
        .optional()
        .describe(
          'the SHA-256 of the canonical JSON of the texts that the caller put in place of the own',
        ),
      on: civilDate,
      asAt: z
        .boolean()
        .optional()
        .describe('true where the date of the request was replaced by the caller'),
    }),
  })
  .meta({ title: 'SharingDecision' });

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
export type SharingDecision = DeepReadonly<z.infer<typeof SharingDecision>>;
