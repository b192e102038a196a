/**
 * The national rules as data: whole, with rationale, limits and worked cases. For reviewers, pages and other tools;
 * deciding needs only the main entry.
 *
 * @module
 */
import { deepFreeze } from '../engine/freeze.ts';
import { shelf } from './shelf.generated.ts';
import type { ShelvedRule } from './shelved.ts';

export type { ShelvedRule } from './shelved.ts';

/** Every national rule, by id, with its cases. */
export const shelvedRules: readonly ShelvedRule[] = /* @__PURE__ */ deepFreeze(shelf());
