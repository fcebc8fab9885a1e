/** A real database in a folder of its own, with a lab, people and documents in it. */

import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openClaims, openJournal} from '@samenspel/server/store/journal.ts';
import {openStore, type Store} from '@samenspel/server/store/open.ts';
import type {DocumentId, LabId, PersonId, Seq} from '@samenspel/shared';
import {SCHEMA_VERSION} from '@samenspel/shared';
import {onTestFinished} from 'vitest';

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-test-'));
  onTestFinished(() => rm(folder, {recursive: true, force: true}));
  return folder;
}

/** Opened in `folder`, closed when the test ends. */
export async function openTestStore(folder: string): Promise<Store> {
  const store = await openStore(folder, Date.now);
  onTestFinished(() => store.close());
  return store;
}

export async function addPeople(store: Store, people: readonly PersonId[]): Promise<void> {
  const at = new Date(0).toISOString();
  for (const id of people) {
    await store.db
      .insertInto('user')
      .values({
        ...{id, name: id, email: `${id}@people.invalid`, emailVerified: 0, image: null},
        ...{createdAt: at, updatedAt: at},
      })
      .execute();
  }
}

export async function addDocuments(store: Store, documents: readonly DocumentId[]): Promise<void> {
  const lab = 'testlab1' as LabId;
  await store.db
    .insertInto('lab')
    .values({
      id: lab,
      name: 'Testlab',
      neighbourhood: 'Nergenshuizen',
      origin: 'seed',
      created_at: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const id of documents) {
    await store.db
      .insertInto('document')
      .values({
        ...{id, lab, title: id, kind: 'free', created_at: 0, created_by: null, changed_at: 0},
        ...{changed_by: null, archived_at: null, head: 0 as Seq, schema_version: SCHEMA_VERSION},
      })
      .execute();
  }
}

export {openClaims, openJournal};
