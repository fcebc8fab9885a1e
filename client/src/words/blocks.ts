/** What the blocks of a plan are called, in the editor and in the history. */

import {unreachable} from '@samenspel/shared';
import type {PlanBlockName} from '@samenspel/shared/schema';

/** What a block is called, above its text. */
export function blockWord(name: PlanBlockName): string {
  switch (name) {
    case 'task':
      return 'Opgave';
    case 'goal':
      return 'Doel';
    case 'action':
      return 'Actie';
    case 'agreement':
      return 'Afspraak';
    default:
      return unreachable(name);
  }
}

/** In the empty title of a card. */
export const cardQuestion = 'Hoe noem je dit?';
