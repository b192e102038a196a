import { facts } from '../model/facts.ts';
import type { Fact } from '../model/facts.ts';
import { SharingRequest } from '../model/request.ts';
import type { consentKinds } from '../model/words.ts';

/** What stands for an answer in a request. */
export type Answer = boolean | string | readonly string[];
export type ConsentKind = (typeof consentKinds)[number];
/** A request or a part of it, as plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

const asked = facts.filter(({ from }) => from === 'request');
/** The questions of each scope, from the fact dictionary; what has no question of its own is not among them. */
export const leavesOf: Readonly<Record<'case' | 'person' | 'item', readonly Fact[]>> = {
  case: asked.filter(({ scope, id }) => scope === 'case' && id !== 'mode'),
  person: asked.filter(({ scope }) => scope === 'person'),
  item: asked.filter(({ scope }) => scope === 'item'),
};

const consentModel = SharingRequest.shape.people.unwrap().element.shape.consent.unwrap().shape;
const consentLeaves = asked.filter(({ scope }) => scope === 'consent');
/** The questions of a consent of each kind, from the model. */
export const consentLeavesOf: Readonly<Record<ConsentKind, readonly Fact[]>> = (() => {
  const of = (kind: ConsentKind) => {
    const keys = Object.keys(consentModel[kind].unwrap().shape);
    return consentLeaves.filter(({ path }) => keys.includes(path[0] as string));
  };
  return {
    dataProtection: of('dataProtection'),
    confidentiality: of('confidentiality'),
    service: of('service'),
  };
})();

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What stands at a path, or nothing. */
export const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      Array.isArray(inner) && typeof key === 'number'
        ? (inner as unknown[])[key]
        : recordOf(inner)[key],
    value,
  );

/** A copy with something else at a path: `undefined` takes the key out, and keeps the object that it stood in. */
export function withValue(
  value: unknown,
  path: readonly (string | number)[],
  put: unknown,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value))
    return (value as unknown[]).map((one, index) =>
      index === key ? withValue(one, rest, put) : one,
    );
  const inner = recordOf(value);
  if (rest.length || put !== undefined)
    return { ...inner, [key]: withValue(inner[key], rest, put) };
  const { [key]: _, ...others } = inner;
  return others;
}
