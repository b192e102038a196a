import canonicalizeModule from 'canonicalize';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

// Why: the types of `canonicalize` 2 describe a default export of a CommonJS module, which nodenext sees as a namespace.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The canonical JSON (RFC 8785) of a value; empty for one that JSON does not know. */
export const canonical = (value: unknown): string => canonicalize(value) ?? '';

/** SHA-256, in hex, of the canonical JSON of a value. */
export const digest = (value: unknown): string => bytesToHex(hash(utf8ToBytes(canonical(value))));
