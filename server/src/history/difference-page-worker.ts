/** The thread that draws comparisons as pages, one after another. */

import {parentPort} from 'node:worker_threads';
import type {Difference} from '@samenspel/shared';
import {differencePage} from './difference-page.ts';
import type {DifferencePageTask} from './difference-pages.ts';

// An error ends the thread and reaches whoever waits for the page.
parentPort?.on('message', ({json, ...page}: DifferencePageTask) => {
  const difference = JSON.parse(json) as Difference;
  parentPort?.postMessage(differencePage({...page, difference}), []);
});
