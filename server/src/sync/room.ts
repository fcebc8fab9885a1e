/** The one authority over one live document: puts what arrives on disk, then shows it to everyone. */

import {
  type ClientId,
  type DocumentId,
  encodeFrame,
  type Notice,
  type PersonId,
  type Seq,
  unreachable,
} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import {AppError} from '../errors.ts';
import type {Claims, Journal} from '../journal/journal.ts';
import {broadcast} from './broadcast.ts';
import type {Guest} from './guest.ts';
import {BrokenDocument, type LiveDocument} from './live-document.ts';
import {openOutage} from './outage.ts';
import {openSeat, type Seat} from './seat.ts';
import {openRoomPresence} from './room-presence.ts';
import {openRoomText} from './room-text.ts';
import {openRoomWriting, type NewWriting, type Sender, type Verdict} from './room-writing.ts';

export interface Room {
  readonly documentId: DocumentId;
  /** Who owns which client id, as far as this room knows. */
  readonly owners: Map<ClientId, PersonId>;
  join(guest: Guest): void;
  leave(guest: Guest): void;
  /** A step 1: answered with what the guest lacks, once that is on disk. */
  ask(guest: Guest, stateVector: Uint8Array): void;
  /** A content message; `answers` when it is a step 2. */
  write(guest: Guest, update: Uint8Array, answers: boolean): void;
  /**
   * An edit that no connection brought, such as putting back an earlier moment. Resolves with its
   * journal position once it is on disk and shown; null when everything in it was here already.
   * @throws AppError 'unavailable' when it can't be written now, 'too_large' when the document is full
   */
  edit(update: Uint8Array, sender: Sender): Promise<Seq | null>;
  /** An awareness update. @throws Error when it is none */
  appear(guest: Guest, update: Uint8Array): void;
  askPresence(guest: Guest): void;
  /** Somebody in it is called otherwise from now on. */
  renamed(guest: Guest): void;
  notify(notice: Notice): void;
  /** Whether its text is in encoded form, because nobody writes. */
  resting(): boolean;
  /** In order of arrival. */
  guests(): readonly Guest[];
  /** Appends fail elsewhere: drops what is written until they work again. */
  suspend(): void;
  /** Resolves when everything that has arrived is on disk, or can't be put there. */
  settled(): Promise<void>;
  /** Frees the document; nothing may be asked of the room afterwards. */
  close(): void;
}

export interface RoomDeps {
  readonly documentId: DocumentId;
  readonly journal: Journal;
  readonly claims: Claims;
  readonly clock: Clock;
  /** All claims of the document; the room adds to them. */
  readonly owners: Map<ClientId, PersonId>;
  /** How long nobody has to write before the text rests in encoded form; 0 means never. */
  readonly restMs: number;
  /** Reads the document from its journal. */
  readonly open: () => Promise<LiveDocument>;
  /** Something that no guest can be blamed for; the room has sent everybody away to try again. */
  readonly onError: (error: unknown) => void;
  /** Appends began to fail. */
  readonly onUnwritable: (cause: unknown) => void;
  /** Appends work again. */
  readonly onRecovered: () => void;
}

type Item =
  | {readonly kind: 'join'; readonly guest: Guest}
  | {readonly kind: 'ask'; readonly guest: Guest; readonly stateVector: Uint8Array}
  | {
      readonly kind: 'write';
      readonly guest: Guest;
      readonly update: Uint8Array;
      readonly answers: boolean;
    }
  | {readonly kind: 'appear'; readonly guest: Guest; readonly update: Uint8Array}
  | {
      readonly kind: 'edit';
      readonly update: Uint8Array;
      readonly sender: Sender;
      readonly done: PromiseWithResolvers<Seq | null>;
    }
  | {readonly kind: 'recovered'};

/** What a turn applied, and who is to hear of it. */
interface Applied extends NewWriting {
  readonly item: Item;
  readonly guest: Guest | null;
  readonly cleaned: boolean;
}

const longestPauseMs = 50;

