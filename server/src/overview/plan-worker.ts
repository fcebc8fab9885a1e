/** The thread that reads plans out of texts: one after another, no state, no disk. */

import {parentPort} from 'node:worker_threads';
import {planAt, type PlanText} from './plan-at.ts';

// An error ends the thread and reaches whoever waits for the plan.
parentPort?.on('message', (text: PlanText) => parentPort?.postMessage(planAt(text), []));
