/** The thread that reads plans out of texts: one after another, no state, no disk. */

import {parentPort} from 'node:worker_threads';
import type {Replay} from '../journal/journal.ts';
import {planAt} from './plan-at.ts';

// An error ends the thread and reaches whoever waits for the plan.
parentPort?.on('message', (replay: Replay) => parentPort?.postMessage(planAt(replay), []));
