/**
 * Lines in which nothing is ever thrown away: what is taken out stays with the letter that it stood
 * beside. One step after the other and knowing nothing of ids, so that it can judge who finds it by them.
 */

export interface Taken {
  readonly by: string;
  readonly seq: number;
}

export interface Letter {
  readonly text: string;
  /** Who took it out last; null while it stands in a line. */
  taken: Taken | null;
  /** What was taken out right before it, and right behind it; some of it may have come back. */
  readonly before: Trace[];
  readonly after: Trace[];
}

interface Trace {
  readonly letter: Letter;
  readonly taken: Taken;
}

export interface PlainLine {
  letters: Letter[];
  /** What was taken out when nothing was left to stand beside. */
  waiting: Trace[];
}

export interface Removed extends Taken {
  readonly before: number;
  readonly text: string;
}

export function plainLine(text = ''): PlainLine {
  const line: PlainLine = {letters: [], waiting: []};
  write(line, 0, text);
  return line;
}

export const textOf = ({letters}: PlainLine) => letters.map(({text}) => text).join('');

export function write(line: PlainLine, at: number, text: string): void {
  const letters = Array.from({length: text.length}, (_, place): Letter => ({
    text: text.charAt(place),
    taken: null,
    before: [],
    after: [],
  }));
  letters[0]?.before.push(...line.waiting.splice(0));
  line.letters.splice(at, 0, ...letters);
}

/** These letters of the line, which need not stand together any more. */
export function takeOut(line: PlainLine, gone: readonly Letter[], taken: Taken): void {
  const isGone = new Set(gone);
  const {letters} = line;
  line.letters = letters.filter((letter) => !isGone.has(letter));
  for (const [at, letter] of letters.entries()) {
    if (!isGone.has(letter)) continue;
    letter.taken = taken;
    const trace = {letter, taken};
    const left = letters[at - 1];
    const right = letters.slice(at).find((one) => !isGone.has(one));
    if (left) left.after.push(trace);
    else if (right) right.before.push(trace);
    else line.waiting.push(trace);
  }
}

/** All that was taken out of a line, in its order. */
export function removedFrom({letters}: PlainLine): readonly Removed[] {
  const removed: Removed[] = [];
  const tell = (traces: readonly Trace[], before: number) => {
    for (const {letter, taken} of traces) {
      // It came back; if it went again, that is told where it went.
      if (letter.taken !== taken) continue;
      tell(letter.before, before);
      const last = removed.at(-1);
      if (last?.before === before && last.seq === taken.seq) {
        removed[removed.length - 1] = {...last, text: last.text + letter.text};
      } else {
        removed.push({...taken, before, text: letter.text});
      }
      tell(letter.after, before);
    }
  };
  for (const [at, {before, after}] of letters.entries()) {
    tell(before, at);
    tell(after, at + 1);
  }
  return removed;
}
