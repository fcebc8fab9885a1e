/** The kinds of cards and their parts, by name. */

export const cardKinds = ['image', 'interplay', 'talk', 'wall'] as const;
export type CardKind = (typeof cardKinds)[number];

/** The parts of each kind of card, in the order in which they are read. */
export const facetsOf = {
  image: ['image', 'truth', 'change'],
  interplay: ['informal', 'formal', 'shared'],
  talk: ['about', 'heard', 'next'],
  wall: ['wall', 'key'],
} as const satisfies Readonly<Record<CardKind, readonly string[]>>;
export type FacetName = (typeof facetsOf)[CardKind][number];

export const facetNames: readonly FacetName[] = Object.values(facetsOf).flat();

/** Whether a value from a document is the name of a kind of card. */
export function isCardKind(value: unknown): value is CardKind {
  return cardKinds.some((kind) => kind === value);
}

/** Whether a value from a document is the name of a card's part. */
export function isFacetName(value: unknown): value is FacetName {
  return facetNames.some((name) => name === value);
}
