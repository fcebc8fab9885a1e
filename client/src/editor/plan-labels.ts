/** Plan blocks with their word above them: drawn beside the text, never part of it. */

import type {Extensions} from '@tiptap/core';
import {type PlanBlockName, planBlockNames, schemaExtensions} from '@samenspel/shared/schema';
import {mergeAttributes, Node} from '@tiptap/core';
import {blockWord} from '../words/blocks.ts';
import {checkWord} from '../words/editor.ts';
import {drawnFact} from './plan/drawn-facts.ts';

/** The schema's extensions, drawn as the history draws them too. */
export function drawnExtensions(): Extensions {
  return schemaExtensions().map((extension) => {
    if (!(extension instanceof Node)) return extension;
    if (isPlanBlock(extension.name)) return withLabel(extension, blockWord(extension.name));
    const drawn = drawnFact(extension);
    if (drawn) return drawn;
    // A wide table scrolls by itself, not the page.
    if (extension.name === 'table') return extension.configure({renderWrapper: true});
    if (extension.name === 'taskItem') {
      const checkboxLabel = (node: {readonly textContent: string}) => checkWord(node.textContent);
      return extension.configure({a11y: {checkboxLabel}});
    }
    return extension;
  });
}

export function isPlanBlock(name: string): name is PlanBlockName {
  return planBlockNames.some((known) => known === name);
}

function withLabel(block: Node, label: string): Node {
  return block.extend({
    renderHTML: ({HTMLAttributes}) => [
      'section',
      mergeAttributes(HTMLAttributes, {'data-block': block.name, 'data-label': label}),
      0,
    ],
  });
}
