/** How long it takes to say who wrote a passage, of a moment that is shown and of one that nobody looks at. */

import {systemClock} from '@samenspel/server/clock.ts';
import {openKnownLives} from '@samenspel/server/history/known-lives.ts';
import {openKnownMoments} from '@samenspel/server/history/known-moments.ts';
import {momentAt} from '@samenspel/server/history/moment.ts';
import {type Passage, passageStory} from '@samenspel/server/history/passage-story.ts';
import {openClaims, openJournal} from '@samenspel/server/store/journal.ts';
import {openStore} from '@samenspel/server/store/open.ts';
import type {Seq} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {type Random, seeded as randomFrom} from '../support/random.ts';
import type {LongLife, LongLives} from './long-lives.ts';
import {type Row, row} from './rig/bench.ts';
import {spreadOf} from './rig/percentiles.ts';

/** As many characters as somebody selects. */
const passageLength = 60;
/** Of one moment. */
const passages = 8;

export async function whoWroteRows(
  {folder, paper, pages}: LongLives,
  full: boolean,
): Promise<readonly Row[]> {
  const store = await openStore(folder, Date.now);
  const journal = openJournal(store);
  const claims = openClaims(store);
  const random = randomFrom(7);

  async function measure({name, documentId, edits}: LongLife): Promise<readonly Row[]> {
    // Kept as long as the bench runs.
    const clock = {...systemClock, after: () => () => {}};
    const moments = openKnownMoments({journal, claims, clock});
    const lives = openKnownLives({journal, clock});
    const [first, next]: number[][] = [[], []];
    for (let times = full ? 100 : 20; times >= -3; times--) {
      const shown = await momentAt(journal, documentId, (1 + random.below(edits)) as Seq, {
        lines: true,
      });
      if (!shown) throw new Error('No such moment');
      for (let count = 0; count < passages; count++) {
        const passage = somePassage(shown.content, random);
        const started = performance.now();
        await passageStory({journal, moments, lives}, documentId, shown.seq, passage);
        const took = performance.now() - started;
        // Code that never ran is slow; a server has run it.
        if (times > 0) (count === 0 ? first : next)?.push(took);
      }
    }
    const [one, more] = [spreadOf(first ?? []), spreadOf(next ?? [])];
    return [
      row(`${name}: who wrote a passage of a moment, p50`, more.p50, 'ms'),
      row(`${name}: the same, p95`, more.p95, 'ms', {target: {atMost: 20}}),
      row(`${name}: the first question about a moment, p50`, one.p50, 'ms'),
      row(`${name}: the same, p95`, one.p95, 'ms'),
    ];
  }

  const rows = [...(await measure(paper)), ...(await measure(pages))];
  await store.close();
  return rows;
}

function somePassage(content: JSONContent, random: Random): Passage {
  const {line, at, text} = random.pick(linesIn(content));
  const from = at + random.below(Math.max(1, text.length - passageLength));
  return {line, from, until: from + passageLength};
}

interface Line {
  readonly line: string;
  readonly at: number;
  readonly text: string;
}

function linesIn(node: JSONContent): readonly Line[] {
  const [line, at] = [Reflect.get(node, 'line'), Reflect.get(node, 'at')];
  const own =
    typeof line === 'string' && typeof at === 'number' ? [{line, at, text: node.text ?? ''}] : [];
  return [...own, ...(node.content ?? []).flatMap(linesIn)];
}
