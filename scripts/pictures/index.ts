/** The pictures of the guides and the front page, drawn from the model and from a decision. */
import type { Engine } from '../../src/engine/engine.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { SharingRequest } from '../../src/model/request.ts';
import { decisionPicture } from './decision.ts';
import { flow } from './flow.ts';

const folder = 'docs/pictures';

/** The text of every picture by its path from the root of the project. */
export const pictures = (
  request: SharingRequest,
  engine: Engine,
  rules: readonly Rule[],
): Record<string, string> => ({
  [`${folder}/findings-to-outcome.svg`]: flow(),
  [`${folder}/one-decision.svg`]: decisionPicture(
    request,
    engine,
    new Map(rules.map((rule) => [rule.id, rule])),
  ),
});
