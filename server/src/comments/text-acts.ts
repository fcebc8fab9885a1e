/**
 * What a comment does to the text: a proposal is put in the place of words, a thread becomes an action
 * or an agreement. Each is one edit, made on a document of its own: what people write meanwhile merges.
 * It is prepared first and brought in afterwards.
 */

import {
  type BlockId,
  type ClientId,
  type DocumentId,
  type MadeKind,
  type PersonId,
  type Seq,
} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import * as Y from 'yjs';
import {AppError} from '../errors.ts';
import type {Attribution} from '../history/provenance.ts';
import {type Authors, openAuthors} from '../history/provenance/authors.ts';
import {findByKey} from '../history/restore/elements.ts';
import {between, type Formatting} from '../history/restore/pieces.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import type {Sender} from '../sync/room-writing.ts';
import {type Anchor, anchorOf, type AnchorText, anchorText} from './anchors/anchor.ts';
import {anchorBetween} from './anchors/make-anchor.ts';
import {resolve} from './anchors/resolve.ts';
import {type Line, readText, type TextReading} from './anchors/text-reading.ts';
import {insertBlock} from './insert-block.ts';

export interface TextActs {
  /**
   * Puts a proposed text in the place of the words that it was proposed for. Whose it is stays told: the
   * words that are new are the proposer's, those that stood there already their authors'.
   * @throws AppError 'conflict' with `reason` 'gone' or 'changed' when the words are not what they were
   */
  takeOver(
    documentId: DocumentId,
    taking: Taking,
  ): Promise<PreparedEdit & {readonly anchor: AnchorText}>;
  /** Puts a new block in or behind what the thread is about. */
  turnInto(documentId: DocumentId, turning: Turning): Promise<PreparedEdit>;
}

export interface PreparedEdit {
  /** By which the journal knows it, and nothing else. */
  readonly clientId: ClientId;
  /** @throws AppError 'unavailable' when nothing can be written now, 'too_large' when the document is full */
  bring(): Promise<void>;
}

export interface Taking {
  readonly anchor: AnchorText;
  /** What is to stand there, and what stood there when that was proposed. */
  readonly words: string;
  readonly instead: string;
  readonly proposer: PersonId;
  /** Who takes it over. */
  readonly by: PersonId;
}

export interface Turning {
  readonly anchor: AnchorText;
  readonly block: BlockId;
  readonly kind: MadeKind;
  readonly title: string;
  readonly by: PersonId;
}

export interface TextActsDeps {
  readonly journal: Pick<Journal, 'latest' | 'provenance'>;
  readonly claims: Pick<Claims, 'all'>;
  /** Brings an edit into the document's room. */
  readonly edit: (
    documentId: DocumentId,
    update: Uint8Array,
    sender: Sender,
  ) => Promise<Seq | null>;
}

interface Copy {
  readonly doc: Y.Doc;
  readonly root: Y.XmlFragment;
  readonly authors: Authors;
  readonly reading: TextReading;
  /** What was there before. */
  readonly vector: Uint8Array;
}

