/** What the server answers about a document's past: the shapes of JSON that screens are drawn from. */

import type {Difference} from './difference.ts';
import type {Day} from './day.ts';
import type {BlockId, DocumentId, PersonId, Seq, VersionId} from './ids.ts';
import type {PackedDifference} from './packed-difference.ts';
import type {DocumentKind, PersonView} from './views.ts';

/** A moment that somebody gave a name. */
export interface VersionView {
  readonly id: VersionId;
  /** Its journal position, for ever. */
  readonly seq: Seq;
  /** When the text was like this; epoch milliseconds. */
  readonly at: number;
  readonly name: string;
  /** '' when there is none. */
  readonly note: string;
  /** Who named it; null when nobody knows any more. */
  readonly by: PersonView | null;
}

/** A document's text in steps; goes both ways. */
export interface Film {
  /** Oldest first. */
  readonly steps: readonly FilmStep[];
  /** Every block that stands in one of the steps, in the order of the text, which is the same in all. */
  readonly blocks: readonly FilmBlock[];
  /** Everybody who wrote in it, as far as they are known. */
  readonly people: readonly PersonView[];
}

export interface FilmStep {
  /** The moment: the end of a tick. */
  readonly seq: Seq;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who wrote since the step before, in order of appearance. */
  readonly by: readonly PersonId[];
}

export interface FilmBlock {
  /** Its Yjs id ("client:clock"): the same in every film of the document. */
  readonly id: string;
  /** What it says from the step of this number on, oldest first; never empty. */
  readonly says: readonly {readonly from: number; readonly json: unknown}[];
  /** The number of the first step in which it stands no more; null when it stays to the end. */
  readonly gone: number | null;
}

/** A document's whole life, as small for ten years as for a week. */
export interface TimelineView {
  /** Days on which somebody wrote, oldest first. */
  readonly days: readonly TimelineDay[];
  /** Where a moment was put back, oldest first. */
  readonly restores: readonly {readonly seq: Seq}[];
  /** The last position; 0 when nobody has written anything. */
  readonly head: Seq;
}

export interface TimelineDay {
  readonly day: Day;
  /** Its first and its last position. */
  readonly from: Seq;
  readonly until: Seq;
  /** A time on it, to call it by its name; epoch milliseconds. */
  readonly at: number;
  /** How much was written: seconds in which somebody wrote, each counted once per person. */
  readonly busy: number;
  /**
   * How many positions each stretch of writing without a long pause takes, oldest first; the first one
   * begins at `from`. What comes after them belongs to no stretch of its own. null: not told.
   */
  readonly stretches: readonly number[] | null;
}

/** The last positions of a day's stretches of writing, oldest first; [] when they are not told. */
export function pausesIn({
  from,
  stretches,
}: Pick<TimelineDay, 'from' | 'stretches'>): readonly Seq[] {
  let last = from - 1;
  return (stretches ?? []).map((count) => (last += count) as Seq);
}

/** What differs between two moments, by people of now. */
export interface DifferenceView {
  readonly difference: Difference;
  /** Everybody whose id occurs in it, as far as they are known. */
  readonly people: readonly PersonView[];
}

/** The same as it travels. */
export interface PackedDifferenceView extends Pick<DifferenceView, 'people'> {
  readonly difference: PackedDifference;
}

/** How far I have seen a document. */
export interface SeenView {
  /** 0 when I never did. */
  readonly upTo: Seq;
}

/** What changed since I was here, document by document; the latest change first. */
export interface LabNewsView {
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly title: string;
    readonly kind: DocumentKind;
    /** What I have seen of it: 0 when nothing. No news when it is `head`. */
    readonly upTo: Seq;
    readonly head: Seq;
    /** When the last of it was written; null when there is no news. */
    readonly at: number | null;
    /** Who wrote since, in order of appearance. */
    readonly people: readonly PersonView[];
  }[];
}

/** How the voices of the two sides are balanced; never by person. Lengths in characters. */
export interface VoiceView {
  readonly now: VoiceShare;
  /** By task, in the order of the text. */
  readonly tasks: readonly (VoiceShare & {readonly title: string})[];
  /** In time, oldest first. */
  readonly past: readonly (VoiceShare & {readonly seq: Seq; readonly at: number})[];
}

export interface VoiceShare {
  readonly informal: number;
  readonly formal: number;
  /** Text that came with the product. */
  readonly ours: number;
}

/** What is to be put back: everything, one block, or words in a line. */
export type RestoreScopeView =
  | {readonly kind: 'everything'}
  /** A task, goal, action, agreement or card, by its `id` attribute. */
  | {readonly kind: 'block'; readonly id: BlockId}
  /** By the line's Yjs id ("client:clock"); UTF-16 units of the line as it was at that moment. */
  | {
      readonly kind: 'passage';
      readonly line: string;
      readonly from: number;
      readonly until: number;
    };

/** What putting something back would do. */
export interface RestorePreview {
  /** From the text as it is to the text as it would be. */
  readonly difference: Difference;
  /** Words that would leave the view, in the order of the text. */
  readonly leaving: readonly LeavingView[];
  /** Everybody whose id occurs in this answer, as far as they are known. */
  readonly people: readonly PersonView[];
}

export interface LeavingView {
  readonly text: string;
  /** Who wrote it, in order of appearance; empty when nobody in particular. */
  readonly by: readonly PersonView[];
  /** The `id` attribute of the block it stands in; null outside of one. */
  readonly blockId: BlockId | null;
}

/** What is known of a passage. */
export interface PassageView {
  /** The words that stand there, in order, none left out; UTF-16 units of their line. */
  readonly written: readonly {
    readonly from: number;
    readonly until: number;
    /** null when nobody knows any more, or when it came with the product. */
    readonly by: PersonView | null;
    /** It came with the product. */
    readonly ours: boolean;
    /** When the words came in at first; null when that can't be read. */
    readonly seq: Seq | null;
    readonly at: number | null;
  }[];
  /** What was taken out of them or from beside them, latest first. */
  readonly removed: readonly {
    /** Where it stood: before this UTF-16 unit of the line. */
    readonly before: number;
    readonly text: string;
    readonly by: PersonView | null;
    readonly seq: Seq;
    readonly at: number;
  }[];
}

export interface RestoredView {
  /** Where the journal holds it; null when nothing had to change. */
  readonly seq: Seq | null;
  /** What to put back to take it back. */
  readonly back: Seq;
}
