/** A lab with a plan to comment on, and people of every role to do it. */

import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {
  AskedAnchor,
  DocumentId,
  Role,
  SaidView,
  TextId,
  ThreadBodiesView,
  ThreadsView,
  ThreadView,
} from '@samenspel/shared';
import * as Y from 'yjs';
import {type Participant, type TestLab, testLab} from './lab.ts';
import {agreement, goal, paragraph, plan, task} from './plan.ts';
import {lineWith} from './room-desk.ts';
import {until} from './until.ts';
import {stockClient} from './wire.ts';

export type Client = ReturnType<typeof stockClient>;

export interface CommentedLab extends TestLab {
  readonly documentId: DocumentId;
  /** Where its threads are asked for. */
  readonly path: string;
  /** Two members, the first of whom has the document open. */
  readonly member: Participant;
  readonly other: Participant;
  readonly commenter: Participant;
  readonly reviewer: Participant;
  readonly client: Client;
}

export const goalId = 'block-2';

/** The plan: a task with two goals, and a line behind it. */
export const written = () =>
  plan(
    task(
      'Eenzaamheid',
      goal('Een open inloop', 'Elke maandag koffie in het buurthuis.'),
      goal('Samen eten', 'Soep op vrijdag.', agreement('Wie kookt, vertelt het')),
    ),
    paragraph('Dit plan is van ons allemaal.'),
  );

export async function commentedLab(): Promise<CommentedLab> {
  const lab = await testLab();
  const [member, other, commenter, reviewer] = lab.people;
  setRole(lab, commenter, 'commenter');
  setRole(lab, reviewer, 'reviewer');
  const documentId = lab.documentIds[0] ?? ('' as DocumentId);
  const client = stockClient(lab.server, member, documentId);
  await until('the document is there', () => client.provider.synced);
  Y.applyUpdate(client.doc, contentToUpdate(written()));
  const path = `/api/documents/${documentId}`;
  await until('it is on disk', async () => (await threadsOf(other, path)).seq > 0);
  return {...lab, ...{documentId, path, member, other, commenter, reviewer, client}};
}

export function setRole({database}: TestLab, {id}: Participant, role: Role): void {
  database.prepare('update member set role = ? where person = ?').run(role, id);
}

/** What somebody asks for who selects these words in one line. */
export function selected({doc}: Client, words: string): AskedAnchor {
  const line = lineWith(doc, words);
  const from = line.toJSON().indexOf(words);
  const id = (place: number): TextId => {
    const {item} = Y.createRelativePositionFromTypeIndex(line, place);
    if (!item) throw new Error('No character there');
    return `${item.client}:${item.clock}` as TextId;
  };
  return {on: 'passage', first: id(from), last: id(from + words.length - 1), quote: words};
}

let sent = 0;
export function newKey(): string {
  return `sleutel-${++sent}`;
}

/** Begins a thread. @throws Error when that is not answered with 201 */
export async function begin(
  person: Participant,
  path: string,
  anchor: AskedAnchor,
  rest: {readonly words?: string; readonly proposal?: string | null} = {},
): Promise<SaidView> {
  const body = {anchor, words: 'Wat vinden jullie?', key: newKey(), ...rest};
  const answer = await person.ask(`${path}/threads`, {body});
  if (answer.status !== 201) throw new Error(`Beginning answered ${answer.status}`);
  return (await answer.json()) as SaidView;
}

export async function threadsOf(person: Participant, path: string): Promise<ThreadsView> {
  return (await (await person.ask(`${path}/threads`)).json()) as ThreadsView;
}

/** A whole thread. */
export async function threadOf(
  person: Participant,
  path: string,
  {threadId}: SaidView,
): Promise<ThreadView> {
  const answer = await person.ask(`${path}/threads/bodies?ids=${threadId}`);
  const [thread] = ((await answer.json()) as ThreadBodiesView).threads;
  if (!thread) throw new Error('No such thread');
  return thread;
}
