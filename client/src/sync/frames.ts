/** Reads what the server sends: others' edits in batches, and the two kinds of frames that are ours. */

import {decodeFrame, frameType, type Notice, syncType} from '@samenspel/shared';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {WebsocketProvider} from 'y-websocket';
import * as Y from 'yjs';
import type {RemoteBatch} from './remote-batch.ts';

export interface FrameListener {
  readonly onSaved: (count: number) => void;
  readonly onNotice: (notice: Notice) => void;
}

export function handleFrames(
  provider: WebsocketProvider,
  batch: RemoteBatch,
  {onSaved, onNotice}: FrameListener,
): void {
  provider.messageHandlers[frameType.sync] = (encoder, decoder) => {
    const type = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (type === syncType.update) return batch.add(payload);
    // What came before it belongs before it.
    batch.flush();
    if (type === syncType.step1)
      return answer(encoder, Y.encodeStateAsUpdate(provider.doc, payload));
    Y.applyUpdate(provider.doc, payload, provider);
    provider.synced = true;
  };
  provider.messageHandlers[frameType.saved] = (_encoder, decoder) => {
    const frame = decodeFrame(decoder.arr);
    if (frame.type === 'saved') onSaved(frame.count);
  };
  provider.messageHandlers[frameType.notice] = (_encoder, decoder) => {
    const notice = knownNotice(decoder.arr);
    if (notice) onNotice(notice);
  };
}

function answer(encoder: encoding.Encoder, update: Uint8Array): void {
  encoding.writeVarUint(encoder, frameType.sync);
  encoding.writeVarUint(encoder, syncType.step2);
  encoding.writeVarUint8Array(encoder, update);
}

/** null for a kind that a newer server has and we don't: it says nothing to us. */
function knownNotice(bytes: Uint8Array): Notice | null {
  try {
    const frame = decodeFrame(bytes);
    return frame.type === 'notice' ? frame.notice : null;
  } catch {
    return null;
  }
}
