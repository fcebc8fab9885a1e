/** Whose characters these are: what attributions say, and else the owner of the id. */

import type {ClientId, PersonId} from '@samenspel/shared';
import type {Attribution} from '../provenance.ts';
import {rangeMap} from './ranges.ts';

export interface Authors {
  /** All of these characters, in order, in as many parts as they have authors and sources. */
  of(client: ClientId, clock: number, length: number): readonly Attribution[];
  /** Tells the same parts one by one, and makes nothing. */
  each(client: ClientId, clock: number, length: number, tell: TellPart): void;
  learn(attributions: readonly Attribution[]): void;
  /** Nobody will ask for these characters again. */
  forget(client: ClientId, clock: number, length: number): void;
}

export type TellPart = (
  clock: number,
  length: number,
  author: PersonId | null,
  sourceClient: ClientId,
  sourceClock: number,
) => void;

type Origin = Pick<Attribution, 'author' | 'sourceClient' | 'sourceClock'>;

/** @param owners may grow while this is in use */
export function openAuthors(owners: ReadonlyMap<ClientId, PersonId>): Authors {
  const known = rangeMap<Origin>();

  function each(client: ClientId, clock: number, length: number, tell: TellPart): void {
    const owner = owners.get(client) ?? null;
    let at = clock;
    known.each(client, clock, length, (from, covered, value, offset) => {
      if (from > at) tell(at, from - at, owner, client, at);
      tell(from, covered, value.author, value.sourceClient, value.sourceClock + offset);
      at = from + covered;
    });
    if (at < clock + length) tell(at, clock + length - at, owner, client, at);
  }

  return {
    of(client, clock, length) {
      const parts: Attribution[] = [];
      each(client, clock, length, (from, covered, author, sourceClient, sourceClock) => {
        parts.push({client, clock: from, length: covered, author, sourceClient, sourceClock});
      });
      return parts;
    },
    each,
    learn(attributions) {
      for (const {client, clock, length, author, sourceClient, sourceClock} of attributions) {
        known.set(client, clock, length, {author, sourceClient, sourceClock});
      }
    },
    forget: (client, clock, length) => known.clear(client, clock, length),
  };
}
