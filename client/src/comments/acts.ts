/** What one can do with threads and comments; afterwards the thread is asked for again. */

import {useMutation, useQueryClient} from '@tanstack/react-query';
import {
  type AskedAnchor,
  type CommentId,
  type DocumentId,
  type MadeKind,
  type ReactionKind,
  type SaidView,
  type ThreadId,
  unreachable,
} from '@samenspel/shared';
import {ask, type Method} from '../api.ts';
import type {Letter} from '../sync/device.ts';
import {lookAgain} from './look-again.ts';

/** Something to be done with a thread, or with a comment in it. The same key twice is done once. */
export type Act = {readonly thread: ThreadId} & Deed;

type Deed =
  | {readonly do: 'handle'; readonly words: string; readonly key: string}
  | {readonly do: 'reopen'; readonly key: string}
  | {readonly do: 'hide'; readonly reason: string}
  | {readonly do: 'show'}
  | {readonly do: 'attach'; readonly anchor: AskedAnchor}
  | {
      readonly do: 'turn';
      readonly kind: MadeKind;
      readonly title: string;
      readonly key: string;
    }
  | {readonly do: 'edit'; readonly comment: CommentId; readonly words: string}
  | {readonly do: 'withdraw'; readonly comment: CommentId}
  | {readonly do: 'take'; readonly comment: CommentId}
  | {
      readonly do: 'react';
      readonly comment: CommentId;
      readonly kind: ReactionKind;
      readonly isOn: boolean;
    };

export function useAct(documentId: DocumentId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => {
      const {method, path, json} = requestFor(act);
      return ask<unknown>(method, `/documents/${documentId}${path}`, json);
    },
    // Also when it failed: somebody may have been earlier.
    onSettled: (_answer, _error, {thread}) => lookAgain(queries, documentId, [thread]),
    // It holds words that may be withdrawn a moment later.
    gcTime: 0,
  });
}

/** Says something; the same letter twice is one comment. */
export function sendLetter({documentId, target, words, proposal, key}: Letter): Promise<SaidView> {
  const base = `/documents/${documentId}/threads`;
  switch (target.to) {
    case 'text':
      return ask('POST', base, {anchor: target.anchor, words, proposal, key});
    case 'thread':
      return ask('POST', `${base}/${target.id}/comments`, {words, proposal, key});
    default:
      return unreachable(target);
  }
}

interface Request {
  readonly method: Method;
  readonly path: string;
  readonly json?: unknown;
}

function requestFor(act: Act): Request {
  const post = (path: string, json: unknown = {}): Request => ({method: 'POST', path, json});
  switch (act.do) {
    case 'handle':
      return post(`/threads/${act.thread}/handle`, {words: act.words, key: act.key});
    case 'reopen':
      return post(`/threads/${act.thread}/reopen`, {words: '', key: act.key});
    case 'hide':
      return post(`/threads/${act.thread}/hide`, {reason: act.reason});
    case 'show':
      return post(`/threads/${act.thread}/show`);
    case 'attach':
      return post(`/threads/${act.thread}/attach`, {anchor: act.anchor});
    case 'turn':
      return post(`/threads/${act.thread}/turn-into`, {
        ...{kind: act.kind, title: act.title, key: act.key},
      });
    case 'edit':
      return {method: 'PATCH', path: `/comments/${act.comment}`, json: {words: act.words}};
    case 'withdraw':
      return {method: 'DELETE', path: `/comments/${act.comment}`};
    case 'take':
      return post(`/comments/${act.comment}/take-over`);
    case 'react':
      return {
        method: act.isOn ? 'PUT' : 'DELETE',
        path: `/comments/${act.comment}/reactions/${act.kind}`,
      };
    default:
      return unreachable(act);
  }
}
