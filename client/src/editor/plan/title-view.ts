/** A block's title with the quiet line of its facts under it. */

import type {BlockId} from '@samenspel/shared';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import type {NodeView} from '@tiptap/pm/view';
import {line as words} from '../../words/plan.ts';
import {idOf, isFactBlock, readBlock} from './block-facts.ts';
import {aside} from './draw.ts';
import {alongLine, writeMeasure} from './fact-keys.ts';
import type {FactViewProps} from './fact-views.ts';
import {drawLine, drawNotes, type LineOptions} from './facts-line.ts';
import {idAt, openFields} from './open-fields.ts';
import {type PlanView, planStorage} from './plan-facts.ts';
import {setField} from './set-field.ts';

export function titleView({editor, view: on, node: first, getPos}: FactViewProps): NodeView {
  let node = first;
  const dom = document.createElement('div');
  dom.className = 'block-head';
  const contentDOM = document.createElement('p');
  contentDOM.dataset['blockTitle'] = '';
  const line = aside('div', 'facts');
  const notes = aside('div', 'fact-notes');
  dom.append(contentDOM, line, notes);
  // What happens beside the text does not reach the editor's own keys.
  dom.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLButtonElement) alongLine(editor, dom, event);
  });

  const options: Omit<LineOptions, 'isDouble' | 'mayWrite'> = {
    onOpen: (part) => openFields(editor, blockPos(), {part, anchor: () => line}),
    onMeasure: () => forBlock((id) => writeMeasure(editor, id)),
    onTakeUp: () =>
      forBlock((id) => {
        setField(editor, id, 'status', 'underway');
        editor.commands.focus();
      }),
  };

  /** What stands drawn: most of what is typed in a block changes nothing about its line. */
  let drawn = '';

  function paint(): void {
    const block = blockAround();
    const name = block?.node.type.name;
    if (!block || !name || !isFactBlock(name)) {
      drawn = '';
      fill(line, []);
      fill(notes, []);
      return;
    }
    const facts = readBlock(block.node, name);
    const id = idOf(block.node);
    const isDouble = id !== null && planStorage(editor).isSecond(id, block.pos, on.state.doc);
    const title = node.textContent;
    const now = JSON.stringify([facts, isDouble, on.editable, title]);
    if (now === drawn) return;
    drawn = now;
    fill(line, drawLine(facts, {...options, mayWrite: on.editable, isDouble}));
    fill(notes, drawNotes(facts, {...options, mayWrite: on.editable, isDouble}));
    line.setAttribute('role', 'group');
    line.setAttribute('aria-label', words.label(title));
  }
  /** The block of which this is the first title: two people may each have made one. */
  function blockAround(): {readonly node: ProseMirrorNode; readonly pos: number} | null {
    const pos = getPos();
    if (pos === undefined) return null;
    const $pos = on.state.doc.resolve(pos);
    const isFirst = firstTitleOffset($pos.parent) === $pos.parentOffset;
    return $pos.depth > 0 && isFirst ? {node: $pos.parent, pos: $pos.before()} : null;
  }
  function blockPos(): number {
    return blockAround()?.pos ?? -1;
  }
  function forBlock(run: (id: BlockId) => void): void {
    const id = idAt(editor, blockPos());
    if (id !== null) run(id);
  }

  const painted: PlanView = {dom, paint};
  planStorage(editor).remember(painted);
  paint();
  const isBeside = (target: Node) => line.contains(target) || notes.contains(target);
  return {
    ...{dom, contentDOM},
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      return true;
    },
    stopEvent: ({target}) => target instanceof Node && isBeside(target),
    ignoreMutation: ({type, target}) => type !== 'selection' && isBeside(target),
    destroy: () => planStorage(editor).forget(painted),
  };
}

/** Keeps the focus on what stands where it stood: others may change a line while one walks along it. */
function fill(element: HTMLElement, content: readonly Node[]): void {
  const at = [...element.children].findIndex((child) => child === document.activeElement);
  element.replaceChildren(...content);
  element.hidden = content.length === 0;
  const next = element.children[Math.min(at, content.length - 1)];
  if (at !== -1 && next instanceof HTMLElement) next.focus();
}

function firstTitleOffset(block: ProseMirrorNode): number {
  let found = -1;
  block.forEach((child, offset) => {
    if (found === -1 && child.type.name === 'blockTitle') found = offset;
  });
  return found;
}
