/**
 * Reads an update without trusting it: everything Yjs would stumble over, or hide, is refused here.
 *
 * The grammar is that of Yjs' update format V1 (yjs INTERNALS.md and its UpdateDecoderV1). Yjs itself
 * applies structs before it has read the delete set, so nothing unread may reach it.
 */

import * as decoding from 'lib0/decoding';

/** The structs of one client in an update, without a hole: clocks `from` up to, not including, `to`. */
export interface Block {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface Scan {
  readonly blocks: readonly Block[];
  readonly deletes: readonly DeleteRange[];
  /** How many structs it brings. */
  readonly structs: number;
  /** Where the delete set begins, in bytes. */
  readonly deletesAt: number;
  /** What has to be known for this update to be whole: the last clock needed per client, exclusive. */
  readonly missing: ReadonlyMap<number, number>;
}

/** An update that can't be one of ours. */
export class UnreadableUpdate extends Error {}

/** Clocks count characters; no document comes near this. Beyond it, sums lose precision. */
const maxClock = 2 ** 40;
const maxDepth = 32;

/**
 * @param known how many clocks of a client the document has
 * @param rootName the only root type that may be written to
 * @throws UnreadableUpdate when it is malformed or holds what no document may hold
 */
export function scanUpdate(
  update: Uint8Array,
  known: (client: number) => number,
  rootName: string,
): Scan {
  try {
    return scan(update, known, rootName);
  } catch (cause) {
    if (cause instanceof UnreadableUpdate) throw cause;
    throw new UnreadableUpdate('The update ends early or is malformed', {cause});
  }
}

interface Context {
  readonly decoder: decoding.Decoder;
  readonly rootName: string;
  readonly known: (client: number) => number;
  /** Clocks of other clients that structs refer to and the document doesn't have. */
  readonly needed: Map<number, number>;
}

function scan(update: Uint8Array, known: (client: number) => number, rootName: string): Scan {
  const decoder = decoding.createDecoder(update);
  const context: Context = {decoder, rootName, known, needed: new Map()};
  const blocks: Block[] = [];
  const ends = new Map<number, number>();
  let structs = 0;
  for (let left = readCount(decoder); left > 0; left--) {
    const count = readCount(decoder);
    const client = readClient(decoder);
    const from = decoding.readVarUint(decoder);
    if (count === 0) throw new UnreadableUpdate('A block without structs');
    // A second block of one client slips past Yjs' own meta reader and surfaces after a merge.
    if (ends.has(client)) throw new UnreadableUpdate('Two blocks for one client');
    const to = scanBlock(context, client, from, count);
    if (from > known(client)) need(context.needed, client, to);
    ends.set(client, to);
    blocks.push({client, from, to});
    structs += count;
  }
  const deletesAt = decoder.pos;
  const deletes = scanDeletes(context);
  if (decoding.hasContent(decoder)) throw new UnreadableUpdate('Bytes after the end');
  return {
    blocks,
    deletes,
    structs,
    deletesAt,
    missing: stillMissing(context.needed, blocks, known),
  };
}

/** Returns the clock after the block's last struct. */
function scanBlock(context: Context, client: number, from: number, count: number): number {
  let clock = from;
  for (let index = 0; index < count; index++) {
    const length = scanStruct(context, client, clock);
    if (length <= 0 || clock + length > maxClock) throw new UnreadableUpdate('A struct of no size');
    clock += length;
  }
  return clock;
}

/** Returns the struct's length in clocks. */
function scanStruct(context: Context, client: number, clock: number): number {
  const {decoder} = context;
  const info = readByte(decoder);
  const content = info & 0b11111;
  if (content === 0) return decoding.readVarUint(decoder);
  if (content === 10) throw new UnreadableUpdate('A hole inside a block');
  const hasOrigin = (info & 0b10000000) !== 0;
  const hasRightOrigin = (info & 0b01000000) !== 0;
  if (hasOrigin) scanReference(context, client, clock);
  if (hasRightOrigin) scanReference(context, client, clock);
  if (!hasOrigin && !hasRightOrigin) {
    if (decoding.readVarUint(decoder) === 1) {
      if (readText(decoder) !== context.rootName) throw new UnreadableUpdate('Another root type');
    } else {
      scanReference(context, client, clock);
    }
    if ((info & 0b00100000) !== 0) readText(decoder);
  }
  return scanContent(decoder, content);
}

function scanReference(context: Context, client: number, clock: number): void {
  const toClient = readClient(context.decoder);
  const toClock = decoding.readVarUint(context.decoder);
  if (toClient === client) {
    // Yjs trusts that a client refers only to its own past, and throws half way when it doesn't.
    if (toClock >= clock) throw new UnreadableUpdate('A struct that refers to its own future');
  } else if (toClock >= context.known(toClient)) {
    need(context.needed, toClient, toClock + 1);
  }
}

/** Returns the content's length in clocks. */
function scanContent(decoder: decoding.Decoder, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder);
    case 2: {
      // JSON, of old documents
      const count = readCount(decoder);
      for (let index = 0; index < count; index++) {
        const text = readText(decoder);
        if (text !== 'undefined') JSON.parse(text);
      }
      return count;
    }
    case 3: // binary
      skipBytes(decoder);
      return 1;
    case 4: // text: its clocks are UTF-16 units
      return readText(decoder).length;
    case 5: // embed
      JSON.parse(readText(decoder));
      return 1;
    case 6: // format: a name and a value
      readText(decoder);
      JSON.parse(readText(decoder));
      return 1;
    case 7: // a nested type; elements and hooks carry a name
      scanType(decoder);
      return 1;
    case 8: {
      const count = readCount(decoder);
      for (let index = 0; index < count; index++) scanAny(decoder, 0);
      return count;
    }
    default: // 9 is a subdocument: nobody would see, count or journal what is in it
      throw new UnreadableUpdate(`Content of kind ${kind}`);
  }
}

