/**
 * The blocks that carry meaning: task, goal, action and agreement, each with a stable id and a title.
 *
 * Every content rule has the shape `(a | b | …)+`: two people's simultaneous edits can merge into any
 * order and number of the allowed children, and a rule that such a merge could break would make
 * editors drop the block for everyone.
 */

import {mergeAttributes, Node} from '@tiptap/core';

export const planBlockNames = ['task', 'goal', 'action', 'agreement'] as const;
export type PlanBlockName = (typeof planBlockNames)[number];

/** What each block may hold besides ordinary text blocks. */
const nested: Readonly<Record<PlanBlockName, string>> = {
  task: ' | goal | action | agreement',
  goal: ' | action | agreement',
  action: '',
  agreement: '',
};

/** The name of a task, goal, action or agreement: one line of text that merges like any other. */
export const BlockTitle = Node.create({
  name: 'blockTitle',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{tag: '[data-block-title]'}],
  renderHTML: ({HTMLAttributes}) => [
    'p',
    mergeAttributes(HTMLAttributes, {'data-block-title': ''}),
    0,
  ],
});

export const PlanBlocks = planBlockNames.map((name) =>
  Node.create({
    name,
    group: 'planBlock',
    // The ordinary block comes first: it is what a new line inside becomes.
    content: `(block | blockTitle${nested[name]})+`,
    defining: true,
    addAttributes: () => ({
      id: {
        default: null,
        parseHTML: (element: {getAttribute(name: string): string | null}) =>
          element.getAttribute('data-id'),
        renderHTML: (attributes: Record<string, unknown>) => ({'data-id': attributes['id']}),
      },
    }),
    parseHTML: () => [{tag: `section[data-block="${name}"]`}],
    renderHTML: ({HTMLAttributes}) => [
      'section',
      mergeAttributes(HTMLAttributes, {'data-block': name}),
      0,
    ],
  }),
);
