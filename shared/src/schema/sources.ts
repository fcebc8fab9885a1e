/**
 * What a passage rests on: lived experience, professional knowledge, policy or research. A mark each,
 * because the same words may rest on more than one and two people may each mark their own.
 */

import {Mark, mergeAttributes} from '@tiptap/core';
import {sourceKinds, sourceMark} from './source-kinds.ts';

export const Sources = sourceKinds.map((kind) =>
  Mark.create({
    name: sourceMark(kind),
    // What is typed behind a passage rests on nothing yet.
    inclusive: false,
    parseHTML: () => [{tag: `span[data-source="${kind}"]`}],
    renderHTML: ({HTMLAttributes}) => [
      'span',
      mergeAttributes(HTMLAttributes, {'data-source': kind}),
      0,
    ],
  }),
);
