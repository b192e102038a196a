import type { InvalidPackError, InvalidRequestError } from '../index.ts';
import { usage, UsageError } from './usage.ts';

/** What a failure puts on standard error, and its exit status. */
export interface Failure {
  says: string;
  status: 1 | 2 | 3 | 4;
}

/** Whether something thrown is a request or a pack that is not well formed, told by its code. */
const isInvalid = (error: unknown): error is InvalidRequestError | InvalidPackError =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'invalid-request' || error.code === 'invalid-pack');

/** What is told of something thrown: never anything that was sent. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError)
    return { says: `lawful-sharing: ${error.message}\n\n${usage}`, status: 2 };
  if (isInvalid(error)) return { says: `${error.message}\n`, status: 3 };
  // Why: told apart by its code, since the built entry point has a class of its own.
  if (error instanceof Error && 'code' in error && error.code === 'evaluators-disagree')
    return { says: `${error.message}\n`, status: 4 };
  // Why: a stack may quote what was sent, so only the kind of defect is told.
  const kind = error instanceof Error ? error.name : 'unknown';
  return {
    says: `lawful-sharing: a defect of ours (${kind}); please report it with a request of invented people\n`,
    status: 1,
  };
}
