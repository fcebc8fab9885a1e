/** The thread that seals: one piece of work after another, no state, no disk. */

import {parentPort} from 'node:worker_threads';
import {seal, type Unsealed} from './seal.ts';

// An error ends the thread and reaches whoever waits for the work.
parentPort?.on('message', (unsealed: Unsealed) => parentPort?.postMessage(seal(unsealed), []));
