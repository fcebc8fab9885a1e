/** A WebSocket that sees each content message leave, so that acknowledgements can be counted. */

import {decodeFrame, encodeFrame} from '@samenspel/shared';
import * as Y from 'yjs';

/** What kind of content message left. */
export type Content = 'step2' | 'update';

/**
 * The class for one session's connections. `onContent` is called in the order of sending.
 * A reader's text never leaves: not even the tidying up that an editor does by itself.
 */
export function countingSocket(
  base: typeof WebSocket,
  access: 'write' | 'read',
  onContent: (content: Content) => void,
): typeof WebSocket {
  return class CountingSocket extends base {
    override send(data: string | Blob | BufferSource): void {
      const kind = data instanceof Uint8Array ? contentKind(data) : null;
      if (kind === null) return super.send(data);
      if (access === 'read') {
        if (kind === 'step2') super.send(nothingNew);
        return;
      }
      super.send(data);
      onContent(kind);
    }
  };
}

const nothingNew = encodeFrame({type: 'step2', update: Y.encodeStateAsUpdate(new Y.Doc())});

function contentKind(data: Uint8Array): Content | null {
  const frame = decodeFrame(data);
  return frame.type === 'step2' || frame.type === 'update' ? frame.type : null;
}
