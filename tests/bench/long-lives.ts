/**
 * A lab with two documents that have been written in for long: a paper of 260,000 edits over 300 days by
 * one person, and 100 pages of 50,000 edits over 90 days by five.
 */

import {type DocumentId, parseDocumentId, type PersonId} from '@samenspel/shared';
import {seeded as randomFrom} from '../support/random.ts';
import {type Owners, ownersOf, pageEdits, pages} from './pages.ts';
import {seed, type Seeded} from './rig/child.ts';
import {writeJournal, writeRows} from './rig/write-journal.ts';
import {deletions, insertions, paragraphsOf, trace, traceDays} from './trace.ts';

export interface LongLives {
  /** The data folder. */
  readonly folder: string;
  readonly seeded: Seeded;
  readonly paper: LongLife;
  readonly pages: LongLife;
  /** Of the pages. */
  readonly owners: Owners;
}

export interface LongLife {
  readonly name: string;
  readonly documentId: DocumentId;
  readonly edits: number;
}

const people = 5;
const clientId = 4_711;
const pageDays = 90;

export async function writeLongLives(folder: string): Promise<LongLives> {
  const seeded = await seed(folder, {people, documents: 2, words: 0});
  const [first, second] = seeded.documents;
  const pagesId = parseDocumentId(second?.id ?? '');
  if (!first || !pagesId) throw new Error('The seed made no documents');
  const edits = insertions + deletions;
  const paperId = await writeJournal(
    folder,
    {...seeded, documents: [first]},
    paragraphsOf(trace(randomFrom(1)), clientId),
    {clientId, count: edits, days: traceDays},
  );
  const owners = ownersOf(seeded.people.map(({id}) => id as PersonId));
  const life = {count: pageEdits, days: pageDays, owners};
  await writeRows(folder, pagesId, pages(randomFrom(3), owners), life);
  return {
    ...{folder, seeded, owners},
    paper: {name: '260,000 edits', documentId: paperId, edits},
    pages: {name: '100 pages', documentId: pagesId, edits: pageEdits},
  };
}
