/** Says of everything in an update whose it is; for entries that no client's person wrote. */

import type {ClientId, PersonId} from '@samenspel/shared';
import * as Y from 'yjs';
import type {Attribution} from '../provenance.ts';

/**
 * Text that came with the product belongs to nobody, even if somebody claims the id that it was made
 * under.
 */
export function everythingIn(update: Uint8Array, author: PersonId | null): readonly Attribution[] {
  const {from, to} = Y.parseUpdateMeta(update);
  return [...to].map(([id, end]) => {
    const client = id as ClientId;
    const clock = from.get(id) ?? 0;
    return {client, clock, length: end - clock, author, sourceClient: client, sourceClock: clock};
  });
}
