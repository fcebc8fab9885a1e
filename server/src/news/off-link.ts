/**
 * The way out that stands in every letter: a token that switches one lab's mail off for one person, and
 * does nothing else. It can't be guessed and never ends, so that an old letter keeps its way out; nothing
 * of it is kept here.
 */

import {createHmac, hkdfSync, timingSafeEqual} from 'node:crypto';
import {type LabId, parseLabId, parsePersonId, type PersonId} from '@samenspel/shared';

export interface OffLinks {
  token(personId: PersonId, labId: LabId): string;
  /** null when it was not made here. */
  read(token: string): {readonly personId: PersonId; readonly labId: LabId} | null;
}

/** @param secret the folder's */
export function openOffLinks(secret: string): OffLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'samenspel mail off', 32));
  const proofOf = (personId: PersonId, labId: LabId) =>
    createHmac('sha256', key).update(`${personId} ${labId}`).digest();
  return {
    token: (personId, labId) =>
      [personId, labId, proofOf(personId, labId).toString('base64url')].join('.'),
    read(token) {
      const [person = '', lab = '', proof = '', ...more] = token.split('.');
      const [personId, labId] = [parsePersonId(person), parseLabId(lab)];
      if (!personId || !labId || more.length > 0) return null;
      const given = Buffer.from(proof, 'base64url');
      const made = proofOf(personId, labId);
      if (given.length !== made.length || !timingSafeEqual(given, made)) return null;
      return {personId, labId};
    },
  };
}