export function openTextActs({journal, claims, edit}: TextActsDeps): TextActs {
  async function onCopy<T>(documentId: DocumentId, work: (copy: Copy) => T): Promise<T> {
    const [latest, owners] = await Promise.all([
      journal.latest(documentId),
      claims.all(documentId),
    ]);
    if (!latest) throw new AppError('not_found', {documentId});
    const authors = openAuthors(owners);
    authors.learn(await journal.provenance.until(documentId, latest.seq));
    const doc = documentOf(latest.state, latest.updates);
    const root = doc.getXmlFragment(ROOT_NAME);
    const vector = Y.encodeStateVector(doc);
    try {
      return work({doc, root, authors, reading: readText(root, authors), vector});
    } finally {
      doc.destroy();
    }
  }

  function prepared(
    documentId: DocumentId,
    {doc, vector}: Copy,
    by: PersonId,
    copied: readonly Attribution[],
  ): PreparedEdit {
    const update = Y.encodeStateAsUpdate(doc, vector);
    const clientId = doc.clientID as ClientId;
    const sender: Sender = {personId: by, clientId, mayWrite: true, kind: 'edit', copied};
    return {
      clientId,
      async bring() {
        await edit(documentId, update, sender);
      },
    };
  }

  return {
    takeOver: (documentId, {anchor: kept, words, instead, proposer, by}) =>
      onCopy(documentId, (copy) => {
        const {doc, root, authors, reading} = copy;
        const anchor = anchorOf(kept);
        const {line, from} = passageOf(anchor, reading, instead);
        const text = findByKey(doc, root, line.id);
        if (!(text instanceof Y.XmlText)) throw new AppError('conflict', {reason: 'gone'});
        const {start, end} = sameAround(instead, words);
        const [at, taken, put] = [
          from + start,
          instead.length - start - end,
          words.slice(start, words.length - end),
        ];
        const clock = Y.getState(doc.store, doc.clientID);
        doc.transact(() => {
          text.delete(at, taken);
          if (put !== '') text.insert(at, put, formattingAt(line, at));
        });
        const copied = newWords(doc, clock, proposer);
        authors.learn(copied);
        const after = readText(root, authors);
        const now = after.lines.find(({id}) => id === line.id);
        const anchored =
          now && words !== ''
            ? anchorText(anchorBetween(now.start + from, now.start + from + words.length, after))
            : kept;
        return {...prepared(documentId, copy, by, copied), anchor: anchored};
      }),
    turnInto: (documentId, {anchor, block, kind, title, by}) =>
      onCopy(documentId, (copy) => {
        const {doc, root, reading} = copy;
        const {place, around} = resolve(anchorOf(anchor), reading);
        const line = place.at === 'words' ? (place.parts[0]?.line ?? null) : null;
        doc.transact(() =>
          insertBlock(doc, root, {kind, id: block, title}, {line, block: around.block}),
        );
        return prepared(documentId, copy, by, []);
      }),
  };
}

/** @throws AppError 'conflict' when the words that stand there now are others */
function passageOf(
  anchor: Anchor,
  reading: TextReading,
  instead: string,
): {readonly line: Line; readonly from: number} {
  const {place} = resolve(anchor, reading);
  if (place.at !== 'words') throw new AppError('conflict', {reason: 'gone'});
  const [part, ...others] = place.parts;
  const line = reading.lines.find(({id}) => id === part?.line);
  if (!part || !line || others.length > 0 || line.text.slice(part.from, part.until) !== instead) {
    throw new AppError('conflict', {reason: 'changed'});
  }
  return {line, from: part.from};
}

/** How much of two texts is the same at both ends, in whole words. */
function sameAround(was: string, is: string): {readonly start: number; readonly end: number} {
  const least = Math.min(was.length, is.length);
  let start = 0;
  while (start < least && was[start] === is[start]) start++;
  while (start > 0 && !(isBorder(was, start) && isBorder(is, start))) start--;
  let end = 0;
  while (start + end < least && was.at(-1 - end) === is.at(-1 - end)) end++;
  const whole = () => isBorder(was, was.length - end) && isBorder(is, is.length - end);
  while (end > 0 && !whole()) end--;
  return {start, end};
}

/** Between words, or at an end. */
function isBorder(text: string, at: number): boolean {
  const [before, behind] = [text[at - 1] ?? ' ', text[at] ?? ' '];
  return /\s/.test(before) || /\s/.test(behind);
}

/** New words look like those that they take the place of, and rest on nothing that was said of those. */
function formattingAt(line: Line, at: number): Formatting {
  const [piece] = between(line.pieces, at, at + 1);
  const [before] = at > 0 ? between(line.pieces, at - 1, at) : [];
  const {formatting = {}} = piece ?? before ?? {};
  return Object.fromEntries(
    Object.entries(formatting).filter(([name]) => ['bold', 'italic', 'underline'].includes(name)),
  );
}

/** Formatting takes ids too: the words stand under those that are left. */
function newWords(doc: Y.Doc, from: number, author: PersonId): readonly Attribution[] {
  const client = doc.clientID as ClientId;
  const told: Attribution[] = [];
  const end = Y.getState(doc.store, client);
  for (let clock = from; clock < end;) {
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    const itemEnd = item.id.clock + item.length;
    if (item instanceof Y.Item && item.content instanceof Y.ContentString) {
      const length = itemEnd - clock;
      told.push({client, clock, length, author, sourceClient: client, sourceClock: clock});
    }
    clock = itemEnd;
  }
  return told;
}
