/** What we may truthfully say about the state of saving; every claim rests on an acknowledgement. */

import {type CloseReason, unreachable} from '@samenspel/shared';

export type SavedState =
  /** The text is not here yet. */
  | {readonly kind: 'joining'}
  /** Everything in front of you is on the server's disk. */
  | {readonly kind: 'saved'}
  | {readonly kind: 'saving'}
  | {readonly kind: 'offline'; readonly device: OnDevice}
  /** The server can't write to its disk now. */
  | {readonly kind: 'readonly'; readonly device: OnDevice}
  /** We may look, not write. */
  | {readonly kind: 'reader'}
  /** The server ended it, or the text doesn't fit this program: it won't come back by itself. */
  | {readonly kind: 'stopped'; readonly reason: StopReason};

/** outdated: the server has a newer program for us; what we wrote waits here for it. */
export type StopReason = CloseReason | 'unfitting' | 'outdated';
/** kept: all on this device's disk; keeping: on its way there; failed: this browser keeps nothing. */
export type OnDevice = 'kept' | 'keeping' | 'failed';

/** What has happened on the line and on the device so far. */
export interface Line {
  readonly access: 'write' | 'read';
  readonly phase: 'first' | 'open' | 'lost';
  /** The server's text is here, on this connection. */
  readonly synced: boolean;
  /** We told the server what it lacked, on this connection. */
  readonly answered: boolean;
  /** Content messages of this connection: sent, and known to be on disk. */
  readonly sent: number;
  readonly acked: number;
  readonly writable: boolean;
  /** Typed here and not acknowledged, over all connections. */
  readonly unsent: boolean;
  readonly device: OnDevice;
  readonly stopped: StopReason | null;
}

export type LineEvent =
  | {readonly type: 'opened'}
  | {readonly type: 'lost'}
  | {readonly type: 'synced'}
  | {readonly type: 'sent'; readonly answer: boolean}
  | {readonly type: 'acked'; readonly count: number}
  | {readonly type: 'writable'; readonly writable: boolean}
  | {readonly type: 'unsent'; readonly unsent: boolean}
  | {readonly type: 'device'; readonly device: OnDevice}
  | {readonly type: 'stopped'; readonly reason: StopReason};

export function newLine(access: Line['access']): Line {
  return {
    ...closed,
    access,
    phase: 'first',
    writable: true,
    unsent: false,
    device: 'kept',
    stopped: null,
  };
}

export function afterEvent(line: Line, event: LineEvent): Line {
  switch (event.type) {
    case 'opened':
      return {...line, ...closed, phase: 'open', writable: true};
    case 'lost':
      return {...line, ...closed, phase: 'lost'};
    case 'synced':
      return {...line, synced: true};
    case 'sent':
      return {...line, sent: line.sent + 1, answered: line.answered || event.answer};
    case 'acked':
      // Cumulative; a count beyond what we sent would be a claim about nothing.
      return {...line, acked: Math.min(line.sent, Math.max(line.acked, event.count))};
    case 'writable':
      return {...line, writable: event.writable};
    case 'unsent':
      return {...line, unsent: event.unsent};
    case 'device':
      return {...line, device: event.device};
    case 'stopped':
      return {...line, stopped: event.reason};
    default:
      return unreachable(event);
  }
}

export function savedState(line: Line): SavedState {
  if (line.stopped) return {kind: 'stopped', reason: line.stopped};
  if (line.phase === 'lost') return {kind: 'offline', device: line.device};
  if (!line.synced) return {kind: line.unsent ? 'saving' : 'joining'};
  if (!line.writable) return {kind: 'readonly', device: line.device};
  if (line.access === 'read') return {kind: 'reader'};
  return {kind: isSaved(line) ? 'saved' : 'saving'};
}

function isSaved(line: Line): boolean {
  return line.answered && line.acked === line.sent && !line.unsent;
}

const closed = {synced: false, answered: false, sent: 0, acked: 0} as const;
