/** New ids: 96 random bits in small letters and digits, safe in any address. */

import {randomBytes} from 'node:crypto';
import type {
  BlockId,
  CommentId,
  DocumentId,
  LabId,
  NewsId,
  PersonId,
  TemplateId,
  ThreadId,
  VersionId,
} from '@samenspel/shared';

export function newLabId(): LabId {
  return newId() as LabId;
}

export function newDocumentId(): DocumentId {
  return newId() as DocumentId;
}

export function newPersonId(): PersonId {
  return newId() as PersonId;
}

export function newTemplateId(): TemplateId {
  return newId() as TemplateId;
}

export function newVersionId(): VersionId {
  return newId() as VersionId;
}

export function newThreadId(): ThreadId {
  return newId() as ThreadId;
}

export function newCommentId(): CommentId {
  return newId() as CommentId;
}

export function newNewsId(): NewsId {
  return newId() as NewsId;
}

export function newBlockId(): BlockId {
  return newId() as BlockId;
}

export function newId(): string {
  return randomBytes(12).toString('hex');
}
