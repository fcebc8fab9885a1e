/**
 * Makes what people take along, each in a thread with a connection of its own: however big a lab is,
 * nobody who types waits for it. Piece by piece, no faster than it is downloaded.
 */

import {Worker} from 'node:worker_threads';
import type {PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {ExportTask} from './task.ts';

export interface Exports {
  /**
   * Resolves once there is something to send; the stream fails when the rest can't be made.
   * @throws AppError 'too_many' when this person has one under way, or too many others wait
   */
  start(task: ExportTask): Promise<ReadableStream<Uint8Array>>;
  /** Breaks off those that are under way. */
  close(): Promise<void>;
}

export interface ExportsDeps {
  /** The data folder. */
  readonly folder: string;
  readonly clock: Pick<Clock, 'after'>;
}

type Piece = Uint8Array | null;

const maxAtOnce = 2;
const maxWaiting = 20;
/** Whoever takes nothing for so long has gone. */
const idleMs = 60_000;
/** One lab's text is far smaller; a bigger one must not take the server along. */
const maxHeapMb = 512;

export function openExports({folder, clock}: ExportsDeps): Exports {
  const workers = new Set<Worker>();
  const people = new Set<PersonId>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let closed = false;

  async function enter(personId: PersonId): Promise<void> {
    if (people.has(personId) || waiting.length >= maxWaiting) throw new AppError('too_many');
    people.add(personId);
    if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
  }

  /** Hands the place to who waits longest. */
  function leave(personId: PersonId): void {
    people.delete(personId);
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  return {
    async start(task) {
      await enter(task.personId);
      if (closed) {
        leave(task.personId);
        throw new AppError('unavailable');
      }
      const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
        workerData: {folder, task},
        resourceLimits: {maxOldGenerationSizeMb: maxHeapMb},
      });
      workers.add(worker);
      const pieces = piecesFrom(worker);
      let ended = false;
      const end = (): void => {
        if (ended) return;
        ended = true;
        workers.delete(worker);
        leave(task.personId);
        void worker.terminate();
      };
      try {
        const first = await pieces.next();
        return streamOf(first, pieces.next, end, clock);
      } catch (error) {
        end();
        throw error;
      }
    },
    async close() {
      closed = true;
      for (const next of waiting.splice(0)) next();
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/** Asks a thread for its next piece; one question at a time. */
function piecesFrom(worker: Worker): {next(): Promise<Piece>} {
  let waiting: PromiseWithResolvers<Piece> | null = null;
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    failure ??= error;
    waiting?.reject(failure);
    waiting = null;
  };
  worker.on('message', (piece: Piece) => {
    waiting?.resolve(piece);
    waiting = null;
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread ended before its work')));
  return {
    next() {
      if (failure) return Promise.reject(failure);
      waiting = Promise.withResolvers<Piece>();
      worker.postMessage('next', []);
      return waiting.promise;
    },
  };
}

function streamOf(
  first: Piece,
  next: () => Promise<Piece>,
  end: () => void,
  clock: Pick<Clock, 'after'>,
): ReadableStream<Uint8Array> {
  let ready: Piece | undefined = first;
  let stopIdling: () => void = () => undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        stopIdling();
        try {
          const piece = ready === undefined ? await next() : ready;
          ready = undefined;
          if (piece === null) {
            end();
            controller.close();
            return;
          }
          controller.enqueue(piece);
          stopIdling = clock.after(idleMs, () => {
            end();
            controller.error(new Error('Nobody took the rest'));
          });
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel() {
        stopIdling();
        end();
      },
    },
    // Nothing ahead of who downloads.
    {highWaterMark: 0},
  );
}
