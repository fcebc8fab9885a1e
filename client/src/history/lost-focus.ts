/**
 * On a phone the list and the text take each other's place, and what had the focus goes with it. Each
 * offers an element; one that is hidden itself cannot take it.
 */

export function takeLostFocus(element: HTMLElement | null | undefined): void {
  const {activeElement} = globalThis.document;
  if (activeElement?.checkVisibility?.() === false) element?.focus();
}
