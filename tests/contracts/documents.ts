/** What every keeper of documents promises. */

import type {Documents, NewDocument} from '@samenspel/server/documents/documents.ts';
import {type DocumentId, documentKinds, type LabId, type PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface DocumentsWorld {
  readonly documents: Documents;
  /** A lab with `member` in it, and nobody else. */
  readonly labId: LabId;
  readonly member: PersonId;
  /** Somebody in another lab. */
  readonly stranger: PersonId;
  /** How many entries a document's journal has. */
  entries(documentId: DocumentId): Promise<number>;
}

export function documentsContract(open: () => Promise<DocumentsWorld>): void {
  const empty = (labId: LabId): NewDocument => ({
    ...{labId, title: 'Plan', kind: documentKinds[0], createdBy: null, text: null},
  });

  test('finds what was made, and null for what was not', async () => {
    const {documents, labId, member} = await open();
    const id = await documents.create(empty(labId));
    expect(await documents.find(id)).toMatchObject({
      ...{id, labId, title: 'Plan', kind: 'plan', changedBy: null, archivedAt: null},
    });
    expect(await documents.find('bestaatniet' as DocumentId)).toBeNull();
    expect((await documents.ofLab(labId, member)).map((row) => row.id)).toEqual([id]);
    expect(await documents.ofLab('bestaatniet' as LabId, member)).toEqual([]);
  });

  test('makes a document together with its first entry, or neither', async () => {
    const {documents, labId, member, entries} = await open();
    const id = await documents.create({...empty(labId), text: Uint8Array.of(0, 0)});
    expect(await entries(id)).toBe(1);
    expect(await entries(await documents.create(empty(labId)))).toBe(0);
    // An entry that can't be written takes its document with it.
    const broken = {...empty(labId), text: 'no bytes' as unknown as Uint8Array};
    await expect(documents.create(broken)).rejects.toThrow();
    expect(await documents.ofLab(labId, member)).toHaveLength(2);
  });

  test('tells how a member stands, and nothing to anybody else', async () => {
    const {documents, labId, member, stranger} = await open();
    const id = await documents.create(empty(labId));
    expect(await documents.standing({personId: member, onlyLab: null}, id)).toMatchObject({
      role: 'member',
      archived: false,
    });
    expect(await documents.standing({personId: stranger, onlyLab: null}, id)).toBeNull();
    expect(
      await documents.standing({personId: member, onlyLab: null}, 'bestaatniet' as DocumentId),
    ).toBeNull();
  });

  test('[R34] a personal document is there for its writer and nobody else', async () => {
    const {documents, labId, member, stranger} = await open();
    const id = await documents.create({...empty(labId), kind: 'route', owner: member});
    const standing = (personId: PersonId) => documents.standing({personId, onlyLab: null}, id);
    expect(await standing(member)).toMatchObject({role: 'member', whose: 'mine'});
    expect(await standing(stranger)).toBeNull();
    expect(await documents.ofLab(labId, member)).toMatchObject([{id, ownRole: 'member'}]);
    expect(await documents.ofLab(labId, stranger)).toEqual([]);
  });

  test('renames without counting it as a change of the text', async () => {
    const {documents, labId, member} = await open();
    const id = await documents.create(empty(labId));
    const before = await documents.find(id);
    await documents.rename(id, 'Anders', member);
    expect(await documents.find(id)).toEqual({...before, title: 'Anders'});
  });

  test('keeps the first moment of archiving until it is brought back', async () => {
    const {documents, labId, member} = await open();
    const id = await documents.create(empty(labId));
    await documents.archive(id, 1_000, member);
    await documents.archive(id, 2_000, member);
    expect((await documents.find(id))?.archivedAt).toBe(1_000);
    expect((await documents.standing({personId: member, onlyLab: null}, id))?.archived).toBe(true);
    await documents.archive(id, null, member);
    expect((await documents.find(id))?.archivedAt).toBeNull();
  });
}