/**
 * Works in turns: takes everything that has arrived, applies it, appends it in one go, and only then
 * shows it, acknowledges it and answers questions. So nothing is ever seen that is not on disk, and
 * under load turns, and with them sends, grow larger instead of more.
 */
export async function openRoom(deps: RoomDeps): Promise<Room> {
  const {documentId, journal, claims, clock, owners} = deps;
  const text = await openRoomText(deps);
  const outage = openOutage(journal, clock, () => put({kind: 'recovered'}));
  const seats = new Map<Guest, Seat>();
  /** Edits whose callers wait for what becomes of them. */
  const edits = new Set<PromiseWithResolvers<Seq | null>>();
  const presence = openRoomPresence(clock, owners, () => seats.keys());
  const writing = openRoomWriting({
    ...{documentId, journal, claims, clock, owners, text, outage},
    onUnwritable: unwritable,
    onGone() {
      for (const guest of seats.keys()) guest.close('notFound', 'the document is gone');
    },
  });
  let inbox: Item[] = [];
  let working: Promise<void> | null = null;
  let closed = false;

  function put(item: Item): void {
    if (closed) return;
    inbox.push(item);
    working ??= work().finally(() => (working = null));
  }

  async function work(): Promise<void> {
    // Everything that the current turn of the event loop brings goes into one turn of the room.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (inbox.length > 0 && !closed) {
        const batch = inbox;
        inbox = [];
        const busyMs = await turn(batch);
        if (busyMs >= 1) await pause(Math.min(busyMs, longestPauseMs));
      }
    } catch (error) {
      for (const guest of seats.keys()) guest.close('tryLater', 'the document could not be read');
      giveUp();
      deps.onError(error);
    }
  }

  /** Resolves with the milliseconds that showing it took. */
  async function turn(batch: readonly Item[]): Promise<number> {
    const {done, written, broken} = await apply(batch);
    const seqs = await writing.append(written);
    // What was applied and couldn't be appended must not stay.
    if (!seqs || broken) await text.reopen();
    const started = clock.elapsed();
    if (seqs) broadcast(written, [...seats.keys()]);
    const seqOf = new Map(written.map(({item}, index) => [item, seqs?.[index] ?? null]));
    const acknowledged = new Set<Seat>();
    for (const {item, verdict} of done) {
      const outcome = seqs ? verdict : dropped(verdict);
      if (item.kind === 'edit') answerEdit(item.done, outcome, seqOf.get(item) ?? null);
      else settle(item, outcome, acknowledged);
    }
    for (const seat of acknowledged) seat.acknowledge();
    return clock.elapsed() - started;
  }

  /** Applies what it may; what comes after a document broke is left for the next turn. */
  async function apply(batch: readonly Item[]) {
    const done: {item: Item; verdict: Verdict | null}[] = [];
    const written: Applied[] = [];
    for (const [index, item] of batch.entries()) {
      if (item.kind === 'recovered') outage.end();
      if ('guest' in item && !seats.has(item.guest)) continue;
      if (item.kind === 'appear') await appear(item.guest, item.update);
      if (item.kind !== 'write' && item.kind !== 'edit') {
        done.push({item, verdict: null});
        continue;
      }
      const guest = item.kind === 'write' ? item.guest : null;
      const sender = item.kind === 'write' ? senderOf(item.guest) : item.sender;
      try {
        const verdict = await writing.ingest(item.update, sender);
        done.push({item, verdict});
        if (verdict.kind === 'fresh') written.push({...verdict, item, guest, sender});
      } catch (error) {
        if (!(error instanceof BrokenDocument)) throw error;
        done.push({item, verdict: {kind: 'refused', reason: 'refused', why: error.message}});
        inbox = [...batch.slice(index + 1), ...inbox];
        return {done, written, broken: true};
      }
    }
    return {done, written, broken: false};
  }

  async function appear(guest: Guest, update: Uint8Array): Promise<void> {
    try {
      await presence.claimAndReceive(guest, update, (clientIds) =>
        writing.claim(clientIds, guest.person.id),
      );
    } catch {
      guest.close('refused', 'an awareness update that is none');
    }
  }

  function settle(
    item: Exclude<Item, {kind: 'edit'}>,
    verdict: Verdict | null,
    acknowledged: Set<Seat>,
  ): void {
    if (item.kind === 'recovered') return welcomeBack();
    const seat = seats.get(item.guest);
    if (!seat) return;
    switch (item.kind) {
      case 'join':
        if (outage.active) seat.send({type: 'notice', notice: {kind: 'readonly'}});
        seat.ask(text.readable().stateVector());
        return presence.greet(item.guest);
      case 'ask':
        return answer(item.guest, item.stateVector);
      case 'write':
        if (verdict && seat.settle(verdict, item.answers, text.readable())) acknowledged.add(seat);
        return;
      case 'appear':
        return;
      default:
        return unreachable(item);
    }
  }

  function giveUp(): void {
    for (const edit of edits) edit.reject(new AppError('unavailable'));
  }

  function answer(guest: Guest, stateVector: Uint8Array): void {
    try {
      guest.answer(encodeFrame({type: 'step2', update: text.readable().lackedBy(stateVector)}));
    } catch {
      guest.close('refused', 'a state vector that is none');
    }
  }

  function unwritable(cause: unknown, bytes: number): void {
    if (outage.active || closed) return;
    suspend(bytes);
    deps.onUnwritable(cause);
  }

  function suspend(bytes: number): void {
    if (outage.active || closed) return;
    outage.begin(bytes);
    for (const seat of seats.values()) seat.send({type: 'notice', notice: {kind: 'readonly'}});
  }

  /** Asks everybody for what was dropped. */
  function welcomeBack(): void {
    deps.onRecovered();
    for (const seat of seats.values()) {
      seat.send({type: 'notice', notice: {kind: 'writable'}});
      seat.ask(text.readable().stateVector());
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => clock.after(ms, resolve));
  }

  return {
    documentId,
    owners,
    join(guest) {
      seats.set(guest, openSeat(guest));
      presence.join(guest);
      put({kind: 'join', guest});
    },
    leave(guest) {
      seats.delete(guest);
      presence.leave(guest);
    },
    ask: (guest, stateVector) => put({kind: 'ask', guest, stateVector}),
    edit(update, sender) {
      const done = Promise.withResolvers<Seq | null>();
      edits.add(done);
      put({kind: 'edit', update, sender, done});
      if (closed) giveUp();
      return done.promise.finally(() => edits.delete(done));
    },
    write: (guest, update, answers) => put({kind: 'write', guest, update, answers}),
    appear(guest, update) {
      if (!presence.receive(guest, update)) put({kind: 'appear', guest, update});
    },
    askPresence: (guest) => presence.greet(guest),
    renamed: (guest) => presence.renamed(guest),
    notify(notice) {
      for (const seat of seats.values()) seat.send({type: 'notice', notice});
    },
    resting: () => text.resting(),
    guests: () => [...seats.keys()],
    suspend: () => suspend(0),
    async settled() {
      while (working) await working;
    },
    close() {
      closed = true;
      giveUp();
      outage.stop();
      presence.close();
      text.close();
    },
  };
}

/** What was judged new or known rests on content that did not reach the disk. */
function dropped(verdict: Verdict | null): Verdict | null {
  return verdict?.kind === 'fresh' || verdict?.kind === 'known' ? {kind: 'dropped'} : verdict;
}

function senderOf({person, clientId, mayWrite}: Guest): Sender {
  return {personId: person.id, clientId, mayWrite: mayWrite(), kind: 'edit'};
}

function answerEdit(
  done: PromiseWithResolvers<Seq | null>,
  verdict: Verdict | null,
  seq: Seq | null,
): void {
  if (verdict?.kind === 'fresh' || verdict?.kind === 'known') return done.resolve(seq);
  const isTooLarge = verdict?.kind === 'refused' && verdict.reason === 'tooLarge';
  done.reject(new AppError(isTooLarge ? 'too_large' : 'unavailable'));
}
