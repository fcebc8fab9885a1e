/** Whose characters these are: what attributions say, and else the owner of the id. */

import type {ClientId, PersonId} from '@samenspel/shared';
import type {Attribution} from '../provenance.ts';
import {rangeMap} from './ranges.ts';

export interface Authors {
  /** All of these characters, in order, in as many parts as they have authors and sources. */
  of(client: ClientId, clock: number, length: number): readonly Attribution[];
  learn(attributions: readonly Attribution[]): void;
  /** Nobody will ask for these characters again. */
  forget(client: ClientId, clock: number, length: number): void;
}

type Origin = Pick<Attribution, 'author' | 'sourceClient' | 'sourceClock'>;

/** @param owners may grow while this is in use */
export function openAuthors(owners: ReadonlyMap<ClientId, PersonId>): Authors {
  const known = rangeMap<Origin>();

  const own = (client: ClientId, clock: number, length: number): Attribution => ({
    ...{client, clock, length, author: owners.get(client) ?? null},
    ...{sourceClient: client, sourceClock: clock},
  });

  return {
    of(client, clock, length) {
      const parts: Attribution[] = [];
      let at = clock;
      for (const {clock: from, length: covered, value, offset} of known.find(
        client,
        clock,
        length,
      )) {
        if (from > at) parts.push(own(client, at, from - at));
        const {author, sourceClient, sourceClock} = value;
        parts.push({
          ...{client, clock: from, length: covered, author},
          ...{sourceClient, sourceClock: sourceClock + offset},
        });
        at = from + covered;
      }
      if (at < clock + length) parts.push(own(client, at, clock + length - at));
      return parts;
    },
    learn(attributions) {
      for (const {client, clock, length, author, sourceClient, sourceClock} of attributions) {
        known.set(client, clock, length, {author, sourceClient, sourceClock});
      }
    },
    forget: (client, clock, length) => known.clear(client, clock, length),
  };
}
