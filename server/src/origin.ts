/** Whether a browser's request comes from our own pages. */

/** A program sends no Origin, and that is fine: it carries nobody's cookies by accident. */
export function isOwnOrigin(
  origin: string | null | undefined,
  host: string | null | undefined,
  publicUrl: string,
): boolean {
  if (origin === null || origin === undefined) return true;
  if (origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
