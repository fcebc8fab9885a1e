/**
 * How often the server says somebody wrote what somebody else did, by kind of edit.
 *
 * Five people edit one document in real editors. The truth is tracked by ProseMirror's own position
 * mapping: a character keeps its author wherever a transaction maps it; what is typed is the actor's;
 * what was dragged, cut or undone keeps the author it had when it was taken. Counted are the characters
 * that an edit puts down under new ids, and any other that changes its author because of it; formatting
 * puts none down, so of it all characters in the blocks that it touches are counted.
 */

import {openProvenanceTracker} from '@samenspel/server/history/provenance/tracker.ts';
import {nothingRemembered} from '@samenspel/server/history/provenance.ts';
import * as Y from 'yjs';
import {simulate} from '../support/author-edits.ts';
import {sum, tally, type Tally} from '../support/author-tally.ts';
import {type Authors, openAuthorsAtWork} from '../support/authors.ts';
import {seeded} from '../support/random.ts';
import {type Bench, type Row, row} from './rig/bench.ts';
import {spreadOf} from './rig/percentiles.ts';

const structuralEdits = 20_000;
/** Spread over so many documents, each with a past of its own. */
const documents = 16;
const people = 5;

export const attribution: Bench = {
  about: `misattributed characters, ${structuralEdits} structural edits by ${people} people; bound: believing the ids`,
  async run({full}) {
    const seeds = Array.from({length: full ? documents * 3 : documents}, (_, index) => index + 1);
    const kinds = new Map<string, Tally>();
    let left = {wrong: 0, all: 0};
    let team: Authors | null = null;
    for (const seed of seeds) {
      team = openAuthorsAtWork(people);
      const simulation = simulate(team, seeded(seed));
      simulation.begin(40);
      for (const [kind, one] of tally(simulation, structuralEdits / documents)) {
        kinds.set(kind, sum([one, kinds.get(kind) ?? sum([])]));
      }
      const {wrong, all} = team.misattributed();
      left = {wrong: left.wrong + wrong, all: left.all + all};
    }
    return [
      ...[...kinds].map(([kind, one]) => share(`${kind}, ${one.edits} edits`, one, 5)),
      share('all', sum(kinds.values()), 2),
      row('of the text at the end', (left.wrong / left.all) * 100, '%', {target: {atMost: 2}}),
      ...(team ? costs(team) : []),
    ];
  },
};

function share(what: string, {put, wrong, wrongByIds}: Tally, atMost: number): Row {
  return row(what, (wrong / put) * 100, '%', {
    bound: {what: 'by ids', value: (wrongByIds / put) * 100},
    target: {atMost},
  });
}

/** Time in `afterTransaction` alone: what was typed, and everything. */
function costs({rows, owners}: Authors): readonly Row[] {
  const doc = new Y.Doc();
  const tracker = openProvenanceTracker(owners, nothingRemembered);
  const all: number[] = [];
  const typed: number[] = [];
  let first = true;
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!first) return;
    first = false;
    const started = performance.now();
    const {attributions} = tracker.tell(transaction);
    const tookUs = (performance.now() - started) * 1_000;
    all.push(tookUs);
    if (attributions.length === 0) typed.push(tookUs);
  });
  for (const {bytes} of rows) {
    first = true;
    Y.applyUpdate(doc, bytes);
  }
  doc.destroy();
  const typing = spreadOf(typed);
  const every = spreadOf(all);
  return [
    row('cost of a typing update, p50', typing.p50, 'µs', {target: {atMost: 15}}),
    row('cost of a typing update, p99', typing.p99, 'µs'),
    row('cost of any update, p50', every.p50, 'µs'),
    row('cost of any update, p99', every.p99, 'µs'),
    row('updates', every.count, ''),
    row(
      'attributions per structural update',
      rows.reduce((total, {told}) => total + told.attributions.length, 0) /
        rows.filter(({told}) => told.attributions.length > 0).length,
      '',
    ),
  ];
}
