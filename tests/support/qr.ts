/** What a phone reads in a code that we draw. Follows ISO/IEC 18004, as far as a clean picture needs. */

import type {Locator} from 'playwright-core';

/** At level M: how many blocks, and how many bytes of data in each. Larger codes we do not draw. */
const blocksOf: Readonly<Record<number, readonly [count: number, bytes: number]>> = {
  ...{1: [1, 16], 2: [1, 28], 3: [1, 44], 4: [2, 32], 5: [2, 43], 6: [4, 27]},
};
const quietZone = 4;

/** The text of a drawn code. @throws Error when a phone could not read it */
export async function readQr(picture: Locator): Promise<string> {
  const drawn = await picture.evaluate((svg) => ({
    size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    path: svg.querySelector('path')?.getAttribute('d') ?? '',
    width: svg.getBoundingClientRect().width,
  }));
  // Three pixels for each square: less blurs in the camera of an old phone.
  if (drawn.width < 3 * drawn.size) throw new Error(`Drawn too small: ${drawn.width} px`);
  const dark = new Set([...drawn.path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x} ${y}`));
  const isDark = (x: number, y: number) => dark.has(`${x + quietZone} ${y + quietZone}`);
  return textIn(drawn.size - 2 * quietZone, isDark);
}

type Squares = (x: number, y: number) => boolean;

function textIn(size: number, isDark: Squares): string {
  const [count, bytes] = blocksOf[(size - 17) / 4] ?? [0, 0];
  const isLevelM = isDark(0, 8) && !isDark(1, 8);
  if (count === 0 || !isLevelM) throw new Error('Not a code of the kind that we draw');
  const words = wordsIn(size, isDark);
  const data = Array.from({length: count}, (_, block) =>
    Array.from({length: bytes}, (_byte, index) => words[index * count + block] ?? 0),
  ).flat();
  // Four bits for the kind, eight for the length; so every byte lies across two.
  const nibbles = data.flatMap((byte) => [byte >> 4, byte & 15]);
  const byteAt = (index: number) => ((nibbles[index] ?? 0) << 4) | (nibbles[index + 1] ?? 0);
  if (nibbles[0] !== 4) throw new Error('Not text');
  const text = Array.from({length: byteAt(1)}, (_, index) => byteAt(3 + 2 * index));
  return new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(text));
}

/** Two columns at a time, up and down from the lower right, past what is only there to aim by. */
function wordsIn(size: number, isDark: Squares): readonly number[] {
  const bit = (x: number, flipped: boolean) => (isDark(x, 8) === flipped ? 0 : 1);
  const mask = masks[4 * bit(2, true) + 2 * bit(3, false) + bit(4, true)];
  const bits: number[] = [];
  for (let pair = 0, right = size - 1; right > 0; right -= 2, pair += 1) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isForAiming(size, x, y)) bits.push(isDark(x, y) === mask?.(x, y) ? 0 : 1);
      }
    }
  }
  return Array.from({length: Math.floor(bits.length / 8)}, (_, index) =>
    bits.slice(8 * index, 8 * index + 8).reduce((word, one) => 2 * word + one, 0),
  );
}

function isForAiming(size: number, x: number, y: number): boolean {
  const isInCorner = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9);
  const middle = size - 7;
  const isAligning = size > 21 && Math.abs(x - middle) <= 2 && Math.abs(y - middle) <= 2;
  return isInCorner || isAligning || x === 6 || y === 6;
}

const masks: readonly Squares[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
