/** The thread that makes sentences of what changed: a difference may be millions of characters long. */

import {parentPort} from 'node:worker_threads';
import {
  type ChangeSummary,
  openChangeWords,
  type PackedDifference,
  type PersonId,
  type PersonView,
  summariesOf,
  unpackDifference,
} from '@samenspel/shared';

export interface SinceTask {
  /** A `PackedDifference`, written out as the thread that compares hands it on. */
  readonly json: string;
  readonly people: readonly PersonView[];
  /** What they did themselves is no news to them. */
  readonly reader: PersonId;
}

// An error ends the thread and reaches whoever waits for the sentences.
parentPort?.on('message', (task: SinceTask) => parentPort?.postMessage(tell(task), []));

function tell({json, people, reader}: SinceTask): readonly ChangeSummary[] {
  const difference = unpackDifference(JSON.parse(json) as PackedDifference);
  const changes = difference.changes.filter(
    ({by}) => by.length === 0 || by.some((id) => id !== reader),
  );
  return summariesOf({...difference, changes}, openChangeWords({difference, people}));
}
