/** How entries hold on to each other: hashes over ids and salted digests, and a seal on the last one. */

import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import type {LabId} from '@samenspel/shared';

/** An entry as it is hashed; `facts` is JSON exactly as it is stored. */
export interface Link {
  readonly lab: LabId;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly facts: string;
  readonly digest: string;
  readonly previous: string;
}

export interface Head {
  readonly lab: LabId;
  readonly seq: number;
  readonly hash: string;
}

/** SHA-256 over canonical JSON: these keys, in this order, without spaces. */
export function hashOf({lab, seq, at, kind, facts, digest, previous}: Link): string {
  return sha256(JSON.stringify({lab, seq, at, kind, facts, digest, previous}));
}

/** Says nothing about the words to who doesn't have the salt. */
export function digestOf(salt: string, words: string): string {
  return sha256(salt + words);
}

/** Nobody without the folder's secret can say which entry is the last. */
export function sealOf(secret: string, {lab, seq, hash}: Head): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['log head', lab, seq, hash]))
    .digest('hex');
}

/** Without a secret nothing is sealed: anybody could do it. */
export function isSealed(secret: string, head: Head, seal: string): boolean {
  if (secret === '') return false;
  const expected = Buffer.from(sealOf(secret, head));
  const given = Buffer.from(seal);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
