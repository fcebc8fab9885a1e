/** Everything that the system keeps about one person, put together for them alone. */

import type {
  DocumentId,
  DocumentKind,
  KeyAct,
  LabId,
  LogView,
  MailHow,
  NewsKind,
  PersonId,
  PersonView,
  Role,
  Side,
} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {type Kysely, sql} from 'kysely';
import type {Asker} from '../auth/principal.ts';
import {passagesBy, type Reading} from '../export/reading.ts';
import type {LogEntry, LogFacts} from '../log/log.ts';
import {logView} from '../log/views.ts';
import type {Tables} from '../store/tables.ts';
import {type CommentData, commentsBy, type ReactionData, reactionsBy} from './person-comments.ts';

/** Times are epoch milliseconds. Nobody else is named in it. */
export interface PersonData {
  readonly madeAt: number;
  readonly id: PersonId;
  readonly name: string;
  /** When they were here first. */
  readonly since: number;
  /** null when none was given, or when the session opens one lab only. */
  readonly address: string | null;
  /** null while they have not said that it is theirs. */
  readonly addressConfirmedAt: number | null;
  readonly devices: readonly {readonly label: string; readonly lastDay: string}[];
  readonly labs: readonly LabData[];
  /** Documents that they were invited to. */
  readonly guestOf: readonly GuestData[];
  readonly personalDocuments: readonly PersonalData[];
  readonly writing: readonly WritingData[];
  /** Oldest first, as are the reactions. */
  readonly comments: readonly CommentData[];
  readonly reactions: readonly ReactionData[];
  /** How far they have seen documents: the journal's positions, without times. */
  readonly seen: readonly {readonly documentId: DocumentId; readonly upTo: number}[];
  /** What concerned them in the last months: of what kind, in which document, and when they read it. */
  readonly news: readonly NewsData[];
  /** The labs whose news is mailed to them. */
  readonly newsMail: readonly {readonly labId: LabId; readonly how: Exclude<MailHow, 'never'>}[];
}

export interface NewsData {
  readonly kind: NewsKind;
  readonly labId: LabId;
  /** null for what is about no document. */
  readonly documentId: DocumentId | null;
  readonly at: number;
  /** null while it is unread. */
  readonly readAt: number | null;
}

export interface LabData {
  readonly id: LabId;
  readonly name: string;
  readonly neighbourhood: string;
  readonly side: Side;
  readonly role: Role;
  readonly joinedAt: number;
  /** null while they don't count for their side. */
  readonly confirmedAt: number | null;
  /** null while they are in it. */
  readonly leftAt: number | null;
  readonly invitations: readonly InvitationData[];
  readonly questions: readonly QuestionData[];
  /** What the lab's log tells of them, newest first. */
  readonly log: readonly LogView[];
}

export interface InvitationData {
  readonly role: Role;
  readonly side: Side;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly uses: number;
  readonly withdrawnAt: number | null;
}

export interface QuestionData {
  readonly act: KeyAct['kind'];
  readonly asked: boolean;
  readonly aboutMe: boolean;
  /** When they turned a key; null when they didn't. */
  readonly turnedAt: number | null;
  readonly askedAt: number;
  /** Their own words, or others' about them; null when it is neither. */
  readonly reason: string | null;
  readonly state: 'open' | 'done' | 'withdrawn';
}

export interface GuestData {
  readonly documentId: DocumentId;
  /** null for a document that they may not open any more. */
  readonly title: string | null;
  readonly labName: string;
  readonly side: Side;
  readonly role: Role;
  readonly joinedAt: number;
  /** null while they may open it. */
  readonly leftAt: number | null;
}

export interface PersonalData {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly archivedAt: number | null;
  /** null when it can't be read. */
  readonly content: JSONContent | null;
}

/** What they wrote in a document with others. */
export interface WritingData {
  readonly documentId: DocumentId;
  readonly labName: string;
  /** null for a document that they may not open any more. */
  readonly title: string | null;
  readonly made: boolean;
  /** What is theirs of the text as it stands now, block by block; null when it can't be read. */
  readonly passages: readonly string[] | null;
  /** When they wrote, oldest first; [] also when that can't be read. */
  readonly moments: readonly {readonly from: number; readonly until: number}[];
}