function scanType(decoder: decoding.Decoder): void {
  const type = decoding.readVarUint(decoder);
  if (type > 6) throw new UnreadableUpdate('An unknown type');
  if (type === 3 || type === 5) readText(decoder);
}

/** lib0's "any": 127 undefined, 126 null, 125 integer, 124 and 123 floats, 121 and 120 booleans, … */
function scanAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > maxDepth) throw new UnreadableUpdate('Nested too deeply');
  const type = readByte(decoder);
  switch (type) {
    case 127:
    case 126:
    case 121:
    case 120:
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      return skip(decoder, 4);
    case 123:
      return skip(decoder, 8);
    case 119:
      readText(decoder);
      return;
    case 118:
      for (let left = readCount(decoder); left > 0; left--) {
        readText(decoder);
        scanAny(decoder, depth + 1);
      }
      return;
    case 117:
      for (let left = readCount(decoder); left > 0; left--) scanAny(decoder, depth + 1);
      return;
    case 116:
      return skipBytes(decoder);
    default: // 122 is a big integer: JSON, and so every view, has no word for it
      throw new UnreadableUpdate(`A value of type ${type}`);
  }
}

function scanDeletes({decoder, known, needed}: Context): readonly DeleteRange[] {
  const deletes: DeleteRange[] = [];
  for (let clients = readCount(decoder); clients > 0; clients--) {
    const client = readClient(decoder);
    for (let ranges = readCount(decoder); ranges > 0; ranges--) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length === 0 || clock + length > maxClock)
        throw new UnreadableUpdate('An empty deletion');
      if (clock + length > known(client)) need(needed, client, clock + length);
      deletes.push({client, clock, length});
    }
  }
  return deletes;
}

function need(needed: Map<number, number>, client: number, clock: number): void {
  if ((needed.get(client) ?? 0) < clock) needed.set(client, clock);
}

/** What is needed and comes neither from the document nor, without a hole, from the update itself. */
function stillMissing(
  needed: ReadonlyMap<number, number>,
  blocks: readonly Block[],
  known: (client: number) => number,
): ReadonlyMap<number, number> {
  if (needed.size === 0) return needed;
  const reach = new Map(
    blocks.map(({client, from, to}) => [client, from <= known(client) ? to : 0]),
  );
  return new Map(
    [...needed].filter(
      ([client, clock]) => clock > Math.max(known(client), reach.get(client) ?? 0),
    ),
  );
}

function readByte(decoder: decoding.Decoder): number {
  if (!decoding.hasContent(decoder)) throw new UnreadableUpdate('Ends early');
  return decoding.readUint8(decoder);
}

/** A number of things to come; each takes at least a byte, so more than the rest is a lie. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos)
    throw new UnreadableUpdate('Promises more than it brings');
  return count;
}

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder);
  if (client >= 2 ** 32) throw new UnreadableUpdate('Not a client id');
  return client;
}

// As lib0 decodes it, byte order mark kept, so that lengths agree.
const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

function readText(decoder: decoding.Decoder): string {
  const length = readCount(decoder);
  const start = decoder.pos;
  skip(decoder, length);
  return utf8.decode(decoder.arr.subarray(start, decoder.pos));
}

function skipBytes(decoder: decoding.Decoder): void {
  skip(decoder, readCount(decoder));
}

function skip(decoder: decoding.Decoder, length: number): void {
  if (length > decoder.arr.length - decoder.pos) throw new UnreadableUpdate('Ends early');
  decoder.pos += length;
}
