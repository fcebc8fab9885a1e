/**
 * What happened and what to do, in place: a quiet note, good news, or trouble. Trouble announces
 * itself; the others are announced by a live region that was there before them.
 */

import type {ReactNode} from 'react';
import {Check, Info, TriangleAlert} from 'lucide-react';
import {general, sentenceFor} from '../words/index.ts';
import {failureOf} from '../api.ts';
import {Button} from './button.tsx';
import './message.css';

export type MessageKind = 'info' | 'good' | 'trouble';

const icons = {info: Info, good: Check, trouble: TriangleAlert} as const;

export interface MessageProps {
  readonly kind?: MessageKind;
  readonly children: ReactNode;
  /** Stands after the words: one button or link. */
  readonly action?: ReactNode;
}

export function Message({kind = 'info', children, action}: MessageProps) {
  const Icon = icons[kind];
  return (
    <div className={`message message-${kind}`} {...(kind === 'trouble' ? {role: 'alert'} : {})}>
      <Icon size={20} aria-hidden />
      <div className="message-body">
        <div className="message-words">{children}</div>
        {action}
      </div>
    </div>
  );
}

/** A failure in words, with a way to try again when that can help. */
export function Trouble({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <Message
      kind="trouble"
      action={onRetry ? <Button onPress={onRetry}>{general.retry}</Button> : null}
    >
      {sentenceFor(failureOf(error))}
    </Message>
  );
}
