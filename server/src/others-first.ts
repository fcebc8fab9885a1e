/** Long work beside those who write: it lets others go first now and then. */

/** Resolves when everybody who waited has been helped once. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
