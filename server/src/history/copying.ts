/** What a copy of a document begins with: its text at one moment, in the schema of now. */

import type {DocumentId, Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import {type Copied, copyOf} from './copy.ts';
import {openAuthors} from './provenance/authors.ts';
import {todaysText, type TodaysTextDeps} from './todays-text.ts';

export interface CopyingDeps extends TodaysTextDeps {
  readonly journal: Pick<Journal, 'head' | 'replay' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
}

/**
 * @param asked null is the text as it is
 * @throws AppError 'not_found' when there is no such moment; 'conflict' when its text does not fit what a
 *   document may hold today
 */
export async function copyAt(
  {journal, claims, ...deps}: CopyingDeps,
  documentId: DocumentId,
  asked: Seq | null,
): Promise<Copied> {
  const seq = asked ?? (await journal.head(documentId));
  const replay = seq && (await journal.replay(documentId, seq));
  if (!replay) throw new AppError('not_found');
  const owners = await claims.all(documentId);
  const attributions = await journal.provenance.until(documentId, replay.seq);
  const {doc, told} = await todaysText(deps, {documentId, replay, owners, attributions});
  const authors = openAuthors(owners);
  authors.learn(attributions);
  authors.learn(told);
  try {
    return copyOf(doc.getXmlFragment(ROOT_NAME), authors);
  } catch (cause) {
    if (cause instanceof RangeError) throw new AppError('conflict', {documentId}, {cause});
    throw cause;
  } finally {
    doc.destroy();
  }
}
