/** One open document: its text, its line to the server, its copy on this device, the truth about both. */

import {
  closeReason,
  type DocumentId,
  isTerminal,
  type Notice,
  type PersonId,
  SCHEMA_VERSION,
  schemaInClose,
} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import type {Awareness} from 'y-protocols/awareness';
import {WebsocketProvider} from 'y-websocket';
import * as Y from 'yjs';
import {countingSocket} from './counting-socket.ts';
import {handleFrames} from './frames.ts';
import {watchSchema} from './guard.ts';
import {openLedger} from './ledger.ts';
import {type LocalCopy, openLocalCopy} from './local-copy.ts';
import {rescueOtherEpochs} from './other-epochs.ts';
import {openRemoteBatch} from './remote-batch.ts';
import {
  discardSignedOutRescues,
  keepRescue,
  rescueAgain,
  type RescueReason,
  textWith,
} from './rescue.ts';
import {
  afterEvent,
  type LineEvent,
  newLine,
  type SavedState,
  savedState,
  type StopReason,
} from './saved.ts';
import {type World, world as browser} from './world.ts';

export interface DocumentSession {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** What is true now; the same object until something changes. */
  snapshot(): SessionSnapshot;
  /** Client ids of before a reload, under which something was unsent when it was opened. */
  earlierIds(): readonly number[];
  /** Calls back after every change of the snapshot; returns its stop. */
  watch(listener: () => void): () => void;
  /** Ends it; the line stays open a little longer while something is unsent. */
  close(): void;
}

export interface SessionSnapshot {
  readonly saved: SavedState;
  /** The server's text is here, and it tells what happens from now on. */
  readonly live: boolean;
  /** The text is here and may be shown. */
  readonly ready: boolean;
  /** Something typed here is not on the server's disk. */
  readonly unsent: boolean;
  /** Unsent words are on their way to a rescue copy: not the moment to leave. */
  readonly rescuing: boolean;
  /** Words that could be kept nowhere, to be copied by hand; null when there are none. */
  readonly homeless: string | null;
}

export interface SessionOptions {
  readonly documentId: DocumentId;
  readonly personId: PersonId;
  /** In which the server said it was; it refuses a line from another. */
  readonly epoch: number;
  /** What the document is called, for a rescue copy. */
  readonly title: () => string;
  readonly access: 'write' | 'read';
  readonly onNotice: (notice: Notice) => void;
  /** `ws(s)://host/sync` */
  readonly syncUrl: string;
  readonly world?: World;
  readonly copy?: LocalCopy;
}

/** How long a closed session waits for the acknowledgement of what was just typed. */
const lingerMs = 10_000;
/** A line that owes us an acknowledgement for so long is taken for lost. */
const silenceMs = 15_000;

const fromDevice = {kind: 'device'} as const;

