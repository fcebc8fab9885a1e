/** Money: kept as whole cents, written as people here write it. */

const inWords = new Intl.NumberFormat('nl-NL', {style: 'currency', currency: 'EUR'});

/** The most that a line can hold, in cents: sums of thousands of such lines stay exact. */
export const maxCents = 99_999_999_999;

/**
 * Cents, from what somebody typed: "1.250", "1250,50", "€ 1.250,-", "1 250 euro". null when it can't be
 * read without guessing ("1,2 miljoen", "10 20"), or is more than `maxCents`.
 */
export function parseAmount(text: string): number | null {
  const bare = text
    .trim()
    .replace(/^(?:€|euro?)\s*/i, '')
    .replace(/\s*(?:€|euro?)$/i, '')
    .replace(/,\s*(?:-{1,2}|–|=)$/, '');
  const match =
    /^(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:\s\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(bare) ??
    pointed(bare);
  if (!match?.[1]) return null;
  const cents =
    Number(match[1].replaceAll(/[.\s]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= maxCents ? cents : null;
}

/** "€ 1.250,50"; whole euros without cents: "€ 1.250". */
export function amountText(cents: number): string {
  return inWords
    .format(cents / 100)
    .replaceAll('\u00a0', ' ')
    .replace(/,00$/, '');
}

/** As on a telephone's keypad that has no comma: "1250.50". */
function pointed(bare: string): RegExpExecArray | null {
  return /^(\d{1,9})\.(\d{1,2})$/.exec(bare);
}
