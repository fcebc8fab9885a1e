/** An entry of the log with names instead of ids. */

import type {LogView, PersonId, PersonView} from '@samenspel/shared';
import type {LogEntry} from './log.ts';

/** @param titles of the documents that its reader may know of */
export function logView(
  entry: LogEntry,
  everyone: readonly PersonView[],
  titles: ReadonlyMap<string, string>,
): LogView {
  const {seq, at, kind, by, about, document, act, side, role, words} = entry;
  const person = (id: PersonId | undefined) => everyone.find((one) => one.id === id) ?? null;
  return {
    ...{seq, at, kind, words},
    by: person(by),
    about: person(about),
    document: document === undefined ? null : {id: document, title: titles.get(document) ?? null},
    act: act ?? null,
    side: side ?? null,
    role: role ?? null,
  };
}
