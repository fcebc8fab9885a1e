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

/** The item that set an attribute of a type last, deleted or not; undefined when none did. */
export function attributeItem(
  {_map: items}: Pick<Y.XmlElement, '_map'>,
  name: string,
): Y.Item | undefined {
  return items.get(name);
}
