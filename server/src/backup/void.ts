/** What must not come back to life with a restore: it works once, and may have been used since. */

import type {Database} from 'better-sqlite3';

/** By table, because the backup may be from before there was one. */
const endings: Readonly<Record<string, string>> = {
  // Sign-in links.
  verification: 'delete from verification',
  // A server without a lab prints a new one.
  meta: "delete from meta where key = 'founding_link'",
  // Also those that may have been withdrawn.
  invitation: 'update invitation set expires_at = min(expires_at, :now)',
  // What waited was probably sent by the server that is no more.
  mail: 'delete from mail',
};

/** Inside a transaction of the caller's. */
export function voidLinks(sqlite: Database, now: number): void {
  const has = sqlite.prepare("select 1 from sqlite_schema where type = 'table' and name = ?");
  for (const [table, ending] of Object.entries(endings)) {
    if (!has.get(table)) continue;
    const statement = sqlite.prepare(ending);
    if (ending.includes(':now')) statement.run({now});
    else statement.run();
  }
}
