/** What our own blocks say of themselves on the clipboard, and how much of it is believed. */

/** By the element that it stands on; whoever wrote it, its values are read with care later. */
const known: Readonly<Record<string, readonly string[]>> = {
  section: ['block', 'id', 'status', 'from', 'until', 'kind'],
  div: ['facet', 'name'],
  p: [
    ...['block-title', 'question', 'fact', 'id', 'part', 'side', 'person'],
    ...['amount', 'source', 'state', 'kept'],
  ],
  span: ['source'],
  ul: ['type'],
  li: ['type', 'checked'],
};

const isId = /^[\w-]{1,64}$/;
/** Longer is nothing that our own fields hold. */
const maxLength = 500;

/** Which lab a copy was made in, on the outermost elements of what is copied. */
export const labAttribute = 'data-samenspel';

/** @param isOwnLab whether people in it are people of this lab; of others only the id would be left */
export function copyOwnAttributes(from: Element, to: Element, isOwnLab: boolean): void {
  for (const name of known[from.localName] ?? []) {
    const value = from.getAttribute(`data-${name}`);
    if (value !== null && isBelieved(name, value, isOwnLab)) to.setAttribute(`data-${name}`, value);
  }
}

/** A line that named nobody but somebody from elsewhere. */
export function namesOnlyAStranger(element: Element, isOwnLab: boolean): boolean {
  return (
    !isOwnLab &&
    element.getAttribute('data-fact') === 'carrier' &&
    element.hasAttribute('data-person') &&
    !element.textContent?.trim()
  );
}

/**
 * Where in which blocks a copy was cut out, as the editor writes it down: numbers, then a list of names
 * and attributes, which nobody else's page can be believed about.
 */
export function sliceWithoutStrangers(slice: string, isOwnLab: boolean): string {
  const match = /^(\d{1,3} \d{1,3}(?: -\d{1,3})?) (\[.*)$/s.exec(slice);
  const around = match?.[2] ? parsed(match[2]) : null;
  if (!match || !Array.isArray(around)) return '0 0 []';
  const kept = around.map((part: unknown) => (isRecord(part) ? readable(part, isOwnLab) : part));
  return `${match[1]} ${JSON.stringify(kept)}`;
}

function readable(
  attributes: Readonly<Record<string, unknown>>,
  isOwnLab: boolean,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => isBelieved(name, value, isOwnLab)),
  );
}

function isBelieved(name: string, value: unknown, isOwnLab: boolean): boolean {
  if (typeof value !== 'string') return typeof value !== 'object' || value === null;
  if (name === 'person' && !isOwnLab) return false;
  return name === 'id' || name === 'person' ? isId.test(value) : value.length <= maxLength;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
