/** The schema's titles, lines of facts and cards with what stands beside their text. */

import {
  cardKinds,
  cardWord,
  facetNames,
  facetWord,
  measureWord,
  readChoice,
} from '@samenspel/shared';
import {mergeAttributes, type Node} from '@tiptap/core';
import {factView, viewedFacts} from './fact-views.ts';
import {titleView} from './title-view.ts';
import './plan.css';

/** null for a node that is drawn as the schema says. */
export function drawnFact(node: Node): Node | null {
  if (node.name === 'blockTitle') {
    return node.extend({
      addNodeView() {
        const {editor} = this;
        return (props) => titleView({...props, editor});
      },
    });
  }
  const fact = viewedFacts.find((name) => name === node.name);
  if (fact) {
    return node.extend({
      addNodeView() {
        const {editor} = this;
        return (props) => factView(fact, {...props, editor});
      },
    });
  }
  switch (node.name) {
    case 'measure':
      return node.extend({
        renderHTML: ({HTMLAttributes}) =>
          labelled('p', HTMLAttributes, 'fact', 'measure', measureWord),
      });
    case 'card':
      return node.extend({
        renderHTML: ({node: {attrs}, HTMLAttributes}) => {
          const kind = readChoice(cardKinds, attrs['kind']);
          return labelled('section', HTMLAttributes, 'block', 'card', kind ? cardWord(kind) : '');
        },
      });
    case 'facet':
      return node.extend({
        renderHTML: ({node: {attrs}, HTMLAttributes}) => {
          const name = readChoice(facetNames, attrs['name']);
          return labelled('div', HTMLAttributes, 'facet', '', name ? facetWord(name) : '');
        },
      });
    default:
      return null;
  }
}

function labelled(
  tag: string,
  attributes: Record<string, unknown>,
  kind: string,
  name: string,
  label: string,
): [string, Record<string, unknown>, 0] {
  return [tag, mergeAttributes(attributes, {[`data-${kind}`]: name, 'data-label': label}), 0];
}
