/** New ids: 96 random bits in small letters and digits, safe in any address. */

import {randomBytes} from 'node:crypto';
import type {DocumentId, LabId, PersonId, TemplateId, VersionId} from '@samenspel/shared';

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

export function newId(): string {
  return randomBytes(12).toString('hex');
}
