import * as z from 'zod';
import { SharingRequest } from '../model/request.ts';
import type { RequestIssue } from './errors.ts';
import { InvalidRequestError } from './errors.ts';
import { referenceIssues } from './references.ts';

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key)}`).join('');

const words = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ');

/** The names allowed in the object at a path, from the model. */
function namesAt(path: readonly PropertyKey[]): string[] {
  let schema: z.core.$ZodType = SharingRequest;
  const inner = () => {
    while (schema instanceof z.ZodOptional) schema = schema.unwrap();
  };
  for (const key of path) {
    inner();
    if (schema instanceof z.ZodObject)
      schema = (schema.shape as Record<string, z.core.$ZodType>)[String(key)] as z.core.$ZodType;
    else if (schema instanceof z.ZodArray) schema = schema.element;
  }
  inner();
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

const counted = (count: number): string =>
  count === 1 ? 'one unknown key' : `${count} unknown keys`;

/** What is wrong, in words that repeat nothing of the request. */
function issueOf(issue: z.core.$ZodIssue): RequestIssue {
  const path = pointer(issue.path);
  const last = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown-key',
        path,
        message: counted(issue.keys.length),
        help: `allowed here: ${namesAt(issue.path).join(', ')}`,
      };
    case 'invalid_value':
      return {
        code: 'unknown-word',
        path,
        message: 'expected one of a closed list',
        help: `allowed: ${words(issue.values)}; leave the key out where it was not asked`,
      };
    case 'invalid_format':
      return issue.format === 'date'
        ? {
            code: 'not-a-date',
            path,
            message: 'expected a calendar date such as 2014-03-02',
            help: 'write the year, month and day as YYYY-MM-DD',
          }
        : {
            code: 'not-a-ref',
            path,
            message: 'expected a reference of 1 to 64 letters, digits, `_` or `-`',
            help: 'use an opaque reference of your own, never a name or a number that identifies someone',
          };
    case 'invalid_type': {
      const help =
        last && issue.path.length === 1 && (last === 'on' || last === 'mode')
          ? `\`${last}\` is required in every request`
          : 'leave the key out where it was not asked; `null` is not an answer';
      return {
        code: 'wrong-type',
        path,
        message: `expected ${({ string: 'text', array: 'a list', object: 'an object' } as Record<string, string>)[issue.expected] ?? issue.expected}`,
        help,
      };
    }
    case 'too_small':
      return {
        code: 'empty-list',
        path,
        message: 'expected at least one',
        help: 'leave the key out where nothing is known',
      };
    case 'too_big':
      return {
        code: 'too-long',
        path,
        message: `expected at most ${String(issue.maximum)}`,
        help: 'let one typical entry stand for many alike',
      };
    default:
      return {
        code: 'malformed',
        path,
        message: 'expected another shape',
        help: 'see the JSON Schema of a request',
      };
  }
}

const order = (a: RequestIssue, b: RequestIssue): number =>
  a.path === b.path ? (a.code < b.code ? -1 : 1) : a.path < b.path ? -1 : 1;

/** Every fault of a request at once; none where it is well formed. */
export function check(input: unknown): { request: SharingRequest } | { issues: RequestIssue[] } {
  // Why: our parsers are never generated code, so that they run where strings may not become code.
  const parsed = SharingRequest.safeParse(input, { jitless: true });
  const issues = [...(parsed.error?.issues.map(issueOf) ?? []), ...referenceIssues(input)];
  return parsed.success && !issues.length
    ? { request: parsed.data }
    : { issues: issues.sort(order) };
}

/** Reads a request, or throws an `InvalidRequestError` that tells every fault at once and repeats none of its values. */
export function parse(input: unknown): SharingRequest {
  const checked = check(input);
  if ('issues' in checked) throw new InvalidRequestError(checked.issues);
  return checked.request;
}
