/** Every frame of the wire, encoded and decoded. Its grammar stands in PROTOCOL.md beside this file. */

import {z} from 'zod';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {unreachable} from './unreachable.ts';

export const frameType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 4,
  notice: 5,
} as const;
export const syncType = {step1: 0, step2: 1, update: 2} as const;

/** Something beside the text changed; the receiver fetches it. */
export type Notice = z.infer<typeof noticeSchema>;

export type Frame =
  /** What the sender has: asks for the rest. */
  | {readonly type: 'step1'; readonly stateVector: Uint8Array}
  /** The rest, in answer to a step 1. A content message. */
  | {readonly type: 'step2'; readonly update: Uint8Array}
  /** News. A content message. */
  | {readonly type: 'update'; readonly update: Uint8Array}
  | {readonly type: 'awareness'; readonly update: Uint8Array}
  | {readonly type: 'auth'; readonly reason: string}
  | {readonly type: 'queryAwareness'}
  /** The first `count` content messages of this connection are on disk. */
  | {readonly type: 'saved'; readonly count: number}
  | {readonly type: 'notice'; readonly notice: Notice};

const noticeSchema = z.looseObject({
  kind: z.enum([
    'rights',
    'renamed',
    'archived',
    'comments',
    'versions',
    'keys',
    'news',
    'readonly',
    'writable',
  ]),
});

/** Y-protocols' "permission denied": the only message of type 2 that exists. */
const authDenied = 0;

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    switch (frame.type) {
      case 'step1':
        return writeSync(encoder, syncType.step1, frame.stateVector);
      case 'step2':
        return writeSync(encoder, syncType.step2, frame.update);
      case 'update':
        return writeSync(encoder, syncType.update, frame.update);
      case 'awareness':
        encoding.writeVarUint(encoder, frameType.awareness);
        return encoding.writeVarUint8Array(encoder, frame.update);
      case 'auth':
        encoding.writeVarUint(encoder, frameType.auth);
        encoding.writeVarUint(encoder, authDenied);
        return encoding.writeVarString(encoder, frame.reason);
      case 'queryAwareness':
        return encoding.writeVarUint(encoder, frameType.queryAwareness);
      case 'saved':
        encoding.writeVarUint(encoder, frameType.saved);
        return encoding.writeVarUint(encoder, frame.count);
      case 'notice':
        encoding.writeVarUint(encoder, frameType.notice);
        return encoding.writeVarString(encoder, JSON.stringify(frame.notice));
      default:
        return unreachable(frame);
    }
  });
}

/**
 * The frame in these bytes. Payloads are views on the input, not copies.
 * @throws Error when the bytes are no frame, end early or go on after its end
 */
export function decodeFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readFrame(decoder);
  if (decoding.hasContent(decoder)) throw new Error('Bytes after the end of the frame');
  return frame;
}

function readFrame(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case frameType.sync:
      return readSync(decoder);
    case frameType.awareness:
      return {type: 'awareness', update: readBytes(decoder)};
    case frameType.auth:
      if (decoding.readVarUint(decoder) !== authDenied) throw new Error('Unknown auth message');
      return {type: 'auth', reason: decoding.readVarString(decoder)};
    case frameType.queryAwareness:
      return {type: 'queryAwareness'};
    case frameType.saved:
      return {type: 'saved', count: decoding.readVarUint(decoder)};
    case frameType.notice:
      return {
        type: 'notice',
        notice: noticeSchema.parse(JSON.parse(decoding.readVarString(decoder))),
      };
    default:
      throw new Error(`Unknown frame type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case syncType.step1:
      return {type: 'step1', stateVector: readBytes(decoder)};
    case syncType.step2:
      return {type: 'step2', update: readBytes(decoder)};
    case syncType.update:
      return {type: 'update', update: readBytes(decoder)};
    default:
      throw new Error(`Unknown sync message ${type}`);
  }
}

function writeSync(encoder: encoding.Encoder, type: number, payload: Uint8Array): void {
  encoding.writeVarUint(encoder, frameType.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
}

/** lib0 checks no bounds when it makes a view, so a length that promises too much is caught here. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos)
    throw new Error('The frame promises more than it brings');
  return decoding.readUint8Array(decoder, length);
}
