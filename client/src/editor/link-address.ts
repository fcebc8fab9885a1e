/** What somebody types as an address, made into one: most people leave out the beginning. */

import {isSafeLink} from '@samenspel/shared/schema';

/** null when it can't be an address that is safe to open. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?[\d ()-]{6,20}$/.test(text)) return `tel:${text.replace(/[ ()-]/g, '')}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return isSafeLink(text) ? text : null;
  return /^[^\s/]+\.[^\s.]{2,}/.test(text) && isSafeLink(`https://${text}`)
    ? `https://${text}`
    : null;
}
