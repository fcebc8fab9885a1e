/** The lines of facts in the text: who as a chip, money and accounts as quiet rows. */

import {
  accountFacts,
  carrierFacts,
  fundFactsText,
  keptWord,
  partWord,
  readPerson,
  unreachable,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import type {EditorView, NodeView} from '@tiptap/pm/view';
import {facts as words, line as lineWords} from '../../words/plan.ts';
import {idOf, readFund} from './block-facts.ts';
import {aside, press, sideMark, sideWords} from './draw.ts';
import {idAt, openFields} from './open-fields.ts';
import {type PlanView, planStorage} from './plan-facts.ts';
import {drawSign} from './signs.ts';

/** The lines that have a view; a measure is only text under its label. */
export const viewedFacts = ['carrier', 'fund', 'account'] as const;
export type ViewedFact = (typeof viewedFacts)[number];

export interface FactViewProps {
  readonly editor: Editor;
  readonly view: EditorView;
  readonly node: ProseMirrorNode;
  readonly getPos: () => number | undefined;
}

/** What stands before and behind the words of a line, and what is asked while there are none. */
interface Drawn {
  readonly before: readonly (Node | string)[];
  readonly behind: readonly (Node | string)[];
  readonly hint: string;
}

export function factView(
  name: ViewedFact,
  {editor, view: on, node: first, getPos}: FactViewProps,
): NodeView {
  let node = first;
  const dom = document.createElement('div');
  dom.dataset['fact'] = name;
  const contentDOM = document.createElement('span');
  contentDOM.className = 'fact-words';
  const before = aside('span', 'fact-before');
  const behind = aside('span', 'fact-behind');
  dom.append(before, contentDOM, behind);

  function paint(): void {
    const drawn = draw(name, node, editor);
    const {hint} = drawn;
    before.replaceChildren(...drawn.before);
    const note = isSecond() ? [` · ${lineWords.double}. ${lineWords.doubleWhy}`] : [];
    const said = [...drawn.behind, ...note];
    behind.replaceChildren(on.editable ? press('fact-open', said, open) : inSpan(said));
    contentDOM.dataset['hint'] = node.content.size === 0 && on.editable ? hint : '';
  }
  function isSecond(): boolean {
    const [id, pos] = [idOf(node), getPos()];
    if (id === null || pos === undefined || name !== 'fund') return false;
    return planStorage(editor).isSecond(id, pos, on.state.doc);
  }
  function open(): void {
    const pos = getPos();
    if (pos === undefined) return;
    const id = idAt(editor, pos);
    const $pos = on.state.doc.resolve(pos);
    if (id === null || $pos.depth === 0) return;
    openFields(editor, $pos.before(), {
      part: {kind: 'line', id},
      anchor: () => dom,
    });
  }

  const painted: PlanView = {dom, paint};
  planStorage(editor).remember(painted);
  paint();
  const isBeside = (target: Node) => before.contains(target) || behind.contains(target);
  return {
    ...{dom, contentDOM},
    update(next) {
      if (next.type !== node.type) return false;
      const isOld =
        next.sameMarkup(node) && (next.content.size === 0) === (node.content.size === 0);
      node = next;
      if (!isOld) paint();
      return true;
    },
    stopEvent: ({target}) => target instanceof Node && isBeside(target),
    ignoreMutation: ({type, target}) =>
      type !== 'selection' &&
      (isBeside(target) || target === dom || (target === contentDOM && type === 'attributes')),
    destroy: () => planStorage(editor).forget(painted),
  };
}

function draw(name: ViewedFact, node: ProseMirrorNode, editor: Editor): Drawn {
  const {desk} = planStorage(editor);
  const people = desk.people();
  const id = readPerson(node.attrs['person']);
  if (id !== null && !people.has(id)) desk.ask(id);
  switch (name) {
    case 'carrier': {
      const {part, person, side} = carrierFacts(node.attrs, people);
      const who = person ? [person.name] : [];
      const does = part === 'carries' ? [] : [quiet(partWord(part))];
      return {
        before: [...does, ...sideMark(side), ...who],
        behind: [sideWords(side)],
        hint: person ? '' : words.nameHint,
      };
    }
    case 'fund': {
      const fund = readFund(node);
      const known = fundFactsText(fund);
      const look = fund.amount.kind === 'unreadable' ? [' ', drawSign('look'), lineWords.look] : [];
      return {before: [], behind: [known || words.noAmount, ...look], hint: words.fundHint};
    }
    case 'account': {
      const {kept, person, side} = accountFacts(node.attrs, people);
      const by =
        person || side ? [...sideMark(side), person?.name ?? '', ' ', sideWords(side)] : [];
      return {
        before: [quiet(kept ? keptWord(kept) : words.noKept)],
        behind: by.length > 0 ? [`${words.by('')} `, ...by] : [words.unknownPart],
        hint: words.accountHint,
      };
    }
    default:
      return unreachable(name);
  }
}

function quiet(word: string): HTMLElement {
  return inSpan([word], 'fact-word');
}

function inSpan(content: readonly (Node | string)[], className = 'fact-said'): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.append(...content);
  return span;
}
