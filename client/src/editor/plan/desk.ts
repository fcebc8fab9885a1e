/**
 * What the views of one editor share: whose names they show, and which block's fields are open. The
 * panel itself is drawn by React, once; the views are plain elements, because a plan has hundreds.
 */

import type {BlockId, PersonId, PersonView} from '@samenspel/shared';

/** Where in the panel one begins: the field that was pressed. */
export type Part =
  | {readonly kind: 'status'}
  | {readonly kind: 'who'}
  | {readonly kind: 'when'}
  | {readonly kind: 'money'}
  | {readonly kind: 'kept'}
  | {readonly kind: 'line'; readonly id: BlockId};

export interface OpenFields {
  readonly block: BlockId;
  readonly part: Part;
  /** A line that was made for what was asked for; it goes away again when nothing is filled in. */
  readonly added: BlockId | null;
  /** What was pressed: the panel stands beside it. */
  readonly anchor: () => Element | null;
}

export interface PlanDesk {
  readonly people: () => ReadonlyMap<PersonId, PersonView>;
  /** Names changed, or are known by now: everything that shows one is drawn again. */
  setPeople(people: readonly PersonView[]): void;
  /** Somebody stands in the text whose name is not known here; asked for once. */
  ask(person: PersonId): void;
  readonly open: () => OpenFields | null;
  setOpen(open: OpenFields | null): void;
  /** Called when fields open or close. */
  watchOpen(listener: () => void): () => void;
  /** Called when names change. */
  watchPeople(listener: () => void): () => void;
  /** Called when a name is asked for. */
  watchAsked(listener: () => void): () => void;
}

export function planDesk(): PlanDesk {
  let people: ReadonlyMap<PersonId, PersonView> = new Map();
  let open: OpenFields | null = null;
  const openListeners = new Set<() => void>();
  const peopleListeners = new Set<() => void>();
  const askedListeners = new Set<() => void>();
  const asked = new Set<PersonId>();
  const watch = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    people: () => people,
    setPeople(known) {
      if (isSame(people, known)) return;
      people = new Map(known.map((one) => [one.id, one]));
      peopleListeners.forEach((listener) => listener());
    },
    ask(person) {
      if (asked.has(person)) return;
      asked.add(person);
      askedListeners.forEach((listener) => listener());
    },
    open: () => open,
    setOpen(next) {
      open = next;
      openListeners.forEach((listener) => listener());
    },
    watchOpen: watch(openListeners),
    watchPeople: watch(peopleListeners),
    watchAsked: watch(askedListeners),
  };
}

function isSame(known: ReadonlyMap<PersonId, PersonView>, now: readonly PersonView[]): boolean {
  return (
    known.size === now.length &&
    now.every(({id, name, side}) => known.get(id)?.name === name && known.get(id)?.side === side)
  );
}
