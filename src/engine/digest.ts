import canonicalizeModule from 'canonicalize';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

// Why: the types of `canonicalize` 2 describe a default export of a CommonJS module, which nodenext sees as a namespace.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** SHA-256, in hex, of the canonical JSON (RFC 8785) of a value. */
export const digest = (value: unknown): string =>
  bytesToHex(hash(utf8ToBytes(canonicalize(value) ?? '')));
