/** What others wrote in a document since somebody was there, in sentences, goal by goal. */

import type {DocumentId, PersonId, Seq, SinceView} from '@samenspel/shared';
import {AppError} from '../errors.ts';
import type {Differences} from '../history/difference/differences.ts';
import type {PeopleOf} from '../history/routes.ts';
import {openThread} from '../thread.ts';
import type {SinceTask} from './since-worker.ts';

export interface Since {
  /** @throws AppError 'damaged', and 'too_many' when too many others wait */
  tell(
    documentId: DocumentId,
    reader: PersonId,
    between: {readonly upTo: Seq; readonly head: Seq},
  ): Promise<SinceView['summaries']>;
  close(): Promise<void>;
}

export interface SinceDeps {
  readonly differences: Pick<Differences, 'between'>;
  readonly people: PeopleOf;
}

/** Each is held in memory until its turn. */
const maxWaiting = 20;

export function openSince({differences, people}: SinceDeps): Since {
  const thread = openThread<SinceTask, SinceView['summaries']>(
    new URL('./since-worker.ts', import.meta.url),
  );
  let waiting = 0;
  return {
    async tell(documentId, reader, {upTo, head}) {
      if (waiting >= maxWaiting) throw new AppError('too_many');
      waiting++;
      try {
        const found = await differences.between(documentId, upTo, head);
        if (!found || found.people.every((id) => id === reader)) return [];
        const known = await people(documentId, found.people);
        return await thread.work({json: found.json, people: known, reader});
      } finally {
        waiting--;
      }
    },
    close: () => thread.close(),
  };
}
