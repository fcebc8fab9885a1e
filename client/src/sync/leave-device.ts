/** Going from a device: nothing of this person stays, also not what an open text would set aside. */

import type {PersonId} from '@samenspel/shared';
import {forgetSettings} from '../ui/device-setting.ts';
import {clearLocalCopies} from './local-copy.ts';
import {rescueNothingOf} from './rescue.ts';

export async function leaveDevice(personId: PersonId): Promise<void> {
  rescueNothingOf(personId);
  forgetSettings();
  await clearLocalCopies(personId);
}
