import * as z from 'zod';
import * as words from '../../src/model/words.ts';

const row = z.int().min(0).describe('a place in the list of the same name in index.json');
const rows = z.array(row);
const sha256 = z.string().regex(/^[0-9a-f]{16}$/);

/** The lists of a decision that a vector keeps, in the order in which the schema tells them. */
export const lists = [
  'items',
  'lawfulBases',
  'conditions',
  'confidentiality',
  'gateways',
  'consents',
  'informing',
  'obligations',
  'remedies',
  'assumptions',
  'advice',
  'record',
  'questions',
  'cautions',
  'terms',
] as const;
export type List = (typeof lists)[number];

const perList = <T extends z.ZodType>(type: T) =>
  Object.fromEntries(lists.map((list) => [list, type])) as Record<List, T>;

/** One line of a file of vectors: a request, and what every port of the library decides of it. */
export const Vector = z
  .strictObject({
    id: z.string().describe('of no other vector of the same version'),
    packs: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('ids of the local packs of this package that apply beside the national rules'),
    request: z.record(z.string(), z.unknown()).describe('see request.schema.json'),
    decision: z.strictObject({
      outcome: z.enum(words.outcomes),
      strength: z.enum(words.strengths),
      urgency: z.enum(words.urgencies),
      regime: z.enum(words.regimes),
      ...perList(rows),
      findings: sha256.describe('as `sha256`, of the list of `[rule, finding]` of each reason'),
    }),
    sha256: sha256.describe(
      'the first 16 digits of the SHA-256, in hex, of the canonical JSON (RFC 8785) of the decision written out',
    ),
  })
  .meta({ title: 'Vector' });
export type Vector = z.infer<typeof Vector>;

/** What the lines of all files share: the rules by name, and each row of a list once. */
export const VectorIndex = z
  .strictObject({
    format: z.literal('1'),
    packageVersion: z.string(),
    lawAsAt: z.iso.date(),
    files: z.array(z.strictObject({ file: z.string(), vectors: z.int().min(1) })),
    rules: z.array(z.string()).describe('`reasons` of a row are places in this list'),
    rows: z.strictObject(perList(z.array(z.record(z.string(), z.unknown())))),
  })
  .meta({ title: 'VectorIndex' });
export type VectorIndex = z.infer<typeof VectorIndex>;
