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

/** The next person on this device starts afresh: which texts were folded tells who read them. */
export function forgetSettings(): void {
  try {
    const {localStorage} = globalThis;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key);
    }
  } catch {
    // What can't be read was not kept either.
  }
}

const prefix = 'samenspel.';

function keyOf(name: string): string {
  return prefix + name;
}
