/** Branded ids and the one parser of each: inside the house an id is known to be well formed. */

export type LabId = string & {readonly brand: 'LabId'};
export type DocumentId = string & {readonly brand: 'DocumentId'};
/** A lab's own template. */
export type TemplateId = string & {readonly brand: 'TemplateId'};
export type PersonId = string & {readonly brand: 'PersonId'};
/** The id of a task, goal, action or agreement inside a text; survives moving and retitling. */
export type BlockId = string & {readonly brand: 'BlockId'};
/** A moment that somebody gave a name. */
export type VersionId = string & {readonly brand: 'VersionId'};
/** The id that one Yjs document instance writes under; unsigned 32 bit. */
export type ClientId = number & {readonly brand: 'ClientId'};
/** A position in one document's journal: 0 is the empty document, 1 its first entry. */
export type Seq = number & {readonly brand: 'Seq'};

/** Before the first entry: the empty document. */
export const beginning = 0 as Seq;

const pattern = /^[A-Za-z0-9_-]{6,64}$/;

/** The id, or null when the text cannot be one. */
export function parseLabId(text: string): LabId | null {
  return pattern.test(text) ? (text as LabId) : null;
}

/** The id, or null when the text cannot be one. */
export function parseDocumentId(text: string): DocumentId | null {
  return pattern.test(text) ? (text as DocumentId) : null;
}

/** The id, or null when the text cannot be one. */
export function parsePersonId(text: string): PersonId | null {
  return pattern.test(text) ? (text as PersonId) : null;
}

/** The id, or null when the text cannot be one. */
export function parseTemplateId(text: string): TemplateId | null {
  return pattern.test(text) ? (text as TemplateId) : null;
}

/** The id, or null when the text cannot be one. */
export function parseVersionId(text: string): VersionId | null {
  return pattern.test(text) ? (text as VersionId) : null;
}

/** The id, or null when the value is no unsigned 32 bit integer. */
export function parseClientId(value: unknown): ClientId | null {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < 2 ** 32
    ? (number as ClientId)
    : null;
}

/** The position, or null when the value is no whole number from 0 up. */
export function parseSeq(value: unknown): Seq | null {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
    ? (number as Seq)
    : null;
}
