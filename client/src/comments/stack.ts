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
  const at = cards.findIndex(({id}) => id === open);
  const before = cards.slice(0, Math.max(0, at));
  const room = before.reduce((sum, {height}) => sum + height + gap, least);
  const start = Math.max(cards[at]?.wanted ?? least, room);
  const tops = new Map<string, number>();
  let free = least;
  const put = ({id, height}: Card, wanted: number) => {
    const top = Math.max(free, wanted);
    tops.set(id, top);
    free = top + height + gap;
  };
  // Those before what is open make room for it upwards, as far as there is any.
  const raised = raise(before, start);
  before.forEach((card, place) => put(card, raised[place] ?? card.wanted));
  for (const card of cards.slice(before.length)) {
    put(card, card.id === open ? start : card.wanted);
  }
  return tops;
}

function raise(cards: readonly Card[], start: number): readonly number[] {
  let bottom = start;
  return cards
    .toReversed()
    .map(({wanted, height}) => {
      bottom = Math.min(wanted, bottom - gap - height);
      return bottom;
    })
    .toReversed();
}
