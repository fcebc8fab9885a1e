/** What Yjs shows to those who look inside a type: the one place that knows its names for it. */

import type * as Y from 'yjs';

type Inside = Pick<Y.Text, '_start' | '_item'>;

/** The first item in a type, deleted ones included; the others are to the right of it. */
export function firstItem({_start: first}: Inside): Y.Item | null {
  return first;
}

/** The item that holds a type; null for a root. */
export function itemOf({_item: item}: Inside): Y.Item | null {
  return item;
}

/** The ids under which the attributes of a type were set last, deleted or not. */
export function attributeIds({_map: items}: Pick<Y.XmlElement, '_map'>): ReadonlyMap<string, Y.ID> {
  return new Map([...items].map(([name, {id}]) => [name, id]));
}
