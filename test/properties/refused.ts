import { inspect } from 'node:util';
import type { Faulty } from '../generators/index.ts';
import { faulty, requests } from '../generators/index.ts';
import { decide, safeDecide } from '../../src/index.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { scant } from './national.ts';
import { property } from './property.ts';

/** The words that stand in a request as values of its own choosing: refs, dates, and what was put in. */
function own(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => own(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([inner, one]) => own(one, inner));
  return typeof value === 'string' && /^(someone|piece)-\d$|^\d{4}-\d{2}-\d{2}$/.test(value)
    ? [value]
    : [];
}

function thrownFor(request: unknown): { code?: unknown; message?: unknown } | undefined {
  try {
    decide(request as SharingRequest);
    return undefined;
  } catch (error) {
    return error as { code?: unknown; message?: unknown };
  }
}

const loud = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
/** What a call gives, and all that it writes to the console meanwhile. */
function silently<T>(call: () => T): { thrown: T; said: string[] } {
  const said: string[] = [];
  const before = Object.fromEntries(
    loud.map((name) => [name, Reflect.get(console, name) as unknown]),
  );
  const listen = (...words: unknown[]) => {
    said.push(words.map((word) => inspect(word)).join(' '));
  };
  for (const name of loud) console[name] = listen;
  try {
    return { thrown: call(), said };
  } finally {
    Object.assign(console, before);
  }
}

/** Properties 1 and 13 of the contract, of requests with one fault each. */
export const refused = property<Faulty>({
  name: 'refused',
  says: 'a request with a fault is refused at the place of the fault, and nothing that it says is repeated',
  arbitrary: faulty(requests({ ...scant, answered: 35 })),
  holds: ({ request, code, path, fault, secret }) => {
    const answer = safeDecide(request);
    const { thrown, said } = silently(() => thrownFor(request));
    if (answer.success) return { premise: true, faults: [`${fault} is not refused`] };
    // All that a log may take from an error: its text, its trace, its fields, and what is written beside it.
    const told = [
      JSON.stringify(answer.issues),
      JSON.stringify(thrown),
      inspect(thrown, { depth: 9, showHidden: true }),
      ...said,
    ].join('\n');
    // The dates that help lines give as examples are nobody's.
    const helped = ['2014-03-02', '2000-03-01'];
    const repeated = [secret, 'Jane', ...own(request, '')].filter(
      (word) => !helped.includes(word) && told.includes(word),
    );
    return {
      premise: true,
      faults: [
        ...(answer.issues.some((issue) => issue.code === code && issue.path === path)
          ? []
          : [
              `${fault}: expected ${code} at ${path}, found ${answer.issues.map((issue) => `${issue.code} at ${issue.path}`).join(', ')}`,
            ]),
        ...(thrown?.code === 'invalid-request' ? [] : [`${fault}: decide throws something else`]),
        ...said.map(() => `${fault}: something is logged`),
        ...repeated.map(() => `${fault}: a message repeats what the request says`),
      ],
    };
  },
});
