/** Restoring in rooms of a test, in the schema of now or in one that is still to come. */

import {openRestoring, type Restoring} from '@samenspel/server/history/restoring.ts';
import {openBringUp} from '@samenspel/server/schema/bring-up.ts';
import {SCHEMA_VERSION} from '@samenspel/shared';
import type {SchemaStep} from '@samenspel/shared/schema/migrations';
import type {Schema} from '@tiptap/pm/model';
import {memorySchemaVersions} from './memory-schema-versions.ts';
import {documentId, type RoomUnderTest} from './room.ts';

export function restoringIn(
  {journal, claims, rooms, clock}: RoomUnderTest,
  next: {readonly steps?: readonly SchemaStep[]; readonly schema?: Schema} = {},
): Restoring {
  const versions = memorySchemaVersions(journal, new Map([[documentId, SCHEMA_VERSION]]));
  const bringUp = openBringUp({journal, claims, versions, now: clock.now, ...next});
  return openRestoring({journal, claims, versions, bringUp, edit: rooms.edit, ...next});
}
