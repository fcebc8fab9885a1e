/** Reads Yjs types that are deleted: their content stands until the transaction is over. */

import * as Y from 'yjs';

/** What a block is made of. */
export type PastType = Y.XmlElement | Y.XmlText;

/** The items of a type in order, deleted ones too. */
export function itemsOf({_start: first}: Pick<PastType, '_start'>): readonly Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = first; item !== null; item = item.right) items.push(item);
  return items;
}

/** The attributes as they were last, by name; none for a text. */
export function attributesOf(type: PastType): readonly (readonly [string, Y.Item])[] {
  if (type instanceof Y.XmlText) return [];
  const {_map: attributes} = type;
  return [...attributes];
}

/** The element or text that an item holds; null for letters and the like. */
export function typeOf({content}: Y.Item): PastType | null {
  if (!(content instanceof Y.ContentType)) return null;
  const {type} = content;
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? type : null;
}

/** What an attribute's item says; null when it is no text or number. */
export function valueOf({content}: Y.Item): string | number | null {
  const [value] = content.getContent() as readonly unknown[];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** The id of a block; null when it has none. */
export function idIn(element: PastType): string | null {
  const id = attributesOf(element).find(([name]) => name === 'id');
  const value = id ? valueOf(id[1]) : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The blocks with an id that went in this transaction, by id. To be asked while it is not over. */
export function goneBlocks(
  transaction: Y.Transaction,
): ReadonlyMap<string, readonly Y.XmlElement[]> {
  const gone = new Map<string, readonly Y.XmlElement[]>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    const type = struct instanceof Y.Item ? typeOf(struct) : null;
    const id = type instanceof Y.XmlElement ? idIn(type) : null;
    if (type instanceof Y.XmlElement && id !== null) gone.set(id, [...(gone.get(id) ?? []), type]);
  });
  return gone;
}
