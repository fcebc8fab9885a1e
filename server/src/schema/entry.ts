/** What the steps to a newer schema change in a text, as an entry of its journal. */

import type {ClientId, PersonId} from '@samenspel/shared';
import {documentSchema, ROOT_NAME} from '@samenspel/shared/schema';
import {migrated, type SchemaStep} from '@samenspel/shared/schema/migrations';
import type {Schema} from '@tiptap/pm/model';
import {updateYFragment} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import {contentOf} from '../history/content.ts';
import {nothingTold, type Remembered, type Told} from '../history/provenance.ts';
import {everythingIn} from '../history/provenance/everything.ts';
import {openProvenanceTracker} from '../history/provenance/tracker.ts';
import type {NewEntry, Replay} from '../journal/journal.ts';
import {documentOf} from '../journal/state.ts';
import {type DeleteSet, encodeDeletions} from '../sync/deletions.ts';
import {scanUpdate} from '../sync/scan.ts';

export interface OldText {
  readonly replay: Pick<Replay, 'state' | 'updates'>;
  readonly version: number;
  readonly steps: readonly SchemaStep[];
  /** Where the steps lead to; ours when left out. */
  readonly schema: Schema | undefined;
  readonly owners: ReadonlyMap<ClientId, PersonId>;
  readonly remembered: Remembered;
}

/**
 * null when nothing in this text had to change. Compared block by block, so that whoever comes back with
 * words from before finds the blocks that stayed the same.
 * @throws RangeError when the text does not fit the newer schema
 */
export function schemaEntry(old: OldText): Pick<NewEntry, 'bytes' | 'told'> | null {
  const doc = documentOf(old.replay.state, old.replay.updates);
  const root = doc.getXmlFragment(ROOT_NAME);
  const content = contentOf(root);
  const wanted = migrated(content, old.version, old.steps);
  if (wanted === content) return null;
  const node = (old.schema ?? documentSchema()).nodeFromJSON(wanted);
  node.check();

  const before = Y.encodeStateVector(doc);
  const provenance = openProvenanceTracker(old.owners, old.remembered);
  let told: Told = nothingTold;
  const deleted: DeleteSet[] = [];
  doc.once('afterTransaction', (transaction: Y.Transaction) => {
    told = provenance.tell(transaction);
    deleted.push(transaction.deleteSet);
  });
  doc.transact(() => updateYFragment(doc, root, node, {mapping: new Map(), isOMark: new Map()}));

  const update = Y.encodeStateAsUpdate(doc, before);
  const {deletesAt} = scanUpdate(
    update,
    (client) => Y.decodeStateVector(before).get(client) ?? 0,
    ROOT_NAME,
  );
  doc.destroy();
  const structs = update.subarray(0, deletesAt);
  return {
    bytes: Buffer.concat([structs, encodeDeletions(deleted)]),
    // What the step itself wrote is nobody's; what it only moved stays its authors'.
    told: {...told, attributions: [...everythingIn(update, null), ...told.attributions]},
  };
}
