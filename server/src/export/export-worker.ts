/** The thread of one export: it makes a piece when it is asked for one, and never ahead. */

import {parentPort, workerData} from 'node:worker_threads';
import {piecesOf} from './pieces.ts';
import {openReading} from './reading.ts';
import type {ExportTask} from './task.ts';

const {folder, task} = workerData as {readonly folder: string; readonly task: ExportTask};
const reading = openReading(folder);
const pieces = piecesOf(reading, task);

// An error ends the thread and reaches whoever waits for the piece.
parentPort?.on('message', () => void answer());

/** A piece, or null after the last one. */
async function answer(): Promise<void> {
  const {value} = await pieces.next();
  if (value) {
    parentPort?.postMessage(value, [value.buffer]);
    return;
  }
  await reading.close();
  parentPort?.postMessage(null, []);
}
