/** People at work in real editors, and the difference that they make between two moments. */

import {actsOf} from '@samenspel/server/history/difference/acts.ts';
import {
  type DifferenceInput,
  differenceBetween,
} from '@samenspel/server/history/difference/difference.ts';
import type {Entry} from '@samenspel/server/journal/journal.ts';
import {deletesOf, rangesOf} from '@samenspel/server/journal/segment.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import type {
  Change,
  Difference,
  DifferenceBlock,
  DifferenceRun,
  DocumentId,
  DrawnNode,
  Seq,
} from '@samenspel/shared';
import type {Node} from '@tiptap/pm/model';
import type {Transaction} from '@tiptap/pm/state';
import {yXmlFragmentToProsemirrorJSON} from '@tiptap/y-tiptap';
import {type Author, type Authors, openAuthorsAtWork} from './authors.ts';

export interface Desk {
  readonly team: Authors;
  readonly amina: Author;
  readonly bram: Author;
  /** Somebody changes the text, in one transaction. */
  does(author: Author, work: (tr: Transaction, make: Make) => unknown): void;
  /** From now on is later. */
  mark(): void;
  /** How many rows there were then. */
  marked(): number;
  /** Between `mark` and now. */
  difference(): Difference;
}

export type Make = (
  type: string,
  attrs?: Readonly<Record<string, unknown>> | null,
  ...content: readonly (Node | string)[]
) => Node;

/** Amina has written this; Bram is there too. */
export function desk(write: (make: Make) => readonly Node[]): Desk {
  const team = openAuthorsAtWork(3);
  const [amina, bram] = team.people;
  if (!amina || !bram) throw new Error('Nobody came');
  let marked = 0;
  const does: Desk['does'] = (author, work) =>
    team.free(author, () => {
      const {tr} = author.editor.state;
      work(tr, makerFor(author));
      author.editor.dispatch(tr);
    });
  const one: Desk = {
    ...{team, amina, bram, does},
    mark: () => (marked = team.rows.length),
    marked: () => marked,
    difference: () => differenceBetween(momentsOf(team, marked, team.rows.length)),
  };
  does(amina, (tr) => tr.replaceWith(0, tr.doc.content.size, [...write(makerFor(amina))]));
  one.mark();
  return one;
}

/** Every editor has a schema of its own. */
function makerFor({editor: {schema}}: Author): Make {
  return (type, attrs = null, ...content) => {
    const nodes = content.map((one) => (typeof one === 'string' ? schema.text(one) : one));
    return schema.node(type, attrs, nodes);
  };
}

/** The rows are the journal, one entry a second. */
export function momentsOf(team: Authors, earlier: number, later: number): DifferenceInput {
  const rows = team.rows.slice(0, later);
  const moment = (count: number) => ({
    ...{seq: count as Seq, at: count * 1_000},
    doc: documentOf(
      null,
      rows.slice(0, count).map(({bytes}) => bytes),
    ),
  });
  const seqOf = (index: number) => (index + 1) as Seq;
  const entries = entriesOf(team, later).slice(earlier);
  return {
    ...{earlier: moment(earlier), later: moment(later), owners: team.owners},
    attributions: rows.flatMap(({told: {attributions}}, index) =>
      attributions.map((row) => ({...row, seq: seqOf(index)})),
    ),
    acts: actsOf(
      entries.map(({bytes, ...mark}) => ({
        ...{mark, wrote: rangesOf(bytes), removed: deletesOf(bytes)},
      })),
    ),
    entries: () => entries,
  };
}

/** The journal up to here. */
export function entriesOf({rows}: Authors, until: number): readonly Entry[] {
  return rows.slice(0, until).map(({bytes, actor}, index) => ({
    ...{documentId: 'document1' as DocumentId, clientId: null, kind: 'edit'},
    ...{bytes, actor, seq: (index + 1) as Seq, at: (index + 1) * 1_000},
  }));
}

/** What a moment shows, by another reader than the one that is tested. */
export function textAt(team: Authors, count: number): DrawnNode {
  const doc = documentOf(
    null,
    team.rows.slice(0, count).map(({bytes}) => bytes),
  );
  const {content} = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default'));
  return tidy({type: 'doc', content: content.flat() as DrawnNode[]});
}

/** Marks and attributes in one order, nothing that is empty, pieces that look alike in one. */
export function tidy({type, attrs, content, text, marks}: DrawnNode): DrawnNode {
  const sorted = (one: Readonly<Record<string, unknown>> | undefined) =>
    Object.fromEntries(
      Object.entries(one ?? {})
        .filter(([, value]) => value !== null && value !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  const known = sorted(attrs);
  const children: DrawnNode[] = [];
  for (const child of (content ?? []).map(tidy)) {
    const last = children.at(-1);
    const isMore =
      last?.text !== undefined &&
      child.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(child.marks);
    if (last && isMore)
      children[children.length - 1] = {...last, text: `${last.text}${child.text}`};
    else if (child.text !== '') children.push(child);
  }
  const drawnMarks = (marks ?? [])
    .map((mark) => ({type: mark.type, attrs: sorted(mark.attrs)}))
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return {
    type,
    ...(text === undefined ? {} : {text}),
    ...(Object.keys(known).length > 0 ? {attrs: known} : {}),
    ...(children.length > 0 ? {content: children} : {}),
    ...(drawnMarks.length > 0 ? {marks: drawnMarks} : {}),
  };
}

/** The whole of it in signs: `[-gone-]`, `{+come+}`, `[>gone elsewhere>]`, `{<come from elsewhere<}`. */
export function signs({blocks}: Difference): string {
  const lines: string[] = [];
  const visit = (block: DifferenceBlock): void => {
    const runs = block.content.filter((one): one is DifferenceRun => one.is === 'run');
    if (runs.length > 0) lines.push(runs.map(signOf).join(''));
    for (const child of block.content) if (child.is === 'block') visit(child);
  };
  for (const block of blocks) if (block.is === 'block') visit(block);
  return lines.join(' | ');
}

function signOf({where, text, moved, was, type}: DifferenceRun): string {
  const words = type === 'text' ? text : '⏎';
  if (where === 'earlier') return moved ? `[>${words}>]` : `[-${words}-]`;
  if (where === 'later') return moved ? `{<${words}<}` : `{+${words}+}`;
  return was ? `*${words}*` : words;
}

/** The changes without what says where: what, and by whom. */
export function told({changes}: Difference): readonly object[] {
  return changes.map(
    ({key: _key, block: _block, place: _place, seq: _seq, at: _at, ...rest}) => rest,
  );
}

export function only<T extends Change['what']>(
  {changes}: Difference,
  what: T,
): Extract<Change, {what: T}> {
  const found = changes.filter((one): one is Extract<Change, {what: T}> => one.what === what);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} × ${what}`);
  return first;
}

/** Where this text stands in the author's editor. */
export function find(
  {editor}: Author,
  text: string,
): {readonly from: number; readonly to: number; readonly pos: number; readonly node: Node} {
  let found: {from: number; to: number; pos: number; node: Node} | null = null;
  editor.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textContent.indexOf(text) : -1;
    if (at >= 0) found ??= {from: pos + 1 + at, to: pos + 1 + at + text.length, pos, node};
  });
  if (!found) throw new Error(`“${text}” is not there`);
  return found;
}
