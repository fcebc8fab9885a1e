/** Work in a thread of its own, one piece after another; the thread is there while there is work. */

import {once} from 'node:events';
import {Worker} from 'node:worker_threads';

export interface Thread<Task, Result> {
  /** @throws Error when the work failed or the thread was closed */
  work(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** Work that makes much and keeps little spends a quarter of its time clearing up in less than this. */
const usualYoungMb = 64;
/** Long enough for the next piece of work of the same kind. */
const shortWhileMs = 2_000;

/**
 * @param script answers each message with one message; what it throws ends the thread
 * @param idleMs how long it is kept without work; starting one takes longer than most work
 * @param youngMb room for what work makes, until it is cleared up
 */
export function openThread<Task, Result>(
  script: URL,
  idleMs = shortWhileMs,
  youngMb = usualYoungMb,
): Thread<Task, Result> {
  const resourceLimits = {maxYoungGenerationSizeMb: youngMb};
  let worker: Worker | null = null;
  let idling: NodeJS.Timeout | null = null;
  let before: Promise<unknown> = Promise.resolve();

  function rest(): void {
    const resting = worker;
    worker = null;
    void resting?.terminate();
  }

  async function run(task: Task): Promise<Result> {
    if (idling) clearTimeout(idling);
    const mine = (worker ??= new Worker(script, {resourceLimits}));
    mine.ref();
    try {
      mine.postMessage(task, []);
      const ended = new AbortController();
      const [result] = (await Promise.race([
        once(mine, 'message', ended),
        once(mine, 'exit', ended).then(() => {
          throw new Error('The thread ended before its work');
        }),
      ]).finally(() => ended.abort())) as [Result];
      // Nobody stays for a thread that rests.
      mine.unref();
      idling = setTimeout(rest, idleMs).unref();
      return result;
    } catch (error) {
      // A thread that failed has ended; the next work begins with a new one.
      if (worker === mine) worker = null;
      throw error;
    }
  }

  return {
    work(task) {
      const done = before.then(() => run(task));
      before = done.catch(() => undefined);
      return done;
    },
    async close() {
      if (idling) clearTimeout(idling);
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
}
