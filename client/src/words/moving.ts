/** The sentences about inserting, moving, copying, folding and removing blocks of a plan. */

import {cardWord, isCardKind} from '@samenspel/shared';
import type {Home, Movable} from '../editor/movable.ts';
import {blockWord} from './blocks.ts';

export const moving = {
  block: 'Blok',
  grip: 'Sleep',
  gripHint: 'Sleep om te verplaatsen. Het kan ook met de knop ernaast.',
  up: 'Omhoog',
  down: 'Omlaag',
  to: 'Verplaats naar…',
  toTitle: (block: string) => `${block} verplaatsen`,
  toWhich: 'Waar moet het heen?',
  toText: 'Los in de tekst, achteraan',
  move: 'Verplaats',
  cancel: 'Annuleren',
  nowhere: 'Er is nog geen opgave of doel waar dit in past.',
  copy: 'Kopie maken',
  remove: 'Weghalen',
  fold: 'Klap in',
  unfold: 'Klap uit',
  foldAll: 'Klap alles in',
  unfoldAll: 'Klap alles uit',
};

/** What a block is called: its own title, or what it is. */
export function blockName({name, node}: Pick<Movable, 'name' | 'node'>, title: string): string {
  return title === '' ? kindWord(name, node) : `“${title}”`;
}

/** Opgave, Doel, Beeld … */
export function kindWord(name: Movable['name'], node: Movable['node']): string {
  if (name !== 'card') return blockWord(name);
  const kind: unknown = node.attrs['kind'];
  return isCardKind(kind) ? cardWord(kind) : 'Kaart';
}

/** `passed` is what it went over; '' when that has no words. */
export function wentBy(block: string, step: -1 | 1, passed: string): string {
  const where = step === -1 ? 'boven' : 'onder';
  if (passed === '') return `${block} staat nu ${step === -1 ? 'hoger' : 'lager'}.`;
  return `${block} staat nu ${where} “${short(passed)}”.`;
}

export function atEdge(block: string, step: -1 | 1): string {
  return `${block} staat hier al ${step === -1 ? 'bovenaan' : 'onderaan'}.`;
}

/** null: in no task or goal any more. */
export function wentTo(block: string, home: string | null): string {
  return home === null ? `${block} staat nu los in de tekst.` : `${block} staat nu in ${home}.`;
}

export function homeName({node}: Home, title: string): string {
  const kind = node.type.name === 'task' ? blockWord('task') : blockWord('goal');
  return title === '' ? `${kind} zonder titel` : `${kind}: ${title}`;
}

export function copied(block: string): string {
  return `Onder ${block} staat nu een kopie.`;
}

export function removed(block: string): string {
  return `${block} is weggehaald. Met Terug staat het er weer.`;
}

/** The button that folds or unfolds; its title tells the buttons apart. */
export function foldLabel(isFolded: boolean, title: string): string {
  const word = isFolded ? moving.unfold : moving.fold;
  return title === '' ? word : `${word}: ${title}`;
}

function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}
