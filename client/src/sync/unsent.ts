/** What was typed here and is not known to be on the server's disk, piece by piece. */

export interface Piece {
  readonly update: Uint8Array;
  /** Its row in the local copy; null while that is being written or impossible. */
  readonly row: number | null;
  /** The content message of this connection that carries it; null while none does. */
  readonly message: number | null;
}

export type Unsent = readonly Piece[];

/** All that no message carries goes with this one: the answer to the server's question. */
export function carriedBy(unsent: Unsent, message: number): Unsent {
  return unsent.map((piece) => (piece.message === null ? {...piece, message} : piece));
}

/** The connection is gone and its acknowledgements with it. */
export function carriedByNone(unsent: Unsent): Unsent {
  return unsent.map((piece) => ({...piece, message: null}));
}

/** Splits off what the first `count` messages brought. */
export function acknowledged(
  unsent: Unsent,
  count: number,
): {readonly saved: Unsent; readonly rest: Unsent} {
  const isSaved = ({message}: Piece) => message !== null && message <= count;
  return {saved: unsent.filter(isSaved), rest: unsent.filter((piece) => !isSaved(piece))};
}
