/**
 * What concerns one person: they are named, answered, asked for a key, or something is due that they
 * promised. And what changed in a text since they were there. Times are epoch milliseconds.
 */

import type {ChangeSummary} from './change-summary.ts';
import type {CommentId, CommentKind, ThreadId} from './comment.ts';
import type {BlockId, DocumentId, LabId, Seq} from './ids.ts';
import type {PlanDate} from './plan-date.ts';
import type {QuestionId} from './twokeys.ts';
import {unreachable} from './unreachable.ts';
import type {PersonView} from './views.ts';

export type NewsId = string & {readonly brand: 'NewsId'};

export const newsKinds = ['mention', 'reply', 'key', 'due'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** How much is listed, newest first. */
export const newsLimit = 60;
/** Older news concerns nobody any more, and is not kept. */
export const newsKeptMs = 90 * 24 * 60 * 60 * 1_000;

export type NewsView = {
  readonly id: NewsId;
  readonly at: number;
  readonly isRead: boolean;
  readonly labId: LabId;
  readonly labName: string;
} & NewsMatter;

/** What it is about, as it is now: what is over, or can't be seen any more, is no news. */
export type NewsMatter = SaidNews | KeyNews | DueNews;

export interface SaidNews {
  /** They are named in it, or it answers a thread in which they wrote. */
  readonly kind: 'mention' | 'reply';
  /** null when they are forgotten. */
  readonly by: PersonView | null;
  readonly document: NewsDocument;
  readonly threadId: ThreadId;
  readonly commentId: CommentId;
  readonly did: CommentKind;
  /** Its first words, with names. */
  readonly begins: string;
}

export interface KeyNews {
  readonly kind: 'key';
  readonly questionId: QuestionId;
  /** Who asked; null when they are forgotten. */
  readonly by: PersonView | null;
}

export interface DueNews {
  readonly kind: 'due';
  readonly document: NewsDocument;
  readonly block: BlockId;
  readonly of: 'agreement' | 'action';
  /** '' while it has none. */
  readonly title: string;
  readonly until: PlanDate;
  readonly isLate: boolean;
}

export interface NewsDocument {
  readonly id: DocumentId;
  readonly title: string;
}

export interface MyNewsView {
  readonly unread: number;
  /** Newest first, at most `newsLimit`. */
  readonly items: readonly NewsView[];
}

/** What others wrote in a document since I was there, goal by goal. */
export interface SinceView {
  /** What I have seen of it; 0 when I never did: then nothing is told. */
  readonly upTo: Seq;
  readonly head: Seq;
  readonly summaries: readonly ChangeSummary[];
}

/** How news of a lab is mailed to somebody. */
export const mailHows = ['at_once', 'daily', 'weekly', 'never'] as const;
export type MailHow = (typeof mailHows)[number];

/** Each lab that I am in, by name. */
export interface MailChoicesView {
  readonly labs: readonly {
    readonly labId: LabId;
    readonly labName: string;
    readonly how: MailHow;
  }[];
}

const pattern = /^[A-Za-z0-9_-]{6,64}$/;

/** The id, or null when the text cannot be one. */
export function parseNewsId(text: string): NewsId | null {
  return pattern.test(text) ? (text as NewsId) : null;
}

/** The address of the exact place that news is about. */
export function newsPath(news: NewsMatter & {readonly labId: LabId}): string {
  switch (news.kind) {
    case 'mention':
    case 'reply':
      return `/documenten/${news.document.id}#gesprek=${encodeURIComponent(news.threadId)}`;
    case 'due':
      return `/documenten/${news.document.id}#blok=${encodeURIComponent(news.block)}`;
    case 'key':
      return `/labs/${news.labId}#lab-questions`;
    default:
      return unreachable(news);
  }
}
