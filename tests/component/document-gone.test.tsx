/** The screen of a document that a restore took away. */

import 'fake-indexeddb/auto';
import {clearLocalCopies, openLocalCopy} from '@samenspel/client/sync/local-copy.ts';
// Here, so that the screen need not wait for its own parts.
import '@samenspel/client/documents/document-page.tsx';
import type {DocumentId} from '@samenspel/shared';
import {cleanup, screen} from '@testing-library/react';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import {amina, me, openApp, Refusal} from './in-app.tsx';

afterEach(async () => {
  cleanup();
  await clearLocalCopies(amina.id);
});

test('[R24] words that were typed in it and never sent are shown, to copy or throw away', async () => {
  const documentId = 'gone0001' as DocumentId;
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Een moestuin op het dak')]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  const copy = openLocalCopy({personId: amina.id, documentId, epoch: 1});
  await copy.append(Y.encodeStateAsUpdate(doc), doc.clientID);

  openApp({
    path: `/documenten/${documentId}`,
    answers: {
      'GET /api/me': me,
      [`GET /api/documents/${documentId}`]: new Refusal('not_found', 404),
    },
  });
  expect(await screen.findByText('Een moestuin op het dak')).toBeDefined();
  // The page itself is that of any address that leads nowhere.
  expect(screen.getByRole('heading', {name: 'Deze pagina is er niet', level: 1})).toBeDefined();
  expect(screen.getByRole('link', {name: 'Naar het begin'})).toBeDefined();
  expect(screen.queryByRole('button', {name: 'Probeer het opnieuw'})).toBeNull();
  expect(screen.getByRole('button', {name: 'Kopiëren'})).toBeDefined();
  expect((await copy.load()).unsent).toEqual([]);
});
