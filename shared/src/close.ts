/** Why the server ended a connection: the numbers of the wire, and which of them are final. */

export const closeCodes = {
  signedOut: 4401,
  rightWithdrawn: 4403,
  notFound: 4404,
  otherSchema: 4409,
  olderEpoch: 4410,
  tooLarge: 4413,
  refused: 4422,
  frameTooLarge: 1009,
  restarting: 1012,
  tryLater: 1013,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** The reason for a code of ours, or null for any other (a lost line, a browser's own code). */
export function closeReason(code: number): CloseReason | null {
  const found = Object.entries(closeCodes).find(([, number]) => number === code);
  return found ? (found[0] as CloseReason) : null;
}

/** What a connection is closed with beside the code: for another schema, which one is spoken here. */
export function closeText(reason: CloseReason, schema: number): string {
  return reason === 'otherSchema' ? `${reason} ${schema}` : reason;
}

/** The schema that the other end speaks; null when it didn't say. */
export function schemaInClose(text: string): number | null {
  const match = /^otherSchema (\d{1,9})$/.exec(text);
  return match ? Number(match[1]) : null;
}

/** Whether a client must stay away after this code instead of trying again. */
export function isTerminal(code: number): boolean {
  return (code >= 4400 && code < 4500) || code === closeCodes.frameTooLarge;
}
