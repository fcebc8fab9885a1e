/** What the server answers about a lab's life: its people, its questions, its log. Times are epoch milliseconds. */

import type {DocumentId} from './ids.ts';
import type {Role, Side} from './people.ts';
import type {KeyAct} from './twokeys.ts';
import type {PersonView} from './views.ts';

/** What a lab's log tells. The client makes the sentence. */
export const logKinds = [
  'lab_founded',
  'invited',
  'invitation_withdrawn',
  'joined',
  'confirmed',
  'confirmed_by_other_side',
  'left',
  /** Nobody is in it any more; the operator can let somebody in again. */
  'deserted',
  'forgotten',
  'asked',
  'key_turned',
  /** Who turned it left, or does not count any more. */
  'key_lapsed',
  'question_withdrawn',
  'act_done',
  'document_created',
  'document_renamed',
  'document_archived',
  'document_brought_back',
  'operator_link',
  'operator_created',
] as const;
export type LogKind = (typeof logKinds)[number];

export interface LogView {
  /** 1 is the lab's first entry. */
  readonly seq: number;
  readonly at: number;
  readonly kind: LogKind;
  /** Who did it; null when no member did. */
  readonly by: PersonView | null;
  /** To whom; null when it is about nobody. */
  readonly about: PersonView | null;
  /** Which document; its title is null once it is deleted for good. */
  readonly document: {readonly id: DocumentId; readonly title: string | null} | null;
  /** What was asked or done, when it needs two keys. */
  readonly act: KeyAct['kind'] | null;
  /** The side and the role that somebody was given. */
  readonly side: Side | null;
  readonly role: Role | null;
  /** A reason or a title, in people's own words; null when there are none, or they are forgotten. */
  readonly words: string | null;
}

export interface LogPage {
  /** Newest first. */
  readonly entries: readonly LogView[];
  /** To ask for what came before; null at the beginning. */
  readonly before: number | null;
}
