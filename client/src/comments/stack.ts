/** Puts cards beside the places they are about, none over another, nearest to what is open. */

export interface Card {
  readonly id: string;
  /** Pixels: where it would like to begin. */
  readonly wanted: number;
  readonly height: number;
}

const gap = 8;

/**
 * Where each card begins, in pixels from the top.
 * @param cards in the order of the text
 * @param open the card that stands exactly beside its place, as far as `least` allows; null when none does
 */
export function stack(
  cards: readonly Card[],
  open: string | null,
  least: number,
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  const at = Math.max(
    0,
    cards.findIndex(({id}) => id === open),
  );
  let free = least;
  // Those before it make room upwards, as far as there is any.
  const before = cards.slice(0, at).reduce((sum, {height}) => sum + height + gap, least);
  const start = Math.max(cards[at]?.wanted ?? least, open === null ? least : before);
  let bottom = start;
  for (const card of cards.slice(0, at).toReversed()) {
    bottom = Math.min(card.wanted, bottom - gap - card.height);
    tops.set(card.id, bottom);
  }
  for (const card of cards.slice(0, at)) {
    const top = Math.max(free, tops.get(card.id) ?? 0);
    tops.set(card.id, top);
    free = top + card.height + gap;
  }
  free = Math.max(free, at > 0 ? start : least);
  for (const card of cards.slice(at)) {
    const top = Math.max(free, card.wanted);
    tops.set(card.id, top);
    free = top + card.height + gap;
  }
  return tops;
}
