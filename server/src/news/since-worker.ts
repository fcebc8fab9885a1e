/** The thread that makes sentences of what changed: a difference may be millions of characters long. */

import {parentPort} from 'node:worker_threads';
import {
  type ChangeSummary,
  type Difference,
  openChangeWords,
  type PersonId,
  type PersonView,
  summariesOf,
} from '@samenspel/shared';

export interface SinceTask {
  /** A `Difference`, written out as the thread that compares hands it on. */
  readonly json: string;
  readonly people: readonly PersonView[];
  /** What they did themselves is no news to them. */
  readonly reader: PersonId;
}

// An error ends the thread and reaches whoever waits for the sentences.
parentPort?.on('message', (task: SinceTask) => parentPort?.postMessage(tell(task), []));

function tell({json, people, reader}: SinceTask): readonly ChangeSummary[] {
  const difference = JSON.parse(json) as Difference;
  const changes = difference.changes.filter(
    ({by}) => by.length === 0 || by.some((id) => id !== reader),
  );
  return summariesOf({...difference, changes}, openChangeWords({difference, people}));
}
