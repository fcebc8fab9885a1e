/** What is folded in each document on this device. */

import type {DocumentId} from '@samenspel/shared';
import {keepSetting, readSetting} from '../ui/device-setting.ts';

type Kept = readonly (readonly [string, readonly string[]])[];

const setting = 'folded';
/** The documents one was in lately; those before them open unfolded again. */
const maxDocuments = 20;

export function foldedHere(documentId: DocumentId): readonly string[] {
  return kept().find(([id]) => id === documentId)?.[1] ?? [];
}

export function keepFolded(documentId: DocumentId, folded: readonly string[]): void {
  const others = kept().filter(([id]) => id !== documentId);
  const mine = folded.length > 0 ? [[documentId, folded] as const] : [];
  keepSetting(setting, [...mine, ...others].slice(0, maxDocuments));
}

function kept(): Kept {
  const value = readSetting(setting);
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is Kept[number] {
  if (!Array.isArray(value)) return false;
  const [id, folded] = value as readonly unknown[];
  const isList = Array.isArray(folded) && folded.every((one) => typeof one === 'string');
  return typeof id === 'string' && isList;
}
