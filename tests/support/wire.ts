/** Real sockets against a real server: stock y-websocket providers, and bare ones for everything else. */

import {readConfig} from '@samenspel/server/config.ts';
import type {Logger} from '@samenspel/server/logger.ts';
import {readSeedOptions, seed} from '@samenspel/server/seed/seed.ts';
import {startServer} from '@samenspel/server/server.ts';
import {decodeFrame, encodeFrame, type Frame} from '@samenspel/shared';
import {onTestFinished} from 'vitest';
import WebSocket from 'ws';
import {WebsocketProvider} from 'y-websocket';
import * as Y from 'yjs';
import {temporaryFolder} from './store.ts';

export interface SeededPerson {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
}

export interface WireServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly folder: string;
  readonly people: readonly SeededPerson[];
  readonly documentIds: readonly string[];
  /** What was logged: messages with their facts. */
  readonly logged: readonly {readonly message: string; readonly facts: object}[];
  close(): Promise<void>;
}

/** A server in this process with a seeded lab; closed when the test ends. */
export async function wireServer(
  arrange: {
    people?: number;
    documents?: number;
    words?: number;
    role?: string;
    folder?: string;
    /** Limits and the like. */
    environment?: Record<string, string>;
  } = {},
): Promise<WireServer> {
  const {people = 2, documents = 1, words = 0, role = 'member', environment = {}} = arrange;
  const folder = arrange.folder ?? (await temporaryFolder());
  const argv = ['--people', people, '--documents', documents, '--words', words, '--role', role];
  const seeded = JSON.parse(
    await seed(readSeedOptions([...argv.map(String), '--data', folder, '--json'], {})),
  ) as {people: SeededPerson[]; documents: {id: string}[]};
  const config = readConfig(['--port', '0', '--data', folder, '--no-example'], environment);
  const logged: {message: string; facts: object}[] = [];
  const log: Logger['info'] = (facts, message) => void logged.push({message, facts});
  const server = await startServer(config, {info: log, warn: log, error: log});
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= server.close());
  onTestFinished(close);
  const url = /http:\/\/\S+/.exec(server.greeting.join('\n'))?.[0] ?? '';
  const documentIds = seeded.documents.map(({id}) => id);
  return {url, folder, people: seeded.people, documentIds, logged, close};
}

/** A stock provider with its own document. */
export function stockClient(
  server: {readonly url: string},
  person: SeededPerson,
  documentId: string,
  {doc = new Y.Doc(), params = {}}: {doc?: Y.Doc; params?: Record<string, string>} = {},
) {
  class Signed extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, {headers: {cookie: person.cookie}});
    }
  }
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/sync`,
    documentId,
    doc,
    {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
      params,
    },
  );
  // It would complain in the log about the frames that are ours.
  for (const ours of [4, 5]) provider.messageHandlers[ours] = () => undefined;
  onTestFinished(() => provider.destroy());
  return {doc, provider, text: () => textOf(doc), type: (words: string) => type(doc, words)};
}

/** Puts a paragraph at the end. */
export function type(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('default').push([paragraph]);
}

/** The paragraphs' text, joined by a bar. */
export function textOf(doc: Y.Doc): string {
  return doc
    .getXmlFragment('default')
    .toArray()
    .map((node) => (node instanceof Y.XmlElement ? node.toArray().join('') : String(node)))
    .join('|');
}

export interface BareSocket {
  readonly frames: readonly Frame[];
  /** The close code, once closed. */
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  /** Hands on what was heard before, and everything from now on. */
  onFrame(listener: (frame: Frame) => void): void;
  send(frame: Frame | Uint8Array | string): void;
  /** How many content messages are acknowledged. */
  saved(): number;
}

/** A hand-made client: sends what it is told and writes down what it hears. */
export async function bareSocket(
  server: {readonly url: string},
  path: string,
  headers: Record<string, string>,
): Promise<BareSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, {headers});
  const frames: Frame[] = [];
  const listeners: ((frame: Frame) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = decodeFrame(new Uint8Array(data));
    frames.push(frame);
    for (const listener of listeners) listener(frame);
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    ...{frames, closed, socket},
    onFrame(listener) {
      for (const frame of frames) listener(frame);
      listeners.push(listener);
    },
    send: (frame) =>
      socket.send(
        typeof frame === 'string' || frame instanceof Uint8Array ? frame : encodeFrame(frame),
      ),
    saved: () => frames.reduce((last, frame) => (frame.type === 'saved' ? frame.count : last), 0),
  };
}
