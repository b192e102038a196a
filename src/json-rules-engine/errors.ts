import type { Disagreement } from './compare.ts';

/**
 * The two evaluators found different things of the same request, so that neither is to be relied on: a defect of this
 * library. It names rules and the scopes that they are evaluated at, and nothing of the request. Told apart by `code`.
 *
 * @since 0.1.0
 */
export class EvaluatorsDisagreeError extends Error {
  /** Always `evaluators-disagree`. */
  readonly code = 'evaluators-disagree';
  /** The rules on which they differ, in the order of their ids. */
  readonly disagreements: readonly Disagreement[];
  constructor(disagreements: readonly Disagreement[]) {
    const lines = disagreements.map(
      ({ rule, scope }) => `rule \`${rule}\`, scope \`${scope}\`: two evaluators disagree`,
    );
    super(
      [
        ...lines,
        '  help: do not rely on a decision of this request; report the rules with a request of invented people',
      ].join('\n'),
    );
    this.name = 'EvaluatorsDisagreeError';
    this.disagreements = disagreements;
  }
}
