/** Entries as lines to read: asking and turning one's own key with it happened at once, and are one. */

import type {LogView} from '@samenspel/shared';

export interface LogLine {
  readonly entry: LogView;
  /** Who asked turned their own key with it. */
  readonly withKey: boolean;
}

/** As far apart as two entries of one act can be. */
const atOnceMs = 1_000;

/** @param entries newest first; so are the lines */
export function logLines(entries: readonly LogView[]): readonly LogLine[] {
  return entries.flatMap((entry, index) => {
    if (isOneWith(entry, entries[index + 1])) return [];
    const after = entries[index - 1];
    return [{entry, withKey: after !== undefined && isOneWith(after, entry)}];
  });
}

/** Whether this is the key that came with the question before it. */
function isOneWith(key: LogView, asked: LogView | undefined): boolean {
  return (
    key.kind === 'key_turned' &&
    asked?.kind === 'asked' &&
    key.seq === asked.seq + 1 &&
    key.at - asked.at <= atOnceMs &&
    key.by?.id === asked.by?.id &&
    key.act === asked.act
  );
}
