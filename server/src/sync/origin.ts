/** Which pages may talk to this server: its own. */

/**
 * Whether a request comes from our own pages. Programs send no Origin and are welcome; browsers can't
 * leave it out. The own host counts beside the public address, so that a phone in the same room can
 * use the machine's address.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string,
): boolean {
  if (origin === undefined) return true;
  try {
    const {host: from, origin: whole} = new URL(origin);
    return from === host || whole === new URL(publicUrl).origin;
  } catch {
    return false;
  }
}
