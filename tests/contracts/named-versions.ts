/** What every keeper of named moments promises. */

import type {NamedVersions} from '@samenspel/server/history/named-versions.ts';
import type {LogKind, DocumentId, PersonId, Seq, VersionId} from '@samenspel/shared';
import {expect, test} from 'vitest';

export interface NamedVersionsWorld {
  readonly namedVersions: NamedVersions;
  readonly documentId: DocumentId;
  readonly otherId: DocumentId;
  /** Seen by its writer and whom they invite. */
  readonly personalId: DocumentId;
  readonly amina: PersonId;
  readonly bram: PersonId;
  /** What the lab's log tells of versions, newest first, with the words said. */
  told(): Promise<readonly (readonly [LogKind, string | null])[]>;
}

export function namedVersionsContract(open: () => Promise<NamedVersionsWorld>): void {
  const moment = (seq: number, name: string, by: PersonId) => ({
    ...{seq: seq as Seq, at: seq * 1_000, name, note: '', by},
  });

  test('keeps names by the position of their moment, each document its own', async () => {
    const {namedVersions, documentId, otherId, amina, bram} = await open();
    const late = await namedVersions.add(documentId, moment(9, 'Na de bijeenkomst', bram));
    const early = await namedVersions.add(documentId, {
      ...moment(3, 'Eerste opzet', amina),
      note: 'Voor de buurtraad',
    });
    await namedVersions.add(otherId, moment(1, 'Anders', amina));
    expect(await namedVersions.of(documentId)).toEqual([
      {...moment(3, 'Eerste opzet', amina), id: early, note: 'Voor de buurtraad'},
      {...moment(9, 'Na de bijeenkomst', bram), id: late},
    ]);
  });

  test('one moment can have two names', async () => {
    const {namedVersions, documentId, amina, bram} = await open();
    await namedVersions.add(documentId, moment(3, 'Voor de bewoners', amina));
    await namedVersions.add(documentId, moment(3, 'Voor de gemeente', bram));
    expect((await namedVersions.of(documentId)).map(({name}) => name)).toEqual([
      'Voor de bewoners',
      'Voor de gemeente',
    ]);
  });

  test('any of them is named otherwise, or loses its name', async () => {
    const {namedVersions, documentId, amina, bram} = await open();
    const id = await namedVersions.add(documentId, moment(3, 'Opzet', amina));
    await namedVersions.change(documentId, id, {name: 'Eerste opzet', note: 'Nog kort'}, bram);
    expect(await namedVersions.of(documentId)).toEqual([
      {...moment(3, 'Eerste opzet', amina), id, note: 'Nog kort'},
    ]);
    await namedVersions.remove(documentId, id, bram);
    expect(await namedVersions.of(documentId)).toEqual([]);
  });

  test('one of another document is not found', async () => {
    const {namedVersions, documentId, otherId, amina} = await open();
    const id = await namedVersions.add(documentId, moment(3, 'Opzet', amina));
    const words = {name: 'Gestolen', note: ''};
    const absent = {code: 'not_found'};
    await expect(namedVersions.change(otherId, id, words, amina)).rejects.toMatchObject(absent);
    await expect(namedVersions.remove(otherId, id, amina)).rejects.toMatchObject(absent);
    const never = 'nooit-gezien' as VersionId;
    await expect(namedVersions.remove(documentId, never, amina)).rejects.toMatchObject(absent);
    expect((await namedVersions.of(documentId)).map(({name}) => name)).toEqual(['Opzet']);
  });

  test('the lab is told who named what; of a personal document nothing', async () => {
    const {namedVersions, documentId, personalId, amina, told} = await open();
    const id = await namedVersions.add(documentId, moment(3, 'Opzet', amina));
    await namedVersions.change(documentId, id, {name: 'Eerste opzet', note: ''}, amina);
    await namedVersions.remove(documentId, id, amina);
    await namedVersions.add(personalId, moment(1, 'Van mij', amina));
    expect(await told()).toEqual([
      ['version_removed', 'Eerste opzet'],
      ['version_named', 'Eerste opzet'],
      ['version_named', 'Opzet'],
    ]);
  });
}
