/** How somebody likes the page on this device. A browser that keeps nothing starts afresh each time. */

export function readSetting(name: string): unknown {
  try {
    return JSON.parse(globalThis.localStorage.getItem(keyOf(name)) ?? 'null');
  } catch {
    return null;
  }
}

export function keepSetting(name: string, value: unknown): void {
  try {
    globalThis.localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // A private window, or full: it holds as long as the page is open.
  }
}

function keyOf(name: string): string {
  return `samenspel.${name}`;
}
