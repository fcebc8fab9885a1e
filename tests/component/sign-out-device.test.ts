/** What stays on a device that somebody leaves while a text is still open on it. */

import 'fake-indexeddb/auto';
import {leaveDevice} from '@samenspel/client/sync/leave-device.ts';
import {keepRescue, type Rescue, rescueAgain, rescuesOf} from '@samenspel/client/sync/rescue.ts';
import {keepSetting, readSetting} from '@samenspel/client/ui/device-setting.ts';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {expect, test} from 'vitest';

const personId = 'amina1' as PersonId;
const rescue: Rescue = {
  ...{personId, documentId: 'plan0001' as DocumentId, title: 'Plan'},
  ...{reason: 'signedOut', at: 0, text: 'Een moestuin', update: new Uint8Array()},
};

test('an open text that hears of it late sets nothing aside any more, until its writer is back', async () => {
  await keepRescue(rescue);
  await leaveDevice(personId);
  await keepRescue(rescue);
  expect(await rescuesOf(personId)).toEqual([]);
  rescueAgain(personId);
  await keepRescue(rescue);
  expect(await rescuesOf(personId)).toHaveLength(1);
  await leaveDevice(personId);
});

test('how somebody liked the page goes with them, and nothing of others', async () => {
  globalThis.localStorage.setItem('elders', 'blijft');
  keepSetting('folded', [['plan0001', ['doel1']]]);
  await leaveDevice(personId);
  expect(readSetting('folded')).toBeNull();
  expect(Object.keys(globalThis.localStorage)).toEqual(['elders']);
});
