/** A lab as files that its members can take along: documents and log, to read and to load elsewhere. */

import {
  type DocumentId,
  type DocumentKind,
  kindWord,
  type LabId,
  type LogView,
  type NamedPeople,
} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import type {Kysely} from 'kysely';
import {writeTemplateFile} from '@samenspel/shared/templates/file';
import {openLabs} from '../labs/store.ts';
import {readLog} from '../log/store.ts';
import {logView} from '../log/views.ts';
import type {Tables} from '../store/tables.ts';
import {readTemplates} from '../templates/store.ts';
import {commentFiles} from './comment-files.ts';
import {documentHtml} from './document-html.ts';
import {slugOf} from './file-name.ts';
import {html} from './html.ts';
import {logSentence} from './log-words.ts';
import {pageOf} from './page.ts';
import type {Reading} from './reading.ts';
import {readmeOf} from './readme.ts';
import {momentWord} from './words.ts';
import type {ZippedFile} from './zip.ts';

interface LabDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly archivedAt: number | null;
}

const logPage = 500;

/** Personal documents are in none of it, not even one's own: a lab's copy is for everybody in it. */
export async function* labFiles(
  reading: Reading,
  labId: LabId,
  at: number,
): AsyncGenerator<ZippedFile, void> {
  const {db} = reading;
  const lab = await db
    .selectFrom('lab')
    .select(['id', 'name', 'neighbourhood', 'created_at as createdAt'])
    .select(['closed_at as closedAt', 'rules'])
    .where('id', '=', labId)
    .executeTakeFirstOrThrow();
  const labs = openLabs(db);
  const members = await labs.members(labId);
  yield json('lab.json', {...lab, rules: JSON.parse(lab.rules) as unknown, madeAt: at, members});

  const everyone = await labs.everyone(labId);
  const people: NamedPeople = new Map(everyone.map((one) => [one.id, one]));
  const documents = await documentsOf(db, labId);
  const unreadable: string[] = [];
  const width = String(documents.length).length;
  for (const [index, document] of documents.entries()) {
    const number = String(index + 1).padStart(width, '0');
    const name = `documenten/${number}-${slugOf(document.title, 'document')}`;
    const text = textOf(reading, document);
    if (text.kind === 'unreadable') unreadable.push(document.title);
    else if (text.content) yield* textFiles(text.content, document, name, people);
    const {id, title} = document;
    yield* await commentFiles(db, {id, title, content: text.content}, name, everyone);
  }

  yield* templateFiles(db, labId);

  const titles = new Map(documents.map(({id, title}) => [id, title]));
  const entries: LogView[] = [];
  for await (const entry of entriesOf(db, labId)) entries.push(logView(entry, everyone, titles));
  yield json('logboek.json', {entries});
  yield {name: 'logboek.html', text: logPageOf(lab.name, entries)};
  yield {name: 'README.txt', text: readmeOf({...lab, at, unreadable})};
}

type Text =
  /** null when it is gone by now. */
  | {readonly kind: 'read'; readonly content: JSONContent | null}
  | {readonly kind: 'unreadable'; readonly content: null};

/** That one can't be read is no reason to go without the others. */
function textOf(reading: Reading, {id}: LabDocument): Text {
  try {
    return {kind: 'read', content: reading.text(id)};
  } catch {
    return {kind: 'unreadable', content: null};
  }
}

function textFiles(
  content: JSONContent,
  document: LabDocument,
  name: string,
  people: NamedPeople,
): readonly ZippedFile[] {
  const {title, kind, changedAt} = document;
  const facts = html`<p class="quiet">${kindWord(kind)} · veranderd ${momentWord(changedAt)}</p> `;
  const page = pageOf(title, html`${facts}${documentHtml(content, people)}`);
  return [json(`${name}.json`, {...document, content}), {name: `${name}.html`, text: page}];
}

/** As the files that can be brought into another lab. */
async function* templateFiles(db: Kysely<Tables>, labId: LabId): AsyncGenerator<ZippedFile, void> {
  const templates = readTemplates(db);
  const rows = await templates.ofLab(labId);
  const width = String(rows.length).length;
  for (const [index, {id, name}] of rows.entries()) {
    const text = await templates.text(id);
    const number = String(index + 1).padStart(width, '0');
    const file = `sjablonen/${number}-${slugOf(name, 'sjabloon')}.json`;
    if (text) yield {name: file, text: writeTemplateFile(text)};
  }
}

function documentsOf(db: Kysely<Tables>, labId: LabId): Promise<readonly LabDocument[]> {
  return db
    .selectFrom('document')
    .select(['id', 'title', 'kind', 'created_at as createdAt'])
    .select(['changed_at as changedAt', 'archived_at as archivedAt'])
    .where('lab', '=', labId)
    .where('owner', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Newest first. */
async function* entriesOf(db: Kysely<Tables>, labId: LabId) {
  const log = readLog(db);
  for (let before: number | null = null; ;) {
    const page = await log.page(labId, before, logPage);
    yield* page;
    before = page.at(-1)?.seq ?? null;
    if (page.length < logPage) return;
  }
}

function logPageOf(labName: string, entries: readonly LogView[]): string {
  const lines = entries.map(
    (entry) =>
      html`<li>
        ${logSentence(entry)}${entry.words === null ? null : html`: <q>${entry.words}</q>`}
        <span class="quiet">· ${momentWord(entry.at)}</span>
      </li> `,
  );
  return pageOf(
    `Wat er gebeurde in ${labName}`,
    html`<ol reversed>
      ${lines}
    </ol>`,
  );
}

function json(name: string, value: unknown): ZippedFile {
  return {name, text: `${JSON.stringify(value, null, 2)}\n`};
}
