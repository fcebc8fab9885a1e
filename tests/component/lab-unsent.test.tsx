/** What a lab says about text of mine that is only on this device. */

import 'fake-indexeddb/auto';
import {openDevice} from '@samenspel/client/sync/device.ts';
import {clearLocalCopies, openLocalCopy} from '@samenspel/client/sync/local-copy.ts';
import {keepRescue, rescueAgain} from '@samenspel/client/sync/rescue.ts';
import {screen, waitForElementToBeRemoved} from '@testing-library/react';
import {afterEach, expect, test} from 'vitest';
import * as Y from 'yjs';
import '@samenspel/client/labs/lab-page.tsx';
import {amina, documentView, labView, me, openApp} from './in-app.tsx';

const path = '/labs/lablab1';
const base = {'GET /api/me': me, 'GET /api/labs/lablab1': labView()};
const plan = documentView();
const patience = {timeout: 4_000};
const sentence = /Op dit apparaat staat nog tekst die niet verstuurd is/;

afterEach(async () => {
  await clearLocalCopies(amina.id);
  rescueAgain(amina.id);
});

function typed(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'Niet vergeten');
  return Y.encodeStateAsUpdate(doc);
}

test('[R2] names the documents with text that was not sent, until it was', async () => {
  const copy = openLocalCopy({personId: amina.id, documentId: plan.id, epoch: 1});
  const row = await copy.append(typed(), 1);
  openApp({path, answers: base});
  const says = await screen.findByText(sentence, undefined, patience);
  const link = says.querySelector('a');
  expect(link?.textContent).toBe(plan.title);
  expect(link?.getAttribute('href')).toBe(`/documenten/${plan.id}`);
  await copy.acknowledge([row]);
  await waitForElementToBeRemoved(says, patience);
});

test('[R2] shows text that could not be sent at all, without promising that it will be', async () => {
  await openDevice();
  const rescue = {personId: amina.id, documentId: plan.id, title: plan.title};
  await keepRescue({...rescue, reason: 'tooLarge', at: 1, text: 'Te veel', update: typed()});
  openApp({path, answers: base});
  expect(await screen.findByText('Te veel', undefined, patience)).toBeTruthy();
  expect(screen.queryByText(sentence)).toBeNull();
});

test('[R2] a guest without a lab is told the same where their documents stand', async () => {
  const loose = {id: plan.id, title: plan.title, kind: plan.kind, labName: 'Lab Linde'};
  const documents = [{...loose, side: 'informal', role: 'commenter'}];
  const copy = openLocalCopy({personId: amina.id, documentId: plan.id, epoch: 1});
  await copy.append(typed(), 1);
  openApp({path: '/', answers: {'GET /api/me': {...me, labs: [], documents}}});
  const says = await screen.findByText(sentence, undefined, patience);
  expect(says.querySelector('a')?.textContent).toBe(plan.title);
});
