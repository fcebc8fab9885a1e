import type {DocumentId, PersonId} from '@samenspel/shared';
import {segmentsContract} from '../contracts/segments.ts';
import {memoryJournal} from '../support/memory-journal.ts';

const documentId = 'document1' as DocumentId;
const people = ['person1', 'person2', 'person3'] as PersonId[];

segmentsContract(
  'The journal in memory',
  async () => {
    const journal = memoryJournal([documentId]);
    const {segments, checkpoints, heads} = journal.made;
    return {
      ...{journal, seals: journal.seals, documentId, people},
      rows: async () => journal.entries.length - (segments.at(-1)?.seq1 ?? 0),
      segments: async () => segments.map(({seq1}) => seq1),
      checkpoints: async () => checkpoints.map(({seq}) => seq),
      async spoil(what, seq) {
        if (what === 'segment') {
          const index = segments.findIndex(({seq1}) => seq1 === seq);
          const segment = segments[index];
          if (segment) segments[index] = {...segment, body: spoiled(segment.body)};
          return;
        }
        const states = what === 'head' ? heads : checkpoints;
        const index = states.findIndex((state) => state.seq === seq);
        const state = states[index];
        if (state) Object.assign(states, {[index]: {...state, state: spoiled(state.state)}});
      },
    };
  },
  {seeds: 16, momentsPerSeed: 100},
);

/** One bit of it is another. */
function spoiled(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
