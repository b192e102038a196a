import * as z from 'zod';
import { SharingRequest } from '../model/request.ts';
import type { RequestIssue } from './errors.ts';
import { InvalidRequestError, pointer } from './errors.ts';
import { byText } from './order.ts';
import { referenceIssues } from './references.ts';

const words = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ');

const unwrap = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? schema.unwrap() : schema;

/** The names allowed in the object at a path, from the model. */
function namesAt(path: readonly PropertyKey[]): string[] {
  let schema: z.core.$ZodType = SharingRequest;
  for (const key of path) {
    schema = unwrap(
      typeof key === 'number'
        ? (schema as z.ZodArray).element
        : (((schema as z.ZodObject).shape as z.core.$ZodShape)[String(key)] as z.core.$ZodType),
    );
  }
  return Object.keys((schema as z.ZodObject).shape);
}

/** What to say of the two keys that every request has. */
const needed: Readonly<Record<string, string>> = {
  on: '`on` is required in every request: the date as text, YYYY-MM-DD',
  mode: '`mode` is required in every request',
};

const shapes: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
};

const counted = (count: number): string =>
  count === 1 ? 'one unknown key' : `${count} unknown keys`;

const notADate = (path: string): RequestIssue => ({
  code: 'not-a-date',
  path,
  message: 'expected a calendar date such as 2014-03-02',
  help: 'write the year, month and day as YYYY-MM-DD',
});

/** What is wrong, in words that repeat nothing of the request. */
function issueOf(issue: z.core.$ZodIssue): RequestIssue {
  const path = pointer(issue.path);
  const key = issue.path.length === 1 ? String(issue.path[0]) : '';
  const required = needed[key] ?? '';
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown-key',
        path,
        message: counted(issue.keys.length),
        help: `allowed here: ${namesAt(issue.path).join(', ') || 'none'}`,
      };
    case 'invalid_value':
      return {
        code: 'unknown-word',
        path,
        message: 'expected one of a closed list',
        help: `allowed: ${words(issue.values)}${required ? `; ${required}` : '; leave the key out where it was not asked'}`,
      };
    case 'invalid_format':
      return issue.format === 'date'
        ? notADate(path)
        : {
            code: 'not-a-ref',
            path,
            message:
              'expected a reference of 1 to 64 letters, digits, `_` or `-`, and not `unsure`',
            help: 'use an opaque reference of your own, never a name or a number that identifies someone; leave the key out where nobody knows',
          };
    case 'invalid_type':
      return {
        code: 'wrong-type',
        path,
        message: `expected ${shapes[issue.expected] as string}`,
        help: required || 'leave the key out where it was not asked; `null` is not an answer',
      };
    case 'too_small':
      return {
        code: 'empty-list',
        path,
        message: 'expected at least one',
        help: 'leave the key out where nothing is known',
      };
    default:
      // What is left is a list that is too long: the model has no other kind of check.
      return {
        code: 'too-long',
        path,
        message: 'expected a shorter list',
        help: 'let one typical entry stand for many alike; at most 1000 people or items, and no word twice',
      };
  }
}

const order = (a: RequestIssue, b: RequestIssue): number =>
  byText(a.path, b.path) || byText(a.code, b.code);

const unreadable: RequestIssue = {
  code: 'unreadable',
  path: '',
  message: 'expected plain data that can be read',
  help: 'give what `JSON.parse` returns, in which nothing throws when it is read',
};

/** Whether an object is one that JSON could have made, of whichever realm, and not the instance of a class. */
function isPlain(value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Objects of a class in the place of plain ones, in a request that is well formed otherwise. What a `Map` or a `Date`
 * holds would be read as nothing known.
 */
function classIssues(
  given: object,
  path = '',
  issues: RequestIssue[] = [],
): readonly RequestIssue[] {
  const visit = (key: string | number): void => {
    const inner: unknown = given[key as never];
    // INVARIANT: nothing that was read is null.
    if (typeof inner === 'object') classIssues(inner as object, `${path}/${key}`, issues);
  };
  if (Array.isArray(given)) for (let index = 0; index < given.length; index++) visit(index);
  else {
    if (!isPlain(given))
      issues.push({
        code: 'wrong-type',
        path,
        message: 'expected a plain object',
        help: 'give the answers as JSON has them, and not an instance of a class',
      });
    // Why: `for in` visits the keys without making a list of them.
    for (const key in given) visit(key);
  }
  return issues;
}

/** Every fault of a request at once; none where it is well formed. */
export function check(input: unknown): { request: SharingRequest } | { issues: RequestIssue[] } {
  try {
    // Why: our parsers are never generated code, so that they run where strings may not become code.
    const parsed = SharingRequest.safeParse(input, { jitless: true });
    // Why: what was read is looked at rather than the input, which may say something else when it is read again.
    const issues = parsed.success
      ? [...referenceIssues(parsed.data), ...classIssues(input as object)]
      : [...parsed.error.issues.map(issueOf), ...referenceIssues(input)];
    return parsed.success && !issues.length
      ? { request: parsed.data }
      : { issues: issues.sort(order) };
  } catch {
    // Why: what is thrown by a getter or a proxy of the caller is not ours to repeat.
    return { issues: [unreadable] };
  }
}

/** Reads a request, or throws an `InvalidRequestError` that tells every fault at once and repeats none of its values. */
export function parse(input: unknown): SharingRequest {
  const checked = check(input);
  if ('issues' in checked) throw new InvalidRequestError(checked.issues);
  return checked.request;
}

/** Reads a calendar date, or throws an `InvalidRequestError` that does not repeat it. */
export function parseDate(input: unknown): string {
  const { success, data } = z.iso.date().safeParse(input, { jitless: true });
  if (!success) throw new InvalidRequestError([notADate('')]);
  return data;
}
