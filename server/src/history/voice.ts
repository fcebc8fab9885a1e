/**
 * How the voices of the two sides are balanced in a text: a start for a conversation, not a score.
 * Counted by side and never by person; who was forgotten still counts for their side.
 */

import type {DocumentId, PersonId, Seq, Side, VoiceShare, VoiceView} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import type {Claims, Journal} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import {othersFirst} from '../others-first.ts';
import {type Authors, openAuthors} from './provenance/authors.ts';
import {readAuthors, sharesOf} from './provenance/authors-of.ts';
import {childrenOf, type Container} from './restore/elements.ts';

export interface VoiceDeps {
  readonly journal: Pick<Journal, 'replay' | 'head' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
}

/** The side that each person is on, as their lab knows it; null for who is not of the lab. */
export type SideOf = (personId: PersonId) => Side | null;

/** A line that can be read, whatever the document's age. */
const maxPoints = 40;

/** null when nobody has written anything yet. @throws AppError 'damaged' */
export async function voiceOf(
  {journal, claims}: VoiceDeps,
  documentId: DocumentId,
  sideOf: SideOf,
): Promise<VoiceView | null> {
  const head = await journal.head(documentId);
  if (!head) return null;
  const [owners, rows] = await Promise.all([
    claims.all(documentId),
    journal.provenance.until(documentId),
  ]);
  const authors = openAuthors(owners);
  const past: VoiceView['past'][number][] = [];
  let known = 0;
  let doc: Y.Doc | null = null;
  for (const seq of points(head)) {
    const replay = await journal.replay(documentId, seq);
    if (!replay || replay.seq <= (past.at(-1)?.seq ?? 0)) continue;
    const upTo = rows.findIndex((row) => row.seq > replay.seq);
    const end = upTo < 0 ? rows.length : upTo;
    authors.learn(rows.slice(known, end));
    known = Math.max(known, end);
    doc?.destroy();
    doc = documentOf(replay.state, replay.updates);
    const share = shareOf(doc.getXmlFragment(ROOT_NAME), authors, sideOf);
    past.push({...share, seq: replay.seq, at: replay.at});
    // Others go first: each of these reads a whole text.
    await othersFirst();
  }
  const last = past.at(-1);
  if (!doc || !last) return null;
  const {informal, formal, ours} = last;
  const tasks = tasksIn(doc.getXmlFragment(ROOT_NAME)).map((task) => ({
    ...shareOf(task, authors, sideOf),
    title: titleOf(task),
  }));
  doc.destroy();
  return {now: {informal, formal, ours}, tasks, past};
}

/** Evenly over the journal, the last one among them. */
function points(head: Seq): readonly Seq[] {
  const count = Math.min(maxPoints, head);
  return Array.from({length: count}, (_, at) => Math.ceil(((at + 1) * head) / count) as Seq);
}

function shareOf(part: Container, authors: Authors, sideOf: SideOf): VoiceShare {
  const share = {informal: 0, formal: 0, ours: 0};
  for (const [author, length] of sharesOf(readAuthors(part, authors))) {
    const side = author === null ? 'ours' : sideOf(author);
    if (side) share[side] += length;
  }
  return share;
}

function tasksIn(container: Container): readonly Y.XmlElement[] {
  return childrenOf(container).filter(
    (child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === 'task',
  );
}

function titleOf(task: Y.XmlElement): string {
  const title = childrenOf(task).find(
    (child) => child instanceof Y.XmlElement && child.nodeName === 'blockTitle',
  );
  const lines = title instanceof Y.XmlElement ? childrenOf(title) : [];
  return lines
    .flatMap((line) => (line instanceof Y.XmlText ? (line.toDelta() as {insert: unknown}[]) : []))
    .map(({insert}) => (typeof insert === 'string' ? insert : ''))
    .join('');
}
