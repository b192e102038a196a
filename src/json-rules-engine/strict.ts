import { Engine } from 'json-rules-engine';
import { unsure } from '../model/leaf.ts';

/** Whether a value says nothing: left out, or asked and nobody knows. */
export const saysNothing = (value: unknown): boolean => value === undefined || value === unsure;

/** Paths into facts are no part of the format, and what evaluates them can run code. */
const refusePaths = (): never => {
  throw new Error('a path into a fact is no part of the format of the rules');
};

/** Options under which nothing missing is read as an answer. */
export const strictness = {
  allowUndefinedFacts: false,
  allowUndefinedConditions: false,
  pathResolver: refusePaths,
} as const;

/** An engine of json-rules-engine in which a fact that was never set rejects the run. */
export const strictEngine = (): Engine => new Engine([], strictness);
