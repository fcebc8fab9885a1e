/** Makes one backup in a process of its own, so that nobody who is typing waits for the copying. */

import {setPriority} from 'node:os';
import {type BackupOptions, makeBackup} from './backup.ts';

process.umask(0o077);
// Whoever is typing goes first.
setPriority(10);

try {
  await makeBackup(JSON.parse(process.argv[2] ?? '') as BackupOptions);
} catch (error) {
  // Only which kind of error it was: its message may quote a path or a row.
  const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
  process.stderr.write(String(code));
  process.exitCode = 1;
}
