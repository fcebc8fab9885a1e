/** What every journal must do with its past, whatever it is built on: seal it, keep it readable, notice damage. */

import {momentAt, textOf} from '@samenspel/server/history/moment.ts';
import {moments} from '@samenspel/server/history/moments.ts';
import type {Journal, Stretch} from '@samenspel/server/journal/journal.ts';
import {openSealer, type SealStore} from '@samenspel/server/journal/sealer.ts';
import {seal} from '@samenspel/server/journal/seal.ts';
import {rangesOf} from '@samenspel/server/journal/segment.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import type {Range, Struct} from '@samenspel/server/journal/structs.ts';
import {beginning, type DocumentId, type PersonId, type Seq} from '@samenspel/shared';
import {describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {contentOf} from '../support/edits.ts';
import {sealAll, tickEnd, updatesUpTo, writePast} from '../support/past.ts';
import {seeded} from '../support/random.ts';

export interface PastUnderTest {
  readonly journal: Journal;
  readonly seals: SealStore;
  /** One that exists and is empty. */
  readonly documentId: DocumentId;
  readonly people: readonly PersonId[];
  /** How many rows are not sealed. */
  rows(): Promise<number>;
  /** The last positions of the segments; of the checkpoints. */
  segments(): Promise<readonly Seq[]>;
  checkpoints(): Promise<readonly Seq[]>;
  /** Changes one byte of what ends at this position. */
  spoil(what: 'segment' | 'checkpoint' | 'head', seq: Seq): Promise<void>;
}

export interface Extent {
  readonly seeds: number;
  /** Looked at before and again after sealing, per seed. */
  readonly momentsPerSeed: number;
}

const holds = (wanted: Range) => (range: Range) =>
  range.client === wanted.client && range.from <= wanted.from && range.to >= wanted.to;

async function stretchesAfter(
  journal: Journal,
  documentId: DocumentId,
  after: Seq,
): Promise<readonly Stretch[]> {
  const stretches: Stretch[] = [];
  for await (const stretch of journal.stretches(documentId, after)) stretches.push(stretch);
  return stretches;
}

async function tracesAfter(journal: Journal, documentId: DocumentId, after: Seq) {
  return (await stretchesAfter(journal, documentId, after)).flatMap(({traces}) => traces);
}

/** Each letter with its id. */
function lettersIn(struct: Struct | Y.Skip): readonly string[] {
  if (!(struct instanceof Y.Item)) return [];
  const {id, length, content} = struct;
  if (!(content instanceof Y.ContentString)) return [];
  return Array.from({length}, (_, at) => `${id.client}:${id.clock + at} ${content.str.charAt(at)}`);
}

const sealRows = 40;
const edits = 300;

export function segmentsContract(
  name: string,
  open: () => Promise<PastUnderTest>,
  {seeds, momentsPerSeed}: Extent,
): void {
  const written = async (seed: number) => {
    const under = await open();
    const {journal, documentId, people} = under;
    const past = await writePast(journal, documentId, {seed, edits, people});
    const sealHere = () => sealAll(under.seals, documentId, sealRows);
    return {...under, past, sealHere};
  };

  describe(`${name} keeps the contract of the past`, () => {
    test('[R20] says which entry wrote and which removed a character, sealed or not', async () => {
      const {journal, documentId, past, sealHere} = await written(7);
      const wanted = past.rows.flatMap(({bytes}, at) => (at % 37 === 0 ? rangesOf(bytes) : []));
      const asked = wanted.map(({client, from}) => ({client, from, to: from + 1}));
      expect(asked.length).toBeGreaterThan(5);
      const before = await tracesAfter(journal, documentId, beginning);
      for (const range of asked) {
        const wrote = before.filter((trace) => trace.wrote.some(holds(range)));
        const rows = past.rows.flatMap(({seq, bytes}) =>
          rangesOf(bytes).some(holds(range)) ? seq : [],
        );
        expect(wrote.map(({mark}) => mark.seq)).toEqual(rows);
      }
      await sealHere();
      const after = await tracesAfter(journal, documentId, beginning);
      for (const range of asked) {
        for (const what of ['wrote', 'removed'] as const) {
          const rows = before.filter((trace) => trace[what].some(holds(range)));
          const sealed = after.filter((trace) => trace[what].some(holds(range)));
          // A sealed entry stands for every row of one person in one second.
          expect(sealed).toHaveLength(rows.length);
          sealed.forEach(({mark}, index) => {
            const {seq = 0, actor, at} = rows[index]?.mark ?? {};
            expect(mark.actor).toBe(actor);
            expect(mark.seq).toBeGreaterThanOrEqual(seq);
            expect(mark.first?.seq ?? mark.seq).toBeLessThanOrEqual(seq);
            expect(Math.abs(mark.at - (at ?? 0))).toBeLessThan(1_000);
          });
        }
      }
    });

    test('[R54] hands over all that was written after a position, a stretch at a time', async () => {
      const {journal, documentId, past, sealHere, segments} = await written(8);
      const random = seeded(8);
      const check = async (after: Seq) => {
        const rows = past.rows.filter(({seq}) => seq > after);
        const stretches = await stretchesAfter(journal, documentId, after);
        const told = stretches.flatMap(({traces}) => traces.map(({mark}) => mark));
        // Each entry that came later is there, and of the others only those sealed together with one.
        for (const {seq} of rows) {
          expect(
            told.filter(({first, seq: last}) => (first?.seq ?? last) <= seq && seq <= last),
          ).not.toEqual([]);
        }
        const sealed = await segments();
        const start = Math.max(0, ...sealed.filter((end) => end <= after));
        const isSealed = after < (sealed.at(-1) ?? 0);
        expect(Math.min(...told.map(({first, seq}) => first?.seq ?? seq))).toBe(
          (isSealed ? start : after) + 1,
        );
        const wrote = stretches.flatMap(({structs}) => [...structs.values()].flat());
        const text = new Set(wrote.flatMap(lettersIn));
        const rowText = rows.flatMap(({bytes}) => Y.decodeUpdate(bytes).structs.flatMap(lettersIn));
        expect(rowText.filter((letter) => !text.has(letter))).toEqual([]);
        expect(rowText.length).toBeGreaterThan(0);
      };
      const some = () => random.below(edits - 50) as Seq;
      for (let times = 0; times < 5; times++) await check(some());
      await sealHere();
      for (let times = 0; times < 20; times++) await check(some());
      expect(await stretchesAfter(journal, documentId, edits as Seq)).toEqual([]);
    });

    test('[R23] hands over what can be read beside what cannot', async () => {
      const {journal, documentId, sealHere, segments, spoil} = await written(9);
      await sealHere();
      const [first = 0, second = 0] = await segments();
      await spoil('segment', second as Seq);
      const told = await tracesAfter(journal, documentId, beginning);
      const positions = told.map(({mark}) => mark.seq);
      expect(positions).toContain(first);
      expect(positions).toContain(edits);
      expect(positions.filter((seq) => seq > first && seq <= second)).toEqual([]);
    });

    test.each(Array.from({length: seeds}, (_, index) => index + 1))(
      '[R22] any moment is what a full replay shows, before and after sealing: seed %i',
      async (seed) => {
        const {journal, documentId, past, sealHere} = await written(seed);
        const random = seeded(seed);
        const asked = Array.from({length: momentsPerSeed}, () => 1 + random.below(edits));
        const expected = new Map<Seq, string>();
        const check = async () => {
          for (const seq of asked as Seq[]) {
            const end = tickEnd(past, seq);
            const content = expected.get(end) ?? JSON.stringify(textOf(updatesUpTo(past, end)));
            expected.set(end, content);
            const moment = await momentAt(journal, documentId, seq);
            expect(moment).toMatchObject({seq: end, at: past.rows[end - 1]?.at});
            expect(JSON.stringify(moment?.content)).toBe(content);
            expect(await journal.moment(documentId, seq)).toEqual({seq: end, at: moment?.at});
          }
        };
        await check();
        expect(await sealHere()).toBeGreaterThan(5);
        await check();
      },
    );

    test.each(Array.from({length: Math.ceil(seeds / 3)}, (_, index) => index + 201))(
      '[R22] any moment is exact when it was sealed while people wrote and pinned: seed %i',
      async (seed) => {
        const {journal, seals, documentId, people, segments} = await open();
        const errors: unknown[] = [];
        const sealer = openSealer({
          ...{journal, seals, sealRows, work: async (unsealed) => seal(unsealed)},
          onError: (_documentId, error) => errors.push(error),
        });
        const past = await writePast(sealer.journal, documentId, {seed, edits, people});
        await sealer.settled();
        expect(errors).toEqual([]);
        expect((await segments()).length).toBeGreaterThan(4);
        const random = seeded(seed);
        for (let count = 0; count < momentsPerSeed; count++) {
          const seq = (1 + random.below(edits)) as Seq;
          const end = tickEnd(past, seq);
          const moment = await momentAt(journal, documentId, seq);
          expect(moment?.seq).toBe(end);
          expect(moment?.content).toEqual(textOf(updatesUpTo(past, end)));
        }
      },
    );

    test('[R21] the newest text, the head and the moments are the same after sealing', async () => {
      const {journal, documentId, past, sealHere, rows} = await written(101);
      const listed = moments(await journal.marks(documentId));
      const shown = contentOf(documentOf(null, updatesUpTo(past, edits as Seq)));
      await sealHere();
      expect(await rows()).toBeLessThanOrEqual(sealRows);
      expect(await journal.head(documentId)).toBe(edits);
      expect(moments(await journal.marks(documentId))).toEqual(listed);
      const latest = await journal.latest(documentId);
      expect(latest?.seq).toBe(edits);
      expect(contentOf(documentOf(latest?.state ?? null, latest?.updates ?? []))).toEqual(shown);
    });

    test('[R21] a sealed entry is what one person wrote in one tick, deleted text included', async () => {
      const {journal, documentId, past, sealHere} = await written(102);
      await sealHere();
      const entries = await journal.since(documentId, beginning);
      expect(entries.length).toBeLessThan(edits);
      expect(entries.map(({seq}) => seq)).toEqual(
        entries.map(({seq}) => seq).toSorted((a, b) => a - b),
      );
      for (const {seq, actor, clientId, at, kind} of entries) {
        expect(past.rows[seq - 1]).toMatchObject({actor, clientId, at, kind});
      }
      const replayed = keepingAll(entries.map(({bytes}) => bytes));
      const wanted = keepingAll(updatesUpTo(past, edits as Seq));
      expect(textEverTyped(replayed)).toEqual(textEverTyped(wanted));
    });

    test('[R21] a pin ends its tick, and one on what is sealed stands at its end', async () => {
      const {journal, documentId, past, sealHere} = await written(103);
      const pinned = [...past.pins].filter((seq) => seq < 200);
      expect(pinned.length).toBeGreaterThan(0);
      await sealHere();
      for (const seq of pinned) {
        expect(await momentAt(journal, documentId, seq)).toMatchObject({seq});
      }
      const inside = past.rows.find(({seq}) => seq < 200 && tickEnd(past, seq) !== seq);
      if (!inside) throw new Error('No tick of several rows');
      const end = tickEnd(past, inside.seq);
      expect(await journal.pin(documentId, inside.seq, 'late')).toBe(end);
      expect(await journal.pin(documentId, (edits + 1) as Seq, 'never')).toBeNull();
      expect(await journal.moment(documentId, (edits + 1) as Seq)).toBeNull();
    });

    test('[R21] is not sealed around a pin that came meanwhile, but once more with it', async () => {
      const {journal, seals, documentId, past, sealHere} = await written(104);
      const unsealed = await seals.take(documentId, sealRows);
      if (!unsealed) throw new Error('Nothing is due');
      const inside = unsealed.rows.find(({seq}) => tickEnd(past, seq) !== seq);
      if (!inside) throw new Error('No tick of several rows');
      await journal.pin(documentId, inside.seq, 'just now');
      expect(await seals.keep(seal(unsealed))).toBe(false);
      await seals.release(documentId);
      await sealHere();
      expect(await momentAt(journal, documentId, inside.seq)).toMatchObject({seq: inside.seq});
    });

    test('[R21] two at once: one gets the claim, and a segment that comes twice is kept once', async () => {
      const {seals, documentId, segments} = await written(105);
      const unsealed = await seals.take(documentId, sealRows);
      expect(await seals.take(documentId, sealRows)).toBeNull();
      if (!unsealed) throw new Error('Nothing is due');
      const sealed = seal(unsealed);
      expect(await seals.keep(sealed)).toBe(true);
      expect(await seals.keep(sealed)).toBe(false);
      expect(await segments()).toHaveLength(1);
    });

    test('[R21] leaves the tick that may still grow, and all when little is there', async () => {
      const {journal, seals, documentId, people} = await open();
      const past = await writePast(journal, documentId, {seed: 5, edits: sealRows, people});
      expect(await seals.take(documentId, sealRows)).toBeNull();
      expect(past.rows).toHaveLength(sealRows);
      // A clock that was put back an hour: everything since stands in one second.
      const at = past.rows.at(-1)?.at ?? 0;
      for (let count = 0; count < 2 * sealRows; count++) {
        const row = past.rows[0];
        if (!row) throw new Error('No rows');
        await journal.append([{...row, documentId, at: at - 3_600_000}]);
      }
      const unsealed = await seals.take(documentId, sealRows);
      expect(unsealed?.rows.at(-1)?.at ?? at - 1_000).toBeLessThan(at);
    });

    test('[R23] a damaged segment takes away only what needs it, and the nearest moment is told', async () => {
      const {journal, documentId, past, sealHere, segments, checkpoints, spoil} =
        await written(106);
      await sealHere();
      const [, first = beginning, second = beginning] = await segments();
      const ends = await checkpoints();
      await spoil('segment', second);
      const lost = (first + 1) as Seq;
      await expect(momentAt(journal, documentId, lost)).rejects.toMatchObject({
        code: 'damaged',
        details: {nearest: first},
      });
      const after = ends.find((seq) => seq >= second) ?? beginning;
      const late = (after - 1) as Seq;
      await expect(momentAt(journal, documentId, late)).rejects.toMatchObject({
        details: {nearest: after},
      });
      for (const seq of [1 as Seq, first, after, edits as Seq]) {
        const content = textOf(updatesUpTo(past, tickEnd(past, seq)));
        expect((await momentAt(journal, documentId, seq))?.content).toEqual(content);
      }
      expect((await journal.latest(documentId))?.seq).toBe(edits);
      // The list of moments has a blank in it instead of an error.
      expect(moments(await journal.marks(documentId)).at(-1)?.seq).toBe(edits);
      await expect(journal.since(documentId, beginning)).rejects.toMatchObject({code: 'damaged'});
    });

    test('[R23] a damaged checkpoint or head costs time, not text', async () => {
      const {journal, documentId, past, sealHere, segments, checkpoints, spoil} =
        await written(107);
      await sealHere();
      await spoil('head', (await segments()).at(-1) ?? beginning);
      for (const seq of await checkpoints()) await spoil('checkpoint', seq);
      for (const seq of [1, 100, 200, edits] as Seq[]) {
        const content = textOf(updatesUpTo(past, tickEnd(past, seq)));
        expect((await momentAt(journal, documentId, seq))?.content).toEqual(content);
      }
    });

    test('keeps the newest state of a document, and opens it from there', async () => {
      const {journal, documentId, past} = await written(108);
      const keep = async (seq: number) => {
        const doc = documentOf(null, updatesUpTo(past, seq as Seq));
        await journal.keep(documentId, seq as Seq, Y.encodeStateAsUpdateV2(doc));
      };
      await keep(290);
      await keep(200);
      const latest = await journal.latest(documentId);
      expect(latest?.updates).toHaveLength(edits - 290);
      expect(contentOf(documentOf(latest?.state ?? null, latest?.updates ?? []))).toEqual(
        contentOf(documentOf(null, updatesUpTo(past, edits as Seq))),
      );
    });

    test('knows a document without text, and no document that is not there', async () => {
      const {journal, documentId} = await open();
      expect(await journal.latest(documentId)).toMatchObject({seq: 0, state: null, updates: []});
      expect(await journal.replay(documentId, 0 as Seq)).toBeNull();
      expect(await journal.replay(documentId, 1 as Seq)).toBeNull();
      expect(await journal.latest('nowhere1' as DocumentId)).toBeNull();
      expect(await journal.replay('nowhere1' as DocumentId, 1 as Seq)).toBeNull();
    });
  });
}

/** With everything that was ever deleted still in it. */
function keepingAll(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({gc: false});
  doc.getXmlFragment('default');
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** Per client, every letter in the order in which it was typed. */
function textEverTyped(doc: Y.Doc): Readonly<Record<number, string>> {
  return Object.fromEntries(
    [...doc.store.clients].map(([client, structs]) => [
      client,
      structs
        .map((struct) =>
          struct instanceof Y.Item && struct.content instanceof Y.ContentString
            ? struct.content.str
            : '',
        )
        .join(''),
    ]),
  );
}
