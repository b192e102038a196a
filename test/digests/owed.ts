import { owed } from '../../scripts/vectors/owed.ts';
import { lists } from '../../scripts/vectors/model.ts';
import { digest } from '../../src/engine/digest.ts';
import { createEngine, decide } from '../../src/index.ts';
import type { Engine, Pack, SharingDecision, SharingRequest } from '../../src/index.ts';

/** Requests whose outcomes are kept under one name. */
export interface Scenario {
  id: string;
  requests: readonly SharingRequest[];
  /** The local procedures that they are decided with, where there are any. */
  pack?: Pack;
}

/**
 * What a decision owes to those concerned, as the vectors keep it, without the rules that it rests on: so that another
 * wording, rule id, citation or version changes nothing here.
 */
export function owedBy(decision: SharingDecision): Readonly<Record<string, unknown>> {
  const { findings: _, ...rest } = owed(decision);
  const rows = lists.map((list) => [list, rest[list].map(({ reasons: __, ...row }) => row)]);
  return { ...rest, ...(Object.fromEntries(rows) as object) };
}

/** One decision in words, as a reviewer reads it in a list of changes. */
function wordsOf({ outcome, strength, urgency, items }: SharingDecision): string {
  const verdicts = items.map(({ ref, verdict }) => `${ref} ${verdict}`).join(', ');
  return `${outcome} (${strength}, ${urgency}): ${verdicts}`;
}

/** How many decisions have each outcome, in words. */
function counted(decisions: readonly SharingDecision[]): string {
  const outcomes = [...new Set(decisions.map(({ outcome }) => outcome))].sort();
  return outcomes
    .map((one) => `${decisions.filter(({ outcome }) => outcome === one).length} ${one}`)
    .join(', ');
}

const shown = 12;

const engines = new Map<string, Engine>();

/** The engine with a pack beside the national rules; one for all scenarios of the pack. */
function engineWith(pack: Pack): Engine {
  const engine = engines.get(pack.id) ?? createEngine({ packs: [pack] });
  engines.set(pack.id, engine);
  return engine;
}

/** What a scenario comes to, request by request. */
export const decisionsOf = ({ requests, pack }: Scenario): readonly SharingDecision[] =>
  requests.map((request) => (pack ? engineWith(pack).decide(request) : decide(request)));

/** The line of a scenario that came to some decisions: its id, its outcome in words, and the digest of what they owe. */
export function lineWith({ id }: Scenario, decisions: readonly SharingDecision[]): string {
  const [only] = decisions;
  const words = decisions.length === 1 && only ? wordsOf(only) : counted(decisions);
  return [id, words, digest(decisions.map(owedBy)).slice(0, shown)].join('\t');
}

/** The line of a scenario, as the rules now stand. */
export const lineOf = (scenario: Scenario): string => lineWith(scenario, decisionsOf(scenario));
