/** The box a block stands in where each has one of its own: it takes the distance that prose gives. */

import {isBlock} from './prose.tsx';
import './block-box.css';

const cards: ReadonlySet<string> = new Set(['task', 'goal', 'action', 'agreement', 'card']);

/** The names of its class. By what it is, not by what is found in it: that is slow to keep up with. */
export function boxOf(json: unknown): string {
  if (!isBlock(json)) return 'block-box';
  if (cards.has(json.type ?? '')) return 'block-box block-box-card';
  const level: unknown = json.attrs && Reflect.get(json.attrs, 'level');
  return json.type === 'heading' && level !== 3 ? 'block-box block-box-heading' : 'block-box';
}
