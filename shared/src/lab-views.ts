/** What the server answers about a lab's life: its people, its questions, its log. Times are epoch milliseconds. */

import type {DocumentId, LabId, TemplateId} from './ids.ts';
import type {Role, Side} from './people.ts';
import type {Plan} from './plan.ts';
import type {Hindrance, KeyAct, LabRules, QuestionId} from './twokeys.ts';
import type {DocumentKind, DocumentView, LabSummary, MemberView, PersonView} from './views.ts';

export interface LabView extends LabSummary {
  readonly members: readonly LabMemberView[];
  /** Latest change first; archived ones included. */
  readonly documents: readonly DocumentView[];
  /** Those that wait for a key, newest first; none for who may not see them. */
  readonly questions: readonly QuestionView[];
  /** Sides from which nobody can turn a key: what needs two keys waits. */
  readonly missingSides: readonly Side[];
  readonly rules: LabRules;
  /** null while it is in use. Then everybody reads and nobody writes. */
  readonly closedAt: number | null;
}

export interface LabMemberView extends MemberView {
  /** Counts for the key of their side. */
  readonly counts: boolean;
  /** I may confirm that they are one of their side. */
  readonly confirmable: boolean;
}

export interface QuestionView {
  readonly id: QuestionId;
  readonly labId: LabId;
  readonly act: KeyAct;
  /** Whom it is about; null when it is about nobody. */
  readonly about: PersonView | null;
  /** Which document it is about; its title is null once it is deleted for good. */
  readonly document: {readonly id: DocumentId; readonly title: string | null} | null;
  readonly askedBy: PersonView | null;
  readonly askedAt: number;
  readonly reason: string;
  readonly keys: Readonly<Record<Side, KeyView | null>>;
  readonly state: 'open' | 'done' | 'withdrawn';
  /** When it was done or withdrawn; null while it is open. */
  readonly closedAt: number | null;
  /** What keeps me from turning a key; null when nothing does. */
  readonly hindrance: Hindrance | null;
}

export interface KeyView {
  readonly person: PersonView | null;
  readonly at: number;
}

/** The answer to asking and to turning a key. */
export interface TurnedView extends QuestionView {
  /** The sign-in link that was asked for: shown once, to who turned the last key. */
  readonly link?: string;
}

/** What a lab's log tells. The client makes the sentence. */
export const logKinds = [
  'lab_founded',
  'invited',
  'invitation_withdrawn',
  'joined',
  'confirmed',
  'confirmed_by_other_side',
  'left',
  /** Somebody who was invited to one document may not open it any more. */
  'guest_removed',
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
  'version_named',
  'version_removed',
  'thread_hidden',
  'thread_shown',
  'template_made',
  /** From a file. */
  'template_brought',
  'template_archived',
  'template_brought_back',
  'fund_source_added',
  'fund_source_removed',
  'operator_link',
  'operator_created',
  /** The operator looked who is in it. */
  'operator_looked',
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

/** What the documents of a lab come to: those that somebody in it may read and that are in use. */
export interface LabOverviewView {
  /** Latest change first; without personal ones. */
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly title: string;
    readonly kind: DocumentKind;
    /** null when its text can't be read. */
    readonly plan: Plan | null;
  }[];
  /** Who is named in those plans, as far as they are people of the lab. */
  readonly people: readonly PersonView[];
}

/** One of the lab's own words for where money comes from, beside those that come with the product. */
export interface FundSourceView {
  readonly id: string;
  readonly name: string;
}

/** A lab's own template. */
export interface TemplateView {
  readonly id: TemplateId;
  readonly name: string;
  /** Of the documents that begin with it. */
  readonly kind: DocumentKind;
  /** null when they are not known any more. */
  readonly createdBy: PersonView | null;
  readonly createdAt: number;
  /** null while it is in use. */
  readonly archivedAt: number | null;
}

/** Somewhere that somebody is signed in. */
export interface DeviceView {
  readonly id: string;
  /** Such as "Chrome op Android". */
  readonly label: string;
  /** A date, such as 2026-01-15: the last day it was used. */
  readonly lastDay: string;
  /** The one lab that it opens, by name; null for all of mine. */
  readonly onlyLabName: string | null;
  /** It is the one that asks. */
  readonly current: boolean;
}

/** The address that I gave to get in again. */
export interface AddressView {
  /** null when I gave none. */
  readonly address: string | null;
  /** Whoever reads that mailbox said that it is theirs: only then a link is mailed to it. */
  readonly confirmed: boolean;
}

/** Whom a sign-in link is for, and where it leads; looking uses nothing up. */
export interface SignInLookView {
  readonly name: string;
  /** Left out for who is in no lab. */
  readonly labName?: string;
}

/** How one can be let in here. */
export interface WaysView {
  /** By a link in a mail, for who gave an address. */
  readonly mail: boolean;
}

/** Somebody is asked in; how many came, and whether it still opens something. */
export interface InvitationView {
  readonly id: string;
  readonly role: Role;
  readonly side: Side;
  /** once lets one person in, meeting everybody until a time of day. */
  readonly use: 'once' | 'meeting';
  /** The one document it is for; null for the whole lab. */
  readonly document: {readonly id: DocumentId; readonly title: string} | null;
  /** null when they are forgotten. */
  readonly createdBy: PersonView | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly uses: number;
  readonly state: 'open' | 'used' | 'expired' | 'withdrawn';
}

/** The link is told here and never again. */
export interface InvitationMade {
  readonly invitation: InvitationView;
  readonly link: string;
}

/** What somebody is invited to, before they say yes. */
export interface InvitedView {
  readonly labName: string;
  readonly neighbourhood: string;
  readonly role: Role;
  readonly side: Side;
  /** Of the one document it is for; left out for the whole lab. */
  readonly documentTitle?: string;
}

/** Where an invitation led. */
export interface JoinedView {
  readonly labId: LabId;
  /** The one document it was for; left out for the whole lab. */
  readonly documentId?: DocumentId;
}

/** Who was invited to one document. */
export interface GuestView extends MemberView {
  /** null when they are not known any more. */
  readonly invitedBy: PersonView | null;
  readonly joinedAt: number;
}

/** Somebody is forgotten here. Said outright: nobody can bring it back. */
export interface ForgottenView {
  readonly irreversible: true;
  /** Copies that the operator made before still hold it, until newer ones take their place. */
  readonly inBackupsUntilTheyAge: true;
}
