/** The logs as they stand on disk, to be looked through from beginning to end. */

import type {Database} from 'better-sqlite3';
import type {LabId} from '@samenspel/shared';
import type {Head} from '../log/chain.ts';
import type {LogShelf, StoredEntry} from '../log/verify.ts';

export function openLogShelf(sqlite: Database): LogShelf {
  const labs = sqlite.prepare<[], {lab: LabId; founded: number}>(
    `select id as lab, origin = 'founded' as founded from lab
     union select lab, 0 from (select lab from log union select lab from log_head)
     where lab not in (select id from lab) order by lab`,
  );
  const entries = sqlite.prepare<[LabId], StoredEntry>(
    `select lab, seq, at, kind, facts, digest, previous, hash, salt, words
     from log left join log_words using (lab, seq) where lab = ? order by seq`,
  );
  const end = sqlite.prepare<[LabId], Head & {seal: string}>(
    'select lab, seq, hash, seal from log_head where lab = ?',
  );
  return {
    labs: () => labs.all().map(({lab, founded}) => ({lab, founded: founded === 1})),
    entries: (labId) => entries.iterate(labId),
    end: (labId) => end.get(labId) ?? null,
    snapshot: (work) => sqlite.transaction(work)(),
  };
}
