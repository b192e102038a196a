import type { RequestIssue } from './errors.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const earliest = '2000-03-01';

/**
 * What the shape of a request cannot say: references that lead nowhere or stand twice, answers that exclude one
 * another. It reads any input, well formed or not, so that all faults come at once.
 */
export function referenceIssues(input: unknown): RequestIssue[] {
  const issues: RequestIssue[] = [];
  const report = (code: string, path: string, message: string, help: string) =>
    issues.push({ code, path, message, help });
  if (!isRecord(input)) return issues;
  const { on, mode, demand, recipient, concern, people, items } = input;

  if (typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) && on < earliest) {
    report(
      'too-early',
      '/on',
      `expected a date from ${earliest} on`,
      'the law before the Data Protection Act 1998 is not encoded',
    );
  }
  if (mode === 'proactive' && demand !== undefined) {
    report(
      'not-asked',
      '/demand',
      'nobody asked where you share of your own motion',
      'leave `demand` out, or set `mode` to "on-request"',
    );
  }
  const { person, organisation } = record(recipient);
  if (person !== undefined && organisation !== undefined) {
    report(
      'either-or',
      '/recipient',
      'a recipient is a person or an organisation, not both',
      'leave out `person` or `organisation`',
    );
  }

  const known = new Set<string>();
  const noteRef = (at: string, ref: unknown, seen: Set<string>) => {
    if (typeof ref !== 'string') return;
    if (seen.has(ref))
      report(
        'duplicate-ref',
        `${at}/ref`,
        'another entry has the same reference',
        'give each person and each item a reference of its own',
      );
    seen.add(ref);
  };
  list(people).forEach((one, index) => {
    noteRef(`/people/${index}`, record(one)['ref'], known);
    if (record(one)['dateOfBirth'] !== undefined && record(one)['ageBand'] !== undefined) {
      report(
        'either-or',
        `/people/${index}`,
        'give a date of birth or an age band, not both',
        'leave out `dateOfBirth` or `ageBand`',
      );
    }
  });
  const itemRefs = new Set<string>();
  list(items).forEach((one, index) => {
    noteRef(`/items/${index}`, record(one)['ref'], itemRefs);
  });

  if (!Array.isArray(people)) return issues;
  const mustBeKnown = (path: string, ref: unknown) => {
    if (typeof ref === 'string' && !known.has(ref))
      report(
        'unknown-ref',
        path,
        'no person in `people` has this reference',
        'add the person to `people`, or leave `people` out altogether',
      );
  };
  mustBeKnown('/demand/by', record(demand)['by']);
  mustBeKnown('/recipient/person', person);
  mustBeKnown('/recipient/actingFor', record(recipient)['actingFor']);
  list(record(concern)['about']).forEach((ref, index) => {
    mustBeKnown(`/concern/about/${index}`, ref);
  });
  list(items).forEach((one, index) => {
    list(record(one)['about']).forEach((ref, at) => {
      mustBeKnown(`/items/${index}/about/${at}`, ref);
    });
    mustBeKnown(`/items/${index}/confidedBy`, record(one)['confidedBy']);
  });
  mustBeKnown('/allItems/confidedBy', record(input['allItems'])['confidedBy']);
  list(people).forEach((one, index) => {
    for (const [kind, consent] of Object.entries(record(record(one)['consent']))) {
      if (['dataProtection', 'confidentiality', 'service'].includes(kind))
        mustBeKnown(`/people/${index}/consent/${kind}/givenBy`, record(consent)['givenBy']);
    }
  });
  return issues;
}
