/** What somebody may do with one lab: asked at the start of every route about it. */

import {parseLabId} from '@samenspel/shared';
import type {Asker} from '../auth/principal.ts';
import {AppError} from '../errors.ts';
import type {Labs, LabStanding} from './labs.ts';

/** @throws AppError 'not_found' when it is absent or none of their business; the two look alike */
export async function requireLab(labs: Labs, asker: Asker, address: string): Promise<LabStanding> {
  const labId = parseLabId(address);
  const lab = labId && (await labs.find(labId, asker));
  if (!lab) throw new AppError('not_found');
  return lab;
}
