/** Looks up many anchors in one text. Works on what it is handed, so that a thread of its own can. */

import type {AskedAnchor, ClientId} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema/root';
import type {AttributionRow} from '../../history/provenance.ts';
import {openAuthors} from '../../history/provenance/authors.ts';
import type {Replay} from '../../journal/journal.ts';
import {documentOf} from '../../journal/state.ts';
import {anchorOf, type AnchorText, anchorText} from './anchor.ts';
import {makeAnchor} from './make-anchor.ts';
import {type Found, resolve} from './resolve.ts';
import {readText, type TextReading} from './text-reading.ts';

export interface PlacingTask {
  readonly replay: Pick<Replay, 'state' | 'updates'>;
  readonly attributions: readonly AttributionRow[];
  readonly anchors: readonly AnchorText[];
  /** What is to become an anchor, or is one whose words are wanted. */
  readonly asked: AskedAnchor | AnchorText | null;
}

export interface Placed {
  readonly found: readonly Found[];
  readonly made: Made | null;
}

export interface Made {
  readonly anchor: AnchorText;
  readonly found: Found;
  /** What stands there now: when it is a passage in one line, and else null. */
  readonly words: string | null;
}

export function place({replay, attributions, anchors, asked}: PlacingTask): Placed {
  // Whose the words are makes no difference here, only which they are.
  const authors = openAuthors(new Map<ClientId, never>());
  authors.learn(attributions);
  const doc = documentOf(replay.state, replay.updates);
  const reading = readText(doc.getXmlFragment(ROOT_NAME), authors);
  const found = anchors.map((anchor) => resolve(anchorOf(anchor), reading));
  const made = asked && madeOf(asked, reading);
  doc.destroy();
  return {found, made};
}

function madeOf(asked: AskedAnchor | AnchorText, reading: TextReading): Made {
  const anchor = typeof asked === 'string' ? anchorOf(asked) : makeAnchor(asked, reading);
  const found = resolve(anchor, reading);
  return {anchor: anchorText(anchor), found, words: wordsAt(found, reading)};
}

function wordsAt({place: where}: Found, {lines}: TextReading): string | null {
  if (where.at !== 'words' || where.parts.length > 1) return null;
  const [part] = where.parts;
  const line = lines.find(({id}) => id === part?.line);
  return line ? line.text.slice(part?.from, part?.until) : null;
}
