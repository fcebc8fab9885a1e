/** Every frame survives the wire, and bytes that are no frame are refused at once. */

import {decodeFrame, encodeFrame, type Frame, frameType, syncType} from '@samenspel/shared';
import * as fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import {describe, expect, test} from 'vitest';
import {messageYjsSyncStep1, writeSyncStep1} from 'y-protocols/sync';
import * as Y from 'yjs';

/** Fixed, so that a failure is the same for everybody; fast-check prints the shrunk case. */
const seed = 20_260_101;

const bytes = fc.uint8Array({maxLength: 300});
const kinds = [
  'rights',
  'renamed',
  'archived',
  'comments',
  'versions',
  'keys',
  'readonly',
  'writable',
] as const;

const frames: fc.Arbitrary<Frame> = fc.oneof(
  bytes.map((stateVector): Frame => ({type: 'step1', stateVector})),
  bytes.map((update): Frame => ({type: 'step2', update})),
  bytes.map((update): Frame => ({type: 'update', update})),
  bytes.map((update): Frame => ({type: 'awareness', update})),
  fc.string({unit: 'grapheme'}).map((reason): Frame => ({type: 'auth', reason})),
  fc.constant<Frame>({type: 'queryAwareness'}),
  fc.nat({max: 2 ** 40}).map((count): Frame => ({type: 'saved', count})),
  fc
    .record({kind: fc.constantFrom(...kinds), extra: fc.string({unit: 'grapheme'})})
    .map((notice): Frame => ({type: 'notice', notice})),
);

describe('a frame', () => {
  test('is the same after encoding and decoding, whatever is in it', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(plain(decodeFrame(encodeFrame(frame)))).toEqual(plain(frame));
      }),
      {seed, numRuns: 2000},
    );
  });

  test.each(kinds)('carries the notice %s', (kind) => {
    expect(decodeFrame(encodeFrame({type: 'notice', notice: {kind}}))).toEqual({
      type: 'notice',
      notice: {kind},
    });
  });

  test('has the bytes that y-protocols writes', () => {
    const doc = new Y.Doc();
    const theirs = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, frameType.sync);
      writeSyncStep1(encoder, doc);
    });
    expect(encodeFrame({type: 'step1', stateVector: Y.encodeStateVector(doc)})).toEqual(theirs);
    expect(syncType.step1).toBe(messageYjsSyncStep1);
  });

  test('is a view on what came in, so that a large update is not copied', () => {
    const encoded = encodeFrame({type: 'update', update: new Uint8Array(1000)});
    const frame = decodeFrame(encoded);
    expect(frame.type === 'update' && frame.update.buffer).toBe(encoded.buffer);
  });

  test('is read from the middle of a larger buffer', () => {
    const encoded = encodeFrame({type: 'saved', count: 7});
    const larger = new Uint8Array(encoded.length + 20).fill(255);
    larger.set(encoded, 10);
    expect(decodeFrame(larger.subarray(10, 10 + encoded.length))).toEqual({
      type: 'saved',
      count: 7,
    });
  });
});

describe('bytes that are no frame', () => {
  test('end in an Error when a frame is cut off anywhere', () => {
    fc.assert(
      fc.property(frames, fc.double({min: 0, max: 1, noNaN: true}), (frame, share) => {
        const encoded = encodeFrame(frame);
        const cut = encoded.subarray(0, Math.floor((encoded.length - 1) * share));
        expect(() => decodeFrame(cut)).toThrow(Error);
      }),
      {seed, numRuns: 2000},
    );
  });

  test('end in an Error when something follows the frame', () => {
    fc.assert(
      fc.property(frames, fc.uint8Array({minLength: 1, maxLength: 5}), (frame, rest) => {
        expect(() => decodeFrame(Uint8Array.from([...encodeFrame(frame), ...rest]))).toThrow(Error);
      }),
      {seed, numRuns: 500},
    );
  });

  test('random bytes either are a frame or end in an Error, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 64}), (garbage) => {
        expect(decodedOrError(garbage)).toBe(true);
      }),
      {seed, numRuns: 20_000},
    );
  });

  test('a frame with a few bytes changed either is a frame or ends in an Error', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({min: 0, max: 255})), {maxLength: 4});
    fc.assert(
      fc.property(frames, changes, (frame, list) => {
        const encoded = encodeFrame(frame);
        for (const [at, byte] of list) encoded[at % encoded.length] = byte;
        expect(decodedOrError(encoded)).toBe(true);
      }),
      {seed, numRuns: 5000},
    );
  });

  test.each<[string, readonly number[]]>([
    ['nothing', []],
    ['an unknown type', [6]],
    ['an unknown sync message', [0, 3, 0]],
    ['an unknown auth message', [2, 1, 0]],
    ['a promise of more than it brings', [0, 2, 200, 1, 1, 2, 3]],
    ['a promise of gigabytes', [0, 2, 255, 255, 255, 255, 15]],
    ['a number that never ends', [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
    ['a number without its end', [4, 128]],
    ['a notice that is no JSON', [5, 1, 123]],
    ['a notice of an unknown kind', [5, ...text('{"kind":"weer"}')]],
    ['a notice that is a list', [5, ...text('[]')]],
    ['a notice that is nothing', [5, ...text('null')]],
  ])('%s is refused', (_name, given) => {
    expect(() => decodeFrame(Uint8Array.from(given))).toThrow(Error);
  });
});

function text(json: string): readonly number[] {
  return [json.length, ...new TextEncoder().encode(json)];
}

/** Views compare by their bytes, not by the buffer behind them. */
function plain(frame: Frame): unknown {
  return Object.fromEntries(
    Object.entries(frame).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof Uint8Array ? [...value] : value,
    ]),
  );
}

/** True when the bytes decode to a frame that encodes again, or are refused with an Error. */
function decodedOrError(given: Uint8Array): boolean {
  try {
    return encodeFrame(decodeFrame(given)).length > 0;
  } catch (error) {
    return error instanceof Error;
  }
}
