/** Ends an exhaustive switch: the compiler complains when a case is missing. */

/** @throws Error always; reaching it means that unparsed data got inside. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
