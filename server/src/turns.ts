/** Work on the same thing is done one after the other, on different things at once. */

/** What fails holds up nobody who comes after it. */
export type InTurn<Id> = <T>(id: Id, work: () => Promise<T>) => Promise<T>;

export function openTurns<Id>(): InTurn<Id> {
  const last = new Map<Id, Promise<unknown>>();
  return (id, work) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before
      .catch(() => undefined)
      .then(work)
      .finally(() => {
        if (last.get(id) === mine) last.delete(id);
      });
    last.set(id, mine);
    return mine;
  };
}
