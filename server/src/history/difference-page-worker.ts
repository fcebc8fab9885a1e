/** The thread that draws comparisons as pages, one after another. */

import {parentPort} from 'node:worker_threads';
import {type PackedDifference, unpackDifference} from '@samenspel/shared';
import {differencePage} from './difference-page.ts';
import type {DifferencePageTask} from './difference-pages.ts';

// An error ends the thread and reaches whoever waits for the page.
parentPort?.on('message', ({json, ...page}: DifferencePageTask) => {
  const difference = unpackDifference(JSON.parse(json) as PackedDifference);
  parentPort?.postMessage(differencePage({...page, difference}), []);
});