export function openSession(options: SessionOptions): DocumentSession {
  const {documentId, personId, epoch, access, world = browser} = options;
  rescueAgain(personId);
  const doc = new Y.Doc();
  const root = doc.getXmlFragment(ROOT_NAME);
  const listeners = new Set<() => void>();

  let line = newLine(access);
  let ready = false;
  let rescuing = false;
  let homeless: string | null = null;
  let phase: 'open' | 'closing' | 'closed' = 'open';
  let stopLingering = () => {};
  let stopWaiting: (() => void) | null = null;

  const copy = options.copy ?? openLocalCopy({personId, documentId, epoch});
  const ledger = openLedger(copy, account);
  let current = draw();

  // Before anything reaches the document, and before an editor is bound to it.
  const unguard = watchSchema(doc, () => stop('unfitting'));

  const provider = new WebsocketProvider(options.syncUrl, documentId, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: countingSocket(world.WebSocket, access, (kind) => {
      happened({type: 'sent', answer: kind === 'step2'});
      if (kind === 'step2') ledger.carried(line.sent);
      awaitAnswer();
    }),
    shouldReconnect: ({code}) => !isTerminal(code),
  });
  const batch = openRemoteBatch({doc, origin: provider, now: world.now, after: world.after});

  handleFrames(provider, batch, {
    onSaved(count) {
      happened({type: 'acked', count});
      ledger.saved(line.acked);
      stopWaiting?.();
      stopWaiting = null;
      if (line.acked < line.sent) awaitAnswer();
      account();
    },
    onNotice(notice) {
      if (notice.kind === 'readonly' || notice.kind === 'writable')
        happened({type: 'writable', writable: notice.kind === 'writable'});
      else options.onNotice(notice);
    },
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === fromDevice || line.stopped) return;
    if (origin === provider) return ledger.heard(update);
    if (access === 'read') return;
    // The provider heard of it first: if a line is open, its last message carries this.
    const isCarried = provider.wsconnected && provider.ws?.readyState === world.WebSocket.OPEN;
    ledger.typed(update, doc.clientID, isCarried ? line.sent : null);
    account();
  });
  provider.on('status', ({status}) => {
    if (status === 'connected') happened({type: 'opened'});
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    ready = true;
    happened({type: 'synced'});
    leaveOtherEpochs();
  });
  provider.on('connection-close', () => {
    batch.flush();
    ledger.lineLost();
    stopWaiting?.();
    stopWaiting = null;
    claimIds();
    happened({type: 'lost'});
  });
  provider.on('closed', ({code, reason}) => stop(stopReason(code, reason)));

  const unlisten = world.watchNetwork({
    gone: () => reconnect(),
    back: () => {
      if (!provider.ws) reconnect();
    },
  });
  void start();

  return {
    doc,
    awareness: provider.awareness,
    snapshot: () => current,
    earlierIds: () => ledger.writers(),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (phase !== 'open') return;
      phase = 'closing';
      provider.awareness.setLocalState(null);
      if (!line.unsent || line.phase !== 'open' || line.stopped) return end();
      stopLingering = world.after(lingerMs, end);
    },
  };

  async function start(): Promise<void> {
    const updates = await ledger.load();
    if (phase === 'closed' || line.stopped) return;
    const apply = () => updates.forEach((update) => Y.applyUpdate(doc, update, fromDevice));
    Y.transact(doc, apply, fromDevice, false);
    if (isStopped()) return;
    // The right to write went while something was unsent: sending it could only end the line.
    if (access === 'read' && ledger.unsent().length > 0) await rescue('rightWithdrawn');
    if (phase !== 'open') return;
    ready = updates.length > 0;
    claimIds();
    provider.connect();
    account();
  }

  /** So that the server knows whose words these are, those from before a reload included. */
  function claimIds(): void {
    const ids = new Set([doc.clientID, ...(access === 'write' ? ledger.writers() : [])]);
    provider.params = {
      schema: String(SCHEMA_VERSION),
      client: [...ids].join(','),
      epoch: String(epoch),
    };
  }

  /** Only now that the server has let us in, it is sure that the others are over. */
  function leaveOtherEpochs(): void {
    const others = {personId, documentId, epoch, title: options.title(), at: world.now()};
    // What fails stays on the device as it is, and is tried again with the next line.
    rescueOtherEpochs(others).catch(() => undefined);
  }

  /** Ends what may be a dead line at once, and tries without waiting; a browser may be wrong about both. */
  function reconnect(): void {
    if (line.stopped || phase !== 'open') return;
    provider.disconnect();
    provider.wsUnsuccessfulReconnects = 0;
    provider.connect();
  }

  function awaitAnswer(): void {
    stopWaiting ??= world.after(silenceMs, () => {
      stopWaiting = null;
      // While the server can't write it answers nothing, and the line is as good as any.
      if (line.writable) reconnect();
    });
  }

  function stop(reason: StopReason): void {
    if (line.stopped) return;
    happened({type: 'stopped', reason});
    // First of all nothing may leave any more: an editor may be about to delete what it doesn't know.
    provider.destroy();
    void (reason === 'outdated' ? keepForNewer() : rescue(reason));
    end();
  }

  /** The newer program finds the copy of this one and sends what is unsent in it. */
  async function keepForNewer(): Promise<void> {
    rescuing = true;
    refresh();
    await ledger.settled();
    if (ledger.unsent().length > 0 && ledger.onDevice() !== 'kept')
      homeless = textWith(root, ledger.unsent());
    rescuing = false;
    refresh();
  }

  /** Unsent words to a place of their own, then, unless they can still be sent, the copy away. */
  async function rescue(reason: RescueReason): Promise<void> {
    const updates = ledger.unsent();
    const text = textWith(root, updates);
    rescuing = true;
    refresh();
    try {
      if (updates.length > 0) {
        const update = Y.mergeUpdates([...updates]);
        const at = world.now();
        await keepRescue({personId, documentId, title: options.title(), reason, at, text, update});
      }
      // Who signs in again goes on where they were.
      if (reason !== 'signedOut') await ledger.clear();
    } catch {
      homeless = text;
    }
    rescuing = false;
    refresh();
  }

  function end(): void {
    if (phase === 'closed') return;
    phase = 'closed';
    stopLingering();
    stopWaiting?.();
    unlisten();
    unguard();
    batch.flush();
    batch.close();
    provider.destroy();
    // A stopped text stays on the screen until the person goes on.
    if (!line.stopped) doc.destroy();
  }

  /** Compares with the ledger; the words of the state rest on it. */
  function account(): void {
    const unsent = ledger.unsent().length > 0;
    const device = ledger.onDevice();
    if (line.unsent && !unsent && ledger.writers().length > 0)
      void discardSignedOutRescues(personId, documentId).catch(() => undefined);
    if (line.unsent !== unsent) line = afterEvent(line, {type: 'unsent', unsent});
    if (line.device !== device) line = afterEvent(line, {type: 'device', device});
    refresh();
    if (phase === 'closing' && !unsent) end();
  }

  function happened(event: LineEvent): void {
    line = afterEvent(line, event);
    refresh();
  }

  function isStopped(): boolean {
    return line.stopped !== null;
  }

  function draw(): SessionSnapshot {
    return {
      ...{saved: savedState(line), live: line.synced && !line.stopped, ready},
      ...{unsent: line.unsent, rescuing, homeless},
    };
  }

  function refresh(): void {
    const next = draw();
    if (isSame(current, next)) return;
    current = next;
    listeners.forEach((listener) => listener());
  }
}

/** Who is older than the server only needs its newer program; who is newer holds what it can't read. */
function stopReason(code: number, text: string): StopReason {
  const reason = closeReason(code) ?? 'refused';
  const theirs = reason === 'otherSchema' ? schemaInClose(text) : null;
  return theirs !== null && theirs > SCHEMA_VERSION ? 'outdated' : reason;
}

function isSame(a: SessionSnapshot, b: SessionSnapshot): boolean {
  return (
    a.ready === b.ready &&
    a.unsent === b.unsent &&
    a.rescuing === b.rescuing &&
    a.live === b.live &&
    a.homeless === b.homeless &&
    JSON.stringify(a.saved) === JSON.stringify(b.saved)
  );
}
