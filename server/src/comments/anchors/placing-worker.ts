/** The thread that looks up anchors: one text after another, no state, no disk. */

import {parentPort} from 'node:worker_threads';
import {place, type PlacingTask} from './placing.ts';

// An error ends the thread and reaches whoever waits for the places.
parentPort?.on('message', (task: PlacingTask) => parentPort?.postMessage(place(task), []));
