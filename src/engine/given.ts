import type { SharingDecision } from '../model/decision.ts';
import { InvalidRequestError } from './errors.ts';

/** An error for an argument beside the request that is not what the function takes. It repeats nothing of it. */
export const wrongOptions = (message: string, help: string): InvalidRequestError =>
  new InvalidRequestError([{ code: 'wrong-options', path: '', message, help }]);

/**
 * Holds that what was given is a decision, fresh or read back from where it was kept.
 *
 * @throws InvalidRequestError where it is not, or is of another schema version.
 */
export function mustBeDecision(given: SharingDecision): void {
  const version = (given as Partial<SharingDecision> | null | undefined)?.provenance?.schemaVersion;
  if ((version as unknown) !== '1')
    throw wrongOptions(
      'expected a decision of schema version 1',
      'give the whole of what `decide` returned; what `safeDecide` returns holds it as `decision`',
    );
}
