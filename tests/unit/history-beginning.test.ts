import {beginningOf} from '@samenspel/server/history/beginning.ts';
import type {JSONContent} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import {seeded} from '../support/random.ts';

const words = (text: string): JSONContent => ({type: 'text', text});
const line = (...texts: readonly string[]): JSONContent => ({
  type: 'paragraph',
  content: texts.map(words),
});
const doc = (...content: JSONContent[]): JSONContent => ({type: 'doc', content});
const section = (...content: JSONContent[]): JSONContent => ({type: 'task', content});

function textOf({text, content}: JSONContent): string {
  return text ?? (content ?? []).map(textOf).join('');
}

test('a text that is short enough is all there', () => {
  const content = doc(section(line('een'), line('twee', 'drie')), line());
  expect(beginningOf(content, 1_000)).toEqual({content, hasMore: false});
  expect(beginningOf(content, Infinity)).toEqual({content, hasMore: false});
});

test('a long one ends between two blocks, also inside of what holds them', () => {
  const long = 'a'.repeat(50);
  const lines = Array.from({length: 9}, () => line(long));
  const {content, hasMore} = beginningOf(doc(section(...lines), line('later')), 200);
  expect(hasMore).toBe(true);
  expect(content).toEqual(doc(section(line(long), line(long), line(long))));
});

test('the words of a line stay together, whatever divides them', () => {
  const content = doc(line('a'.repeat(90), 'b'.repeat(60)), line('later'));
  expect(beginningOf(content, 80).content).toEqual(doc(line('a'.repeat(90), 'b'.repeat(60))));
});

test('a line that fills pages by itself is cut through', () => {
  const {content, hasMore} = beginningOf(doc(line('a'.repeat(5_000), 'b')), 100);
  expect({content, hasMore}).toEqual({content: doc(line('a'.repeat(200))), hasMore: true});
});

test('ten thousand empty lines are not all there', () => {
  const empty = Array.from({length: 10_000}, () => line());
  const {content, hasMore} = beginningOf(doc(...empty), 4_000);
  expect([content.content?.length, hasMore]).toEqual([100, true]);
});

test.each([1, 2, 3])(
  'is how the whole begins, and no longer than twice as asked, seed %i',
  (seed) => {
    const random = seeded(seed);
    const grow = (depth: number): JSONContent =>
      depth === 0 || random.below(3) === 0
        ? line(...Array.from({length: random.below(4)}, () => 'woord '.repeat(random.below(60))))
        : section(...Array.from({length: random.below(6)}, () => grow(depth - 1)));
    for (let round = 0; round < 300; round++) {
      const whole = doc(...Array.from({length: 8}, () => grow(3)));
      const characters = 1 + random.below(2_000);
      const {content, hasMore} = beginningOf(whole, characters);
      expect(textOf(whole).startsWith(textOf(content))).toBe(true);
      expect(textOf(content).length).toBeLessThanOrEqual(2 * characters);
      expect(beginsLike(content, whole)).toBe(true);
      expect(hasMore).toBe(JSON.stringify(content) !== JSON.stringify(whole));
    }
  },
);

/** Every node stands where it stands in the whole, and only the last ones may end sooner. */
function beginsLike(part: JSONContent, whole: JSONContent): boolean {
  const [begun, all] = [part.content ?? [], whole.content ?? []];
  return (
    part.type === whole.type &&
    begun.every((node, at) => {
      const same = all[at];
      if (!same) return false;
      const isLast = at === begun.length - 1;
      return isLast ? beginsLike(node, same) : JSON.stringify(node) === JSON.stringify(same);
    })
  );
}
