import * as z from 'zod';
import * as words from './words.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const civilDate = z.iso.date();

/** A place in a source: the source by its id, and the provision or heading. */
export const Reference = z.strictObject({ source: id, at: text });
export type Reference = z.infer<typeof Reference>;

/** Answers compared with one fact; `name` is the limb of the provision that the leaf encodes. */
export interface Leaf {
  name?: string;
  fact: string;
  operator: string;
  value: boolean | string | string[];
}
/** A tree of answers in the condition format of json-rules-engine, closed: one key of the three, or a leaf. */
export type Condition =
  | Leaf
  | { name?: string; all: Condition[] }
  | { name?: string; any: Condition[] }
  | { name?: string; not: Condition };

const name = text.optional();
export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({
        name,
        fact: text,
        operator: text,
        value: z.union([z.boolean(), z.string(), z.array(z.string()).min(1)]),
      }),
      z.strictObject({ name, all: z.array(Condition).min(1) }),
      z.strictObject({ name, any: z.array(Condition).min(1) }),
      z.strictObject({ name, not: Condition }),
    ]),
  )
  .meta({ id: 'Condition' }) as z.ZodType<Condition>;

const level = z.enum(['law', 'guidance']);
const event = <T extends string, P extends z.ZodRawShape>(type: T, params: P) =>
  z.strictObject({ type: z.literal(type), params: z.strictObject(params) });

const condition = {
  article: text,
  schedule1: text.optional(),
  appropriatePolicyDocument: z.enum(['needed', 'not-needed']),
};

/** What a rule finds: the closed kinds, with what each must say. */
export const RuleEvent = z.discriminatedUnion('type', [
  event('lawful-basis', {
    article: z.enum(words.articles),
    condition: text.optional(),
    /** The lower, the sooner it is the preferred one among those available. */
    preference: z.int().min(1).max(99),
    /** Of two bases one holds and it is not known which: told only where it does. */
    alternative: z.literal(true).optional(),
  }),
  event('special-category-condition', condition),
  event('offence-data-condition', condition),
  event('confidence-met', { by: z.enum(words.confidenceRoutes) }),
  event('reuse-compatible', {}),
  event('power', { gateway: id, scheme: z.enum(words.schemes).optional() }),
  event('duty', {
    gateway: id,
    strength: z.enum(['must', 'should']),
    lifts: z.array(id).min(1).optional(),
    scheme: z.enum(words.schemes).optional(),
  }),
  event('restriction', { gateway: id, level }),
  event('harm', { level }),
  event('proportionality', { level }),
  event('guidance-condition', { level }),
  event('consent-defect', {
    defect: z.enum(words.consentDefects),
    verdict: z.enum(['invalid', 'not-needed', 'not-appropriate']).optional(),
  }),
  event('not-telling', {
    grade: z.enum(words.tellingGrades),
    ground: id,
    exemption: text.optional(),
    /** Whether `tell` waits for the answer, and then only where each of `while` was answered yes or unsure. */
    unknown: z.enum(['ask', 'undetermined']),
    while: z.array(text).min(1).optional(),
  }),
  event('change', {
    change: z.enum(words.changes),
    /** A change that protects somebody is made, once these facts are answered, until it is known that it need not be. */
    whenUnknown: z.strictObject({ madeOnce: z.array(text).min(1) }).optional(),
  }),
  event('obligation', {
    obligation: z.enum(words.obligationIds),
    level: z.enum(words.obligationLevels),
    when: z.enum(words.moments),
    text,
    due: z
      .strictObject({
        days: z.int().min(0).optional(),
        months: z.int().min(0).optional(),
        from: text,
      })
      .optional(),
  }),
  event('advice', { who: z.enum(words.advisorRoles), about: text }),
  event('record-field', {
    field: z.enum(words.recordFields),
    level: z.enum(words.obligationLevels),
    timing: z.enum(words.timings),
    /** The fact or conclusion that already answers it, where there is one. */
    value: text.optional(),
  }),
  event('urgency', { urgency: z.enum(['immediate', 'without-delay']) }),
  event('caution', {}),
  event('answer', { fact: text, value: z.union([z.boolean(), z.string()]) }),
  event('conclusion', {}),
]);
export type RuleEvent = z.infer<typeof RuleEvent>;
/** The closed kinds of what a rule finds. */
export type RuleKind = RuleEvent['type'];

