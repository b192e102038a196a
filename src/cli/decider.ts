import { createEngine } from '../index.ts';
import type { SharingDecision, SharingRequest } from '../index.ts';
import { packsOf } from './packs.ts';

/** How the requests of a command line are decided. */
export interface How {
  crossCheck: boolean;
  /** The date to decide them as at, instead of their own. */
  asAt: string | undefined;
  /** The local packs, each an id or a file. */
  packs: readonly string[];
}

/** Decides what a file holds, which the library checks. */
type Decider = (request: unknown) => SharingDecision | Promise<SharingDecision>;

/** What decides by one evaluator, or by both. */
async function evaluatorOf({ crossCheck, packs: named }: How): Promise<Decider> {
  const packs = await packsOf(named);
  const options = packs.length ? { packs } : undefined;
  if (!crossCheck) {
    const engine = createEngine(options);
    return (request) => engine.decide(request as SharingRequest);
  }
  // Why: the second evaluator and its dependencies are loaded only where it is asked for.
  const second = await import('../json-rules-engine/index.ts');
  return (request) => second.crossCheck(request as SharingRequest, options);
}

/** What decides requests in the way that a command line asks for. */
export async function deciderOf(how: How): Promise<Decider> {
  const decide = await evaluatorOf(how);
  const { asAt } = how;
  if (asAt === undefined) return decide;
  return async (request) => {
    const redated =
      typeof request === 'object' && request !== null ? { ...request, on: asAt } : request;
    const decision = await decide(redated);
    return { ...decision, provenance: { ...decision.provenance, asAt: true } };
  };
}
