/** An export as a row of bytes, each piece made when it is asked for. */

import {unreachable} from '@samenspel/shared';
import {journalFile} from '../history/journal-file.ts';
import {openLabs} from '../labs/store.ts';
import {personData} from '../own-data/person-data.ts';
import {personPage} from '../own-data/person-page.ts';
import {readEpoch} from '../store/meta.ts';
import {labFiles} from './lab-files.ts';
import type {Reading} from './reading.ts';
import type {ExportTask} from './task.ts';
import {zipOf} from './zip.ts';

/** Big enough to be worth a trip, small enough to hold several. */
const pieceBytes = 256 * 1024;

export function piecesOf(
  reading: Reading,
  task: ExportTask,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  switch (task.kind) {
    case 'lab':
      return gathered(zipOf(labFiles(reading, task.labId, task.at), task.at));
    case 'journal':
      return gathered(journalBytes(reading, task));
    case 'person':
      return gathered(personBytes(reading, task));
    default:
      return unreachable(task);
  }
}

async function* journalBytes(
  {db, journal}: Reading,
  {documentId, labId, at}: Extract<ExportTask, {kind: 'journal'}>,
): AsyncGenerator<Uint8Array, void> {
  const everyone = await openLabs(db).everyone(labId);
  const sides = new Map(everyone.map(({id, side}) => [id, side]));
  const lines = journalFile({
    ...{...journal(documentId), documentId, at, epoch: await readEpoch(db)},
    sideOf: (personId) => sides.get(personId) ?? null,
  });
  for (const line of lines) yield Buffer.from(line);
}

async function* personBytes(
  reading: Reading,
  {shape, at, ...asker}: Extract<ExportTask, {kind: 'person'}>,
): AsyncGenerator<Uint8Array, void> {
  const data = await personData(reading, asker, at);
  yield Buffer.from(shape === 'json' ? `${JSON.stringify(data, null, 2)}\n` : personPage(data));
}

/** The same bytes in pieces of one size, whatever size they come in. */
async function* gathered(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let piece = new Uint8Array(pieceBytes);
  let filled = 0;
  for await (const part of bytes) {
    for (let at = 0; at < part.length;) {
      const take = Math.min(part.length - at, pieceBytes - filled);
      piece.set(part.subarray(at, at + take), filled);
      at += take;
      filled += take;
      if (filled < pieceBytes) continue;
      yield piece;
      piece = new Uint8Array(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}
