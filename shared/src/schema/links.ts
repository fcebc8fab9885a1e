/** Which addresses a link may have: nothing that runs, only what opens. */

const safe = /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i;

/** Whether this address may stand in a document; relative addresses and `javascript:` may not. */
export function isSafeLink(href: string): boolean {
  return safe.test(href.trim());
}
