/** The door to live documents: what the rest of the server may ask of them. */

import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import type {DocumentId, Notice, PersonId, Seq} from '@samenspel/shared';
import type {Sender} from './room-writing.ts';

export interface Sync {
  /** The one in which clients must be; another after every restore. */
  readonly epoch: number;
  /** Takes over a WebSocket upgrade for `/sync/{documentId}`; answers every case itself. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells everybody in a document that something beside the text changed. */
  notify(documentId: DocumentId, notice: Notice): void;
  /**
   * Brings an edit that no connection brought into a document, which perhaps nobody has open. Resolves
   * with its journal position once it is on disk and shown; null when it changed nothing.
   * @throws AppError 'unavailable' when it can't be written now, 'too_large' when the document is full
   */
  edit(documentId: DocumentId, update: Uint8Array, sender: Sender): Promise<Seq | null>;
  /** Who has the document open, each person once, in order of arrival. */
  present(documentId: DocumentId): readonly PersonId[];
  /** This person is called otherwise: told where they are, in carets too. */
  renamed(personId: PersonId, name: string): void;
  /** Ends the connections that a signed-out session opened (4401). */
  signedOut(sessionId: string): void;
  /** Looks again at the right of everybody in a document, and ends what is no longer allowed. */
  recheck(documentId: DocumentId): void;
  /** The same for one person, in every document that they have open. */
  recheckPerson(personId: PersonId): void;
  /** Ends every connection to a document that is gone for good (4404). */
  deleted(documentId: DocumentId): void;
  /** Whether appends work now. */
  writable(): boolean;
  /** Takes no new connections, puts what has arrived on disk, tells clients to come back. */
  close(): Promise<void>;
}
