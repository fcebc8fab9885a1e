/** From where on something is new for me. */

import type {Seq} from '@samenspel/shared';

/** Of who never was here: from the text that it began with. */
export function seenFrom(upTo: Seq): Seq {
  return Math.max(1, upTo) as Seq;
}
