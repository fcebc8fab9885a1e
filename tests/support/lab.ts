/** A lab on a real server in this process, its people to ask as, and its database to look into. */

import {join} from 'node:path';
import {verifyLog} from '@samenspel/server/log/verify.ts';
import {openLogShelf} from '@samenspel/server/store/log-shelf.ts';
import type {
  DocumentId,
  LabId,
  LabView,
  LogPage,
  LogView,
  MeView,
  PersonId,
  QuestionView,
} from '@samenspel/shared';
import Database from 'better-sqlite3';
import {onTestFinished} from 'vitest';
import {type WireServer, wireServer} from './wire.ts';

export interface Participant {
  readonly id: PersonId;
  readonly name: string;
  readonly cookie: string;
  /** GET without a body, POST with one or when told to. */
  ask(path: string, asked?: {readonly method?: string; readonly body?: unknown}): Promise<Response>;
  lab(): Promise<LabView>;
}

export interface TestLab {
  readonly server: WireServer;
  readonly labId: LabId;
  readonly documentIds: readonly DocumentId[];
  /** Informal, formal, informal, formal, … */
  readonly people: readonly [Participant, Participant, Participant, Participant, ...Participant[]];
  readonly database: Database.Database;
  /** Asks for an act as this person. */
  question(asker: Participant, act: object, reason?: string): Promise<QuestionView>;
  /** Turns a key; the status, and the answer. */
  turn(person: Participant, question: QuestionView): Promise<Response>;
  /** The whole log, newest first. */
  log(reader: Participant): Promise<readonly LogView[]>;
  /** What verifying the log finds. */
  problems(): Promise<readonly unknown[]>;
}

type Arrange = Parameters<typeof wireServer>[0];

/** With four people, two of each side, unless told otherwise. */
export async function testLab(arrange: Arrange = {}): Promise<TestLab> {
  const server = await wireServer({people: 4, ...arrange});
  const people = server.people.map(({id, name, cookie}): Participant => {
    const ask: Participant['ask'] = async (path, {method, body} = {}) => {
      const answer = await fetch(server.url + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {cookie, ...(body === undefined ? {} : {'content-type': 'application/json'})},
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      });
      // A server that closes waits for who has not read its answer to the end.
      await answer.clone().arrayBuffer();
      return answer;
    };
    const lab = async () => (await (await ask(`/api/labs/${labId}`)).json()) as LabView;
    return {id: id as PersonId, name, cookie, ask, lab};
  });
  const me = (await (await people[0]?.ask('/api/me'))?.json()) as MeView;
  const labId = me.labs[0]?.id as LabId;
  const database = new Database(join(server.folder, 'samenspel.db'), {timeout: 5_000});
  onTestFinished(() => void database.close());
  return {
    ...{server, labId, database},
    documentIds: server.documentIds as readonly DocumentId[],
    people: people as unknown as TestLab['people'],
    async question(asker, act, reason = 'Daarom') {
      const answer = await asker.ask(`/api/labs/${labId}/questions`, {body: {act, reason}});
      if (answer.status !== 201) throw new Error(`Asking answered ${answer.status}`);
      return (await answer.json()) as QuestionView;
    },
    turn: (person, {id}) => person.ask(`/api/questions/${id}/key`, {method: 'POST'}),
    async log(reader) {
      const entries: LogView[] = [];
      for (let before: number | null = null; ;) {
        const query: string = before === null ? '' : `?before=${before}`;
        const answer = await reader.ask(`/api/labs/${labId}/log${query}`);
        const page = (await answer.json()) as LogPage;
        entries.push(...page.entries);
        before = page.before;
        if (before === null) return entries;
      }
    },
    async problems() {
      const {readFile} = await import('node:fs/promises');
      const secret = (await readFile(join(server.folder, 'secret'), 'utf8')).trim();
      return verifyLog(openLogShelf(database), secret);
    },
  };
}

/** Makes somebody count no longer, as if they had just joined. */
export function unconfirm({database}: TestLab, ...people: readonly Participant[]): void {
  for (const {id} of people) {
    database.prepare('update member set confirmed_at = null where person = ?').run(id);
  }
}
