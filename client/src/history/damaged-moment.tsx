/** A moment that was lost on the server's disk, with the way to the nearest one that was not. */

import {type DocumentId, parseSeq, type Seq} from '@samenspel/shared';
import {Link} from 'wouter';
import {ApiError, field} from '../api.ts';
import {Message} from '../ui/message.tsx';
import {history as words} from '../words/index.ts';
import {momentPath} from './moment-path.ts';

export interface DamagedMomentProps {
  readonly documentId: DocumentId;
  /** null: none of them can be read. */
  readonly nearest: Seq | null;
}

export function DamagedMoment({documentId, nearest}: DamagedMomentProps) {
  return (
    <Message
      kind="trouble"
      action={
        nearest === null ? null : (
          <Link href={momentPath(documentId, nearest)} className="button">
            {words.nearest}
          </Link>
        )
      }
    >
      {words.damaged}
    </Message>
  );
}

/** The moment that the server named; null when it named none. */
export function nearestOf(error: unknown): Seq | null {
  return error instanceof ApiError ? parseSeq(field(error.details, 'nearest')) : null;
}