export async function personData(
  reading: Reading,
  {personId, onlyLab}: Asker,
  at: number,
): Promise<PersonData> {
  const {db} = reading;
  const person = await db
    .selectFrom('user')
    .leftJoin('contact', 'contact.person', 'user.id')
    .select(['user.id', 'user.name', 'user.createdAt', 'contact.address'])
    .select('contact.confirmed_at as confirmedAt')
    .where('user.id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    ...{madeAt: at, id: person.id, name: person.name, since: Date.parse(person.createdAt)},
    address: onlyLab === null ? person.address : null,
    addressConfirmedAt: onlyLab === null ? person.confirmedAt : null,
    devices: await devicesOf(db, {personId, onlyLab}),
    labs: await labsOf(db, {personId, onlyLab}, person.name),
    guestOf: await guestPlacesOf(db, {personId, onlyLab}),
    personalDocuments: await personalsOf(reading, {personId, onlyLab}),
    writing: await writingOf(reading, {personId, onlyLab}),
    comments: await commentsBy(db, {personId, onlyLab}),
    reactions: await reactionsBy(db, {personId, onlyLab}),
    seen: await seenBy(db, {personId, onlyLab}),
    news: await newsFor(db, {personId, onlyLab}),
    newsMail: await newsMailFor(db, {personId, onlyLab}),
  };
}

function seenBy(db: Kysely<Tables>, {personId, onlyLab}: Asker) {
  return db
    .selectFrom('seen')
    .innerJoin('document', 'document.id', 'seen.document')
    .select(['seen.document as documentId', 'seen.seq as upTo'])
    .where('seen.person', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
    .execute();
}

function newsFor(db: Kysely<Tables>, {personId, onlyLab}: Asker): Promise<readonly NewsData[]> {
  return db
    .selectFrom('news')
    .select(['kind', 'lab as labId', 'document as documentId', 'at', 'read_at as readAt'])
    .where('person', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('lab', '=', onlyLab))
    .orderBy('at')
    .execute();
}

function newsMailFor(db: Kysely<Tables>, {personId, onlyLab}: Asker) {
  return db
    .selectFrom('news_mail')
    .select(['lab as labId', 'how'])
    .where('person', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('lab', '=', onlyLab))
    .execute();
}

function devicesOf(db: Kysely<Tables>, {personId, onlyLab}: Asker) {
  return db
    .selectFrom('session')
    .innerJoin('session_note as note', 'note.session', 'session.id')
    .select(['note.label', 'note.last_day as lastDay'])
    .where('session.userId', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('note.only_lab', '=', onlyLab))
    .orderBy('note.last_day', 'desc')
    .execute();
}

async function labsOf(
  db: Kysely<Tables>,
  {personId, onlyLab}: Asker,
  name: string,
): Promise<readonly LabData[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('lab', 'lab.id', 'member.lab')
    .select(['lab.id', 'lab.name', 'lab.neighbourhood', 'member.side', 'member.role'])
    .select(['member.joined_at as joinedAt', 'member.confirmed_at as confirmedAt'])
    .select('member.left_at as leftAt')
    .where('member.person', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('lab.id', '=', onlyLab))
    .orderBy('lab.name')
    .execute();
  const labs: LabData[] = [];
  for (const row of rows) {
    const me = {id: personId, name, side: row.side};
    const questions = await questionsIn(db, row.id, personId);
    const invitations = await invitationsIn(db, row.id, personId);
    labs.push({...row, invitations, questions, log: await logIn(db, row.id, me, row.leftAt)});
  }
  return labs;
}

function invitationsIn(
  db: Kysely<Tables>,
  labId: LabId,
  personId: PersonId,
): Promise<readonly InvitationData[]> {
  return db
    .selectFrom('invitation')
    .select(['role', 'side', 'created_at as createdAt', 'expires_at as expiresAt', 'uses'])
    .select('withdrawn_at as withdrawnAt')
    .where('lab', '=', labId)
    .where('created_by', '=', personId)
    .orderBy('created_at')
    .execute();
}

async function questionsIn(
  db: Kysely<Tables>,
  labId: LabId,
  personId: PersonId,
): Promise<readonly QuestionData[]> {
  const rows = await db
    .selectFrom('question')
    .selectAll()
    .where('lab', '=', labId)
    .where(
      sql<boolean>`(${personId} in (asked_by, informal_by, formal_by) or act ->> 'person' = ${personId})`,
    )
    .orderBy('asked_at')
    .execute();
  return rows.map((row) => {
    const act = JSON.parse(row.act) as KeyAct;
    const asked = row.asked_by === personId;
    const aboutMe = 'person' in act && act.person === personId;
    const keys = [
      [row.informal_by, row.informal_at],
      [row.formal_by, row.formal_at],
    ] as const;
    return {
      ...{act: act.kind, asked, aboutMe, askedAt: row.asked_at, state: row.outcome ?? 'open'},
      turnedAt: keys.find(([by]) => by === personId)?.[1] ?? null,
      reason: asked || aboutMe ? row.reason : null,
    };
  });
}

async function logIn(
  db: Kysely<Tables>,
  labId: LabId,
  me: PersonView,
  leftAt: number | null,
): Promise<readonly LogView[]> {
  const rows = await db
    .selectFrom('log')
    .leftJoin('log_words as words', (join) =>
      join.onRef('words.lab', '=', 'log.lab').onRef('words.seq', '=', 'log.seq'),
    )
    .select(['log.seq', 'log.at', 'log.kind', 'log.facts', 'words.words'])
    .where('log.lab', '=', labId)
    .where(sql<boolean>`${me.id} in (facts ->> 'by', facts ->> 'about')`)
    .orderBy('log.seq', 'desc')
    .execute();
  // What a document is called now is for who may still open it.
  const titles = leftAt === null ? await titlesIn(db, labId) : new Map<string, string>();
  return rows.map(({facts, kind, ...row}) => {
    const entry = {...row, ...(JSON.parse(facts) as LogFacts), labId, kind} as LogEntry;
    return logView(entry, [me], titles);
  });
}

async function titlesIn(db: Kysely<Tables>, labId: LabId): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'title'])
    .where('lab', '=', labId)
    .where('owner', 'is', null)
    .execute();
  return new Map(rows.map(({id, title}) => [id, title]));
}

