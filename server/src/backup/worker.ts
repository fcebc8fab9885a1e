/** Makes one backup in a thread of its own, so that nobody who is typing waits for the copying. */

import {workerData} from 'node:worker_threads';
import {type BackupOptions, makeBackup} from './backup.ts';

await makeBackup(workerData as BackupOptions);
