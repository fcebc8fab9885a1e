/** The number of the document schema; a client of another number must not touch a document. */

export const SCHEMA_VERSION = 2;