async function guestPlacesOf(
  db: Kysely<Tables>,
  {personId, onlyLab}: Asker,
): Promise<readonly GuestData[]> {
  const rows = await db
    .selectFrom('document_guest as guest')
    .innerJoin('document', 'document.id', 'guest.document')
    .innerJoin('lab', 'lab.id', 'document.lab')
    .select(['document.id as documentId', 'document.title', 'lab.name as labName'])
    .select(['guest.side', 'guest.role', 'guest.joined_at as joinedAt'])
    .select('guest.left_at as leftAt')
    .where('guest.person', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
    .orderBy('guest.joined_at')
    .execute();
  return rows.map((row) => ({...row, title: row.leftAt === null ? row.title : null}));
}

async function personalsOf(
  reading: Reading,
  {personId, onlyLab}: Asker,
): Promise<readonly PersonalData[]> {
  const rows = await reading.db
    .selectFrom('document')
    .select(['id', 'title', 'kind', 'created_at as createdAt', 'changed_at as changedAt'])
    .select('archived_at as archivedAt')
    .where('owner', '=', personId)
    .$if(onlyLab !== null, (query) => query.where('lab', '=', onlyLab))
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({...row, content: readable(() => reading.text(row.id))}));
}

async function writingOf(
  reading: Reading,
  {personId, onlyLab}: Asker,
): Promise<readonly WritingData[]> {
  const {db} = reading;
  const rows = await db
    .selectFrom('document')
    .innerJoin('lab', 'lab.id', 'document.lab')
    .leftJoin('member', (join) =>
      join
        .onRef('member.lab', '=', 'document.lab')
        .on('member.person', '=', personId)
        .on('member.left_at', 'is', null),
    )
    .select(['document.id', 'document.title', 'document.created_by as createdBy'])
    .select(['lab.name as labName', 'member.person as member'])
    .where((row) =>
      row.or([row('document.owner', 'is', null), row('document.owner', '<>', personId)]),
    )
    .where((row) =>
      row.or([
        row('document.created_by', '=', personId),
        row(
          'document.id',
          'in',
          db.selectFrom('claim').select('document').where('person', '=', personId),
        ),
      ]),
    )
    .$if(onlyLab !== null, (query) => query.where('document.lab', '=', onlyLab))
    .orderBy('document.created_at')
    .execute();
  const writing: WritingData[] = [];
  for (const {id, title, labName, createdBy, member} of rows) {
    const blocks = await reading.authored(id).catch(() => null);
    const mine = readable(() => reading.moments(id)) ?? [];
    writing.push({
      ...{documentId: id, labName, title: member ? title : null, made: createdBy === personId},
      passages: blocks && passagesBy(blocks, personId),
      moments: mine
        .filter(({actors}) => actors.includes(personId))
        .map(({from, until}) => ({from, until})),
    });
  }
  // An id is claimed by opening a document: most of them were only read.
  return writing.filter(
    ({made, passages, moments}) => made || moments.length > 0 || passages?.length !== 0,
  );
}

/** What is damaged is left out: it must not keep the rest from its owner. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
