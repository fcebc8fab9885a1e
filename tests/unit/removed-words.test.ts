/** What was taken out of a line is told wherever the line went: compared with replaying it step by step. */

import {openKnownLives} from '@samenspel/server/history/known-lives.ts';
import {openKnownMoments} from '@samenspel/server/history/known-moments.ts';
import {pauseMs} from '@samenspel/server/history/moments.ts';
import {passageStory, type StoryDeps} from '@samenspel/server/history/passage-story.ts';
import {keyOf} from '@samenspel/server/history/restore/elements.ts';
import type {Seq} from '@samenspel/shared';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {sealAll} from '../support/past.ts';
import {
  type Letter,
  plainLine,
  type PlainLine,
  type Removed,
  removedFrom,
  takeOut,
  textOf,
  write,
} from '../support/plain-lines.ts';
import {type Random, seeded} from '../support/random.ts';
import {documentId, openTestRooms, type RoomUnderTest} from '../support/room.ts';
import {type Desk, enter} from '../support/room-desk.ts';

/** A line as it was after a step. */
interface Shown {
  readonly seq: Seq;
  readonly key: string;
  readonly text: string;
  readonly removed: readonly Removed[];
}

interface Person {
  readonly name: string;
  readonly desk: Desk;
}

const steps = 45;
/** Of as many as there are in a row. */
const firstLetter = 0x4e00;
/** As few of a text as are recognised as a piece of it, whatever stands beside them. */
const leastPiece = 16;

/**
 * Several people write, take words out, and bring lines elsewhere.
 * @param look at all lines that were, after each step
 */
async function live(
  world: RoomUnderTest,
  random: Random,
  look: (shown: readonly Shown[]) => Promise<void>,
): Promise<void> {
  const people: Person[] = [];
  for (const [index, name] of ['amina', 'bram', 'chaima'].entries()) {
    people.push({name: `${name}-id`, desk: await enter(world, name, index + 1)});
  }
  const shown: Shown[] = [];
  const lines: PlainLine[] = [];
  let words = 0;
  // No word begins or ends as another does: of those nobody could say which one went.
  const word = () => {
    const letter = String.fromCharCode(firstLetter + words++);
    return `${letter}${random.pick(['buurt', 'niet', 'kamer', 'zo'])}${letter} `;
  };
  const sentence = (count: number) => Array.from({length: count}, word).join('');
  const next = () => (world.journal.entries.length + 1) as Seq;
  const full = () => lines.filter(({letters}) => letters.length > 0);
  const placeOf = (line: PlainLine) => lines.indexOf(line);

  async function change({desk}: Person, edit: (root: Y.XmlFragment) => void): Promise<void> {
    await desk.change((doc) => edit(doc.getXmlFragment(ROOT_NAME)));
    // What one takes out after a pause is told apart.
    world.clock.advance(pauseMs);
  }

  const acts: readonly ((person: Person, line: PlainLine) => Promise<void>)[] = [
    async function begins(person) {
      const [at, text] = [random.below(lines.length + 1), sentence(6)];
      await change(person, (root) => put(root, at, 'paragraph', text));
      lines.splice(at, 0, plainLine(text));
    },
    async function types(person) {
      const line = lines.find(({letters}) => letters.length === 0) ?? random.pick(lines);
      const {length} = line.letters;
      const at = random.pick([0, length, random.below(length + 1)]);
      const text = sentence(1 + random.below(2));
      await change(person, (root) => textAt(root, placeOf(line)).insert(at, text));
      write(line, at, text);
    },
    async function takesOut(person, line) {
      const gone = someWords(line, random);
      const [from, seq] = [line.letters.indexOf(gone[0] ?? lost()), next()];
      await change(person, (root) => textAt(root, placeOf(line)).delete(from, gone.length));
      takeOut(line, gone, {by: person.name, seq});
    },
    async function takesOutLetterByLetter(person, line) {
      const gone = someWords(line, random).slice(0, 5);
      for (const letter of random.chance(0.5) ? gone : gone.toReversed()) {
        const [at, seq] = [line.letters.indexOf(letter), next()];
        await change(person, (root) => textAt(root, placeOf(line)).delete(at, 1));
        takeOut(line, [letter], {by: person.name, seq});
      }
    },
    async function takesOutWhileOthersType(person, line) {
      const other = random.pick(people.filter((one) => one !== person));
      const gone = someWords(line, random);
      const [from, at] = [
        line.letters.indexOf(gone[0] ?? lost()),
        random.below(line.letters.length),
      ];
      const text = word();
      for (const {desk} of people) desk.see();
      const root = ({doc}: Desk) => doc.getXmlFragment(ROOT_NAME);
      const seq = (next() + 1) as Seq;
      other.desk.send(() => textAt(root(other.desk), placeOf(line)).insert(at, text));
      await other.desk.room.settled();
      person.desk.send(() => textAt(root(person.desk), placeOf(line)).delete(from, gone.length));
      await person.desk.room.settled();
      world.clock.advance(pauseMs + 5_000);
      write(line, at, text);
      takeOut(line, gone, {by: person.name, seq});
    },
    async function moves(person, line) {
      const from = placeOf(line);
      const to = random.below(lines.length);
      await change(person, (root) => {
        const [block] = root.slice(from, from + 1);
        const copy = block?.clone();
        root.delete(from, 1);
        if (copy) root.insert(to, [copy]);
      });
      lines.splice(to, 0, ...lines.splice(from, 1));
    },
    async function makesHeading(person, line) {
      const at = placeOf(line);
      await change(person, (root) => {
        root.delete(at, 1);
        put(root, at, 'heading', textOf(line));
      });
    },
    async function makesHeadingWithout(person, line) {
      const gone = someWords(line, random);
      const [at, from] = [placeOf(line), line.letters.indexOf(gone[0] ?? lost())];
      const pieces = [from, line.letters.length - from - gone.length];
      if (pieces.some((length) => length > 0 && length < leastPiece)) return;
      if (gone.length === line.letters.length) return;
      takeOut(line, gone, {by: person.name, seq: next()});
      await change(person, (root) => {
        root.delete(at, 1);
        put(root, at, 'heading', textOf(line));
      });
    },
    async function splits(person, line) {
      const at = 1 + random.below(line.letters.length - 1);
      const [place, text] = [placeOf(line), textOf(line)];
      const [head, tail] = [text.slice(0, at), text.slice(at)];
      const isHeadNew = random.chance(0.5);
      await change(person, (root) => {
        textAt(root, place).delete(isHeadNew ? 0 : at, isHeadNew ? at : tail.length);
        put(root, isHeadNew ? place : place + 1, 'paragraph', isHeadNew ? head : tail);
      });
      lines.splice(place + 1, 0, {letters: line.letters.splice(at), waiting: []});
    },
    async function joins(person) {
      const place = random.below(lines.length);
      const [first, second] = [lines[place], lines[place + 1]];
      if (!first || !second || second.letters.length === 0 || first.letters.length === 0) return;
      await change(person, (root) => {
        const text = textOf(second);
        root.delete(place + 1, 1);
        textAt(root, place).insert(first.letters.length, text);
      });
      first.letters.push(...second.letters);
      lines.splice(place + 1, 1);
    },
    async function cutsAndSomebodyPastes(person, line) {
      const [from, to, letters] = [placeOf(line), random.below(lines.length), [...line.letters]];
      const text = textOf(line);
      takeOut(line, letters, {by: person.name, seq: next()});
      await change(person, (root) => root.delete(from, 1));
      lines.splice(from, 1);
      await change(random.pick(people), (root) => put(root, to, 'paragraph', text));
      for (const letter of letters) letter.taken = null;
      lines.splice(to, 0, {letters, waiting: []});
    },
  ];
  const [begins] = acts;
  const [first] = people;
  if (!begins || !first) throw new Error('Nobody is there');
  for (let count = 0; count < 3; count++) await begins(first, plainLine());
  for (let step = 0; step < steps; step++) {
    const long = full().filter(({letters}) => letters.length > 1);
    await random.pick(acts)(random.pick(people), random.pick(long));
    first.desk.see();
    const root = first.desk.doc.getXmlFragment(ROOT_NAME);
    const seq = world.journal.entries.length as Seq;
    for (const [place, line] of lines.entries()) {
      expect(textAt(root, place).toString()).toBe(textOf(line));
      const key = keyOf(textAt(root, place));
      shown.push({seq, key, text: textOf(line), removed: removedFrom(line)});
    }
    await look(shown);
  }
}

