/** The thread that cuts texts into pieces: no state, no disk. */

import {parentPort} from 'node:worker_threads';
import type {TextSource} from './live-document.ts';
import {piecesOf} from './pieces.ts';

// An error ends the thread and reaches whoever waits for the work.
parentPort?.on('message', (source: TextSource) => parentPort?.postMessage(piecesOf(source), []));
