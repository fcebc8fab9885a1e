/** Makes a backup every so many hours for as long as the server runs. */

import type {Clock} from '../clock.ts';
import type {Logger} from '../logger.ts';
import type {BackupOptions} from './backup.ts';
import {installationOf} from './backup.ts';
import {listBackups, removeOvertaken} from './copies.ts';

export interface ScheduleDeps {
  readonly dataFolder: string;
  /** Where the backups go. */
  readonly folder: string;
  /** 0 makes none. */
  readonly everyHours: number;
  /** How many of them stay; 0 keeps all. */
  readonly keep: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly make: (options: BackupOptions, signal: AbortSignal) => Promise<string>;
}

export interface Schedule {
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

const hourMs = 3_600_000;
/** Not while everybody comes back in after a start. */
const settleMs = 5 * 60_000;
/** A failure is tried again sooner, and a clock that was set is noticed within this. */
const lookAgainMs = hourMs;

export async function openSchedule(deps: ScheduleDeps): Promise<Schedule> {
  const {clock, logger, folder, dataFolder, keep} = deps;
  const everyMs = deps.everyHours * hourMs;
  if (everyMs === 0) return {close: () => Promise.resolve()};
  const ending = new AbortController();
  const installation = await installationOf(dataFolder);
  const lastAt = await lastBackupAt();
  let dueAt = Math.max(clock.now() + settleMs, lastAt + everyMs);
  let working = Promise.resolve();
  let stop = plan();

  function plan(): () => void {
    // In short steps: a timer can't count to a month, and stands still while the machine sleeps.
    const ms = Math.min(Math.max(dueAt - clock.now(), 0), lookAgainMs);
    return clock.after(ms, () => {
      working = look();
    });
  }

  async function look(): Promise<void> {
    if (clock.now() >= dueAt) await attempt();
    if (!ending.signal.aborted) stop = plan();
  }

  async function attempt(): Promise<void> {
    const now = clock.now();
    try {
      await deps.make({dataFolder, to: folder, reason: 'schedule', now}, ending.signal);
      dueAt = now + everyMs;
    } catch (err) {
      if (ending.signal.aborted) return;
      dueAt = now + Math.min(everyMs, lookAgainMs);
      logger.error({err}, 'THE BACKUP FAILED: there is no new copy of the data');
      return;
    }
    try {
      await removeOvertaken(folder, {reason: 'schedule', installation, keep, now});
    } catch (err) {
      logger.error({err}, 'old backups could not be removed: the disk will fill');
    }
    logger.info({ms: clock.now() - now}, 'a backup was made');
  }

  /** 0 when there is none. */
  async function lastBackupAt(): Promise<number> {
    try {
      const copies = await listBackups(folder, installation);
      return copies.find(({manifest}) => manifest.reason === 'schedule')?.manifest.madeAt ?? 0;
    } catch (err) {
      logger.error({err}, 'the folder with backups could not be read');
      return 0;
    }
  }

  return {
    async close() {
      ending.abort();
      stop();
      await working;
    },
  };
}
