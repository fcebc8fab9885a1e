/**
 * A card lays something out in its parts: an image with what is true of it and what should change,
 * what both sides see and what each sees, a conversation, a wall with the key that opened it.
 */

import {mergeAttributes, Node} from '@tiptap/core';
import {choices} from './plan-blocks.ts';

export const Card = Node.create({
  name: 'card',
  group: 'planBlock',
  content: '(block | blockTitle | facet | carrier)+',
  defining: true,
  addAttributes: () => choices(['id', 'kind']),
  parseHTML: () => [{tag: 'section[data-block="card"]'}],
  renderHTML: ({HTMLAttributes}) => [
    'section',
    mergeAttributes(HTMLAttributes, {'data-block': 'card'}),
    0,
  ],
});

export const Facet = Node.create({
  name: 'facet',
  content: 'block+',
  defining: true,
  addAttributes: () => choices(['name']),
  parseHTML: () => [{tag: 'div[data-facet]'}],
  renderHTML: ({HTMLAttributes}) => ['div', mergeAttributes(HTMLAttributes, {'data-facet': ''}), 0],
});