/** From one word on, one or two of them; at times all of the line. */
function someWords({letters}: PlainLine, random: Random): readonly Letter[] {
  if (random.chance(0.1)) return letters.slice();
  const starts = letters.flatMap((_, at) => (at === 0 || letters[at - 1]?.text === ' ' ? at : []));
  const first = random.below(starts.length);
  const end = starts[first + 1 + random.below(2)] ?? letters.length;
  return letters.slice(starts[first], end);
}

function put(root: Y.XmlFragment, at: number, kind: string, text: string): void {
  const block = new Y.XmlElement(kind);
  root.insert(at, [block]);
  block.insert(0, [new Y.XmlText(text)]);
}

function textAt(root: Y.XmlFragment, at: number): Y.XmlText {
  const block = root.get(at);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  return text instanceof Y.XmlText ? text : lost();
}

function lost(): never {
  throw new Error('It is not there');
}

/** The latest of it, latest first, as a story tells it. */
function told(removed: readonly Removed[], from: number, until: number): readonly Removed[] {
  return removed
    .filter(({before, text}) => before >= from && before <= until && text.trim() !== '')
    .toSorted((one, other) => other.seq - one.seq)
    .slice(0, 20);
}

test.each(Array.from({length: 12}, (_, index) => index + 1))(
  '[R54] what was taken out of a line is told wherever it went, as replaying tells it (seed %i)',
  async (seed) => {
    const world = openTestRooms();
    const random = seeded(seed);
    const {journal} = world;
    const asked = () => ({
      ...{journal, moments: openKnownMoments(world), lives: openKnownLives(world)},
    });
    const compare = async (asks: StoryDeps, {seq, key, text, removed}: Shown) => {
      const from = random.chance(0.5) ? 0 : random.below(text.length + 1);
      const until = random.chance(0.5) ? text.length : from + random.below(text.length - from + 1);
      const passage = {line: key, from, until};
      const story = await passageStory(asks, documentId, seq, passage);
      const said = story.removed.map(({at: _at, ...words}) => words);
      const expected = told(removed, from, until);
      expect({seq, text, ...passage, said}).toEqual({seq, text, ...passage, said: expected});
    };
    const kept = asked();
    let all: readonly Shown[] = [];
    await live(world, random, async (shown) => {
      all = shown;
      if (random.chance(0.2)) await compare(kept, random.pick(shown));
      if (random.chance(0.1)) await sealAll(journal.seals, documentId, 8);
    });
    const last = all.filter(({seq}) => seq === journal.entries.length);
    const some = Array.from({length: 30}, () => random.pick(all));
    for (const asks of [kept, asked()]) {
      for (const shown of [...some, ...last]) await compare(asks, shown);
    }
  },
);
