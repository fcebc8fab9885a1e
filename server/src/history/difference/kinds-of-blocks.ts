/** How blocks behave when texts are compared: which belong together, and which are only around others. */

/** Blocks of one family become each other: a bullet list a numbered one, a cell a heading's cell. */
const families: Readonly<Record<string, string>> = {
  bulletList: 'list',
  orderedList: 'list',
  taskList: 'list',
  listItem: 'item',
  taskItem: 'item',
  tableCell: 'cell',
  tableHeader: 'cell',
};

/** Around blocks without being a place of their own: what is put into a list stays where it is. */
const wrappers: ReadonlySet<string> = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'blockquote',
]);

const places: ReadonlySet<string> = new Set(['task', 'goal', 'action', 'agreement', 'card']);

/** Of these a block has one: what stands there now is what stood there, whatever it says. */
const only: ReadonlySet<string> = new Set(['blockTitle', 'measure']);

/** Attributes that nobody sees: an id, a hint that goes once something is written. */
const unseen: ReadonlySet<string> = new Set(['id', 'question', 'colwidth']);

export function familyOf(type: string): string {
  return families[type] ?? type;
}

export function isWrapper(type: string): boolean {
  return wrappers.has(type);
}

/** Whether changes are told by this block: what happened in this task, this goal. */
export function isPlace(type: string): boolean {
  return places.has(type);
}

export function isOnlyOne(type: string): boolean {
  return only.has(type);
}

export function isSeen(attribute: string): boolean {
  return !unseen.has(attribute);
}
