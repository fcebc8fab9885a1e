/**
 * The blocks that carry meaning: task, goal, action and agreement, and the lines in them that say who,
 * how much and how it went. Each has a stable id.
 *
 * What is a single choice is one attribute, so that two people who fill in different fields of a goal
 * never collide. What is text is inline content, so that it merges and has authors. What several people
 * add to is a child each.
 *
 * Every content rule has the shape `(a | b | …)+`: two people's simultaneous edits can merge into any
 * order and number of the allowed children, and a rule that such a merge could break would make
 * editors drop the block for everyone.
 */

import {type Attribute, mergeAttributes, Node} from '@tiptap/core';

export const planBlockNames = ['task', 'goal', 'action', 'agreement'] as const;
export type PlanBlockName = (typeof planBlockNames)[number];

/** The lines of facts in a block: each is one line of text with choices beside it. */
export const factNames = ['measure', 'carrier', 'fund', 'account'] as const;
export type FactName = (typeof factNames)[number];

/** Every node that has an id of its own: a move keeps it, a copy gets a new one. */
export const identifiedNames = [
  ...planBlockNames,
  'card',
  'carrier',
  'fund',
  'account',
] as const satisfies readonly (PlanBlockName | FactName | 'card')[];

/** What each block may hold besides ordinary text blocks, and which choices it has. */
const planBlocks: Readonly<
  Record<PlanBlockName, {readonly holds: string; readonly choices: readonly string[]}>
> = {
  task: {holds: ' | goal | action | agreement', choices: []},
  goal: {holds: ' | measure | carrier | action | agreement', choices: ['status', 'from', 'until']},
  action: {holds: ' | carrier | fund', choices: ['status', 'from', 'until']},
  agreement: {holds: ' | carrier | account', choices: ['until']},
};

/** The choices of each line of facts; what they may be is read in `plan-fields.ts`. */
const factChoices: Readonly<Record<FactName, readonly string[]>> = {
  measure: [],
  carrier: ['id', 'part', 'side', 'person'],
  fund: ['id', 'amount', 'source', 'state', 'side'],
  account: ['id', 'kept', 'side', 'person'],
};

/** The name of a task, goal, action or agreement: one line of text that merges like any other. */
export const BlockTitle = Node.create({
  name: 'blockTitle',
  content: 'inline*',
  defining: true,
  // Before an ordinary paragraph, which it would be too.
  parseHTML: () => [{tag: '[data-block-title]', priority: 60}],
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
    content: `(block | blockTitle${planBlocks[name].holds})+`,
    defining: true,
    addAttributes: () => choices(['id', ...planBlocks[name].choices]),
    parseHTML: () => [{tag: `section[data-block="${name}"]`}],
    renderHTML: ({HTMLAttributes}) => [
      'section',
      mergeAttributes(HTMLAttributes, {'data-block': name}),
      0,
    ],
  }),
);

export const Facts = factNames.map((name) =>
  Node.create({
    name,
    content: 'inline*',
    defining: true,
    addAttributes: () => choices(factChoices[name]),
    parseHTML: () => [{tag: `p[data-fact="${name}"]`, priority: 60}],
    renderHTML: ({HTMLAttributes}) => [
      'p',
      mergeAttributes(HTMLAttributes, {'data-fact': name}),
      0,
    ],
  }),
);

/** Attributes that stand in HTML as `data-…`, numbers kept apart from words that look like them. */
export function choices(names: readonly string[]): Record<string, Attribute> {
  return Object.fromEntries(
    names.map((name) => {
      const inHtml = `data-${name}`;
      const attribute: Attribute = {
        default: null,
        keepOnSplit: false,
        parseHTML: (element: {getAttribute(name: string): string | null}) =>
          fromHtml(element.getAttribute(inHtml)),
        renderHTML: (attributes: Record<string, unknown>) => ({
          [inHtml]: toHtml(attributes[name]),
        }),
      };
      return [name, attribute];
    }),
  );
}

/** A whole number has a # before it, so that it comes back as a number. */
function toHtml(value: unknown): string | null {
  if (typeof value === 'number') return `#${value}`;
  return typeof value === 'string' ? value : null;
}

function fromHtml(text: string | null): string | number | null {
  return text !== null && /^#-?\d{1,15}$/.test(text) ? Number(text.slice(1)) : text;
}
