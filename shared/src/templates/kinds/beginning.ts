/** How a new document of one kind begins: what it is called until it has a name, and its text. */

import type {Block} from '../build.ts';

export interface Beginning {
  /** For who gives it no name. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A block asks for its name itself, in the place where it comes. */
export const untitled = '';