/** Everything of a rule but its conditions, whose faults are reported one by one with their paths. */
export const RuleFrame = z.strictObject({
  $schema: text.optional(),
  id,
  title: text,
  summary: text,
  scope: z.enum(words.scopes),
  extent: z.array(z.enum(words.nations)).min(1),
  effective: z.strictObject({ from: civilDate, to: civilDate.optional() }),
  commencement: z.enum(words.commencements),
  references: z.array(Reference).min(1),
  ledger: z
    .array(z.string().regex(/^[A-Z]+-\d{3}$/))
    .min(1)
    .optional(),
  exceptionTo: z.array(id).min(1).optional(),
  related: z.strictObject({ supersedes: id.optional(), see: z.array(id).optional() }).optional(),
  conditions: z.unknown(),
  event: RuleEvent,
  because: text,
  becauseNot: text,
  rationale: text.optional(),
  limits: z.array(text).optional(),
  review: z.strictObject({
    state: z.enum(['unreviewed', 'reviewed']),
    by: text.optional(),
    on: civilDate.optional(),
  }),
});

/** One rule of law or guidance: dated, cited, and stated as data. */
export const Rule = RuleFrame.extend({ conditions: Condition }).meta({ title: 'Rule' });
export type Rule = z.infer<typeof Rule>;

/** An instrument or a piece of guidance, once. */
export const Source = z.strictObject({
  id,
  title: text,
  number: text.optional(),
  kind: z.enum(words.sourceKinds),
  publisher: text,
  from: civilDate,
  to: civilDate.optional(),
  url: z.url(),
  legislationId: text.optional(),
  extent: z.array(z.enum(words.nations)).min(1),
  verified: z.boolean(),
  commencement: z.enum(words.commencements),
  supersedes: z.array(id).optional(),
  note: text.optional(),
});
export type Source = z.infer<typeof Source>;

const Dated = z.array(
  z.strictObject({
    from: civilDate,
    to: civilDate.optional(),
    value: z.union([z.boolean(), z.literal('depends')]),
  }),
);
/** A dated table: for each attribute, what it means, the law it rests on, and its value for each word by date. */
export const Table = z.record(
  text,
  z.strictObject({
    title: text,
    references: z.array(Reference).min(1),
    note: text.optional(),
    values: z.record(text, z.union([z.boolean(), z.literal('depends'), Dated])),
  }),
);
export type Table = z.infer<typeof Table>;

/** One worked case of a rule: the request, and what the rule finds in it. */
export const RuleCase = z.strictObject({
  name: text,
  request: z.record(z.string(), z.unknown()),
  expect: z.enum(words.findings),
  /** At which person, item or subject, as its ref (`item/person` for a subject, `person/kind` for a consent). */
  at: text.optional(),
  /** The facts that would settle it, where the finding is `unknown`. */
  asks: z.array(text).optional(),
});
export type RuleCase = z.infer<typeof RuleCase>;

/** A bundle of rules with the sources that they cite: the national rules, or the local procedures of one place. */
export const Pack = z
  .strictObject({
    $schema: text.optional(),
    id,
    title: text,
    publisher: text,
    place: text.optional(),
    version: text,
    effective: z.strictObject({ from: civilDate, to: civilDate.optional() }),
    sources: z.array(Source),
    rules: z.array(z.unknown()),
    /** How to reach whoever gives advice, by role: a team, a number, a page; never a person's name. */
    contacts: z.partialRecord(z.enum(words.advisorRoles), text).optional(),
    /** What the procedure calls an answer, such as a tier for a level of concern. */
    terms: z
      .strictObject({
        'concern.level': z.partialRecord(z.enum(words.concernLevels), text).optional(),
        'move.plan': z.partialRecord(z.enum(words.plans), text).optional(),
      })
      .optional(),
  })
  .meta({ title: 'Pack' });
export type Pack = Omit<z.infer<typeof Pack>, 'rules'> & { rules: readonly Rule[] };
