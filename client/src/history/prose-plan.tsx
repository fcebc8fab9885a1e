/** The plan in a text that is only read: its blocks, lines of facts, cards and sources. */

import {
  accountFacts,
  cardKinds,
  cardWord,
  carrierFacts,
  facetNames,
  facetWord,
  fundText,
  isOpenQuestion,
  keptWord,
  measureWord,
  partWord,
  readChoice,
  type Side,
  sideWord,
  sourceKinds,
  sourceMark,
  sourceWord,
  stateText,
  withSources,
} from '@samenspel/shared';
import type {PlanBlockName} from '@samenspel/shared/schema';
import type {ReactNode} from 'react';
import {SideMark} from '../ui/person.tsx';
import {blockWord} from '../words/blocks.ts';
import type {Block, BlockProps, MarkProps} from './draw.ts';
import {usePeopleInText} from './people-in-text.ts';
import './prose-plan.css';

/** The blocks and lines that say who, how much and how it went. */
export const planLines: Readonly<Record<string, (props: BlockProps) => ReactNode>> = {
  blockTitle: ({children}) => <p data-block-title="">{filled(children)}</p>,
  ...planBlocks(),
  card: Card,
  facet: Facet,
  measure: ({children}) => (
    <p data-fact="measure">
      <Label>{measureWord}</Label>
      {children}
    </p>
  ),
  carrier: Carrier,
  fund: ({node, children}) => (
    <p data-fact="fund">
      <Label>{fundText(node.attrs ?? {})}</Label>
      {children}
    </p>
  ),
  account: Account,
};

/** What a passage rests on: a line under it, and the word where it ends. */
export const sourceMarks = Object.fromEntries(
  sourceKinds.map((kind) => [
    sourceMark(kind),
    ({node, parent, children}: MarkProps) => {
      const pieces = withSources(parent?.content ?? [node]);
      const ends = pieces.some((one) => one.piece === node && one.ends.includes(kind));
      return (
        <span data-source={kind}>
          {children}
          {ends ? <small className="source-word"> {sourceWord(kind)}</small> : null}
        </span>
      );
    },
  ]),
);

export function Paragraph({node, children}: BlockProps) {
  return isOpenQuestion(node) ? null : <p>{filled(children)}</p>;
}

/** An empty line keeps its height. */
export function filled(children: ReactNode): ReactNode {
  return Array.isArray(children) && children.length === 0 ? <br /> : children;
}

/** The word above a task, goal, action or agreement, as the editor draws it: beside the text. */
function planBlocks() {
  const names: readonly PlanBlockName[] = ['task', 'goal', 'action', 'agreement'];
  return Object.fromEntries(
    names.map((name) => [
      name,
      ({node, children}: BlockProps) => (
        <section data-block={name} data-label={labelOf(name, node)}>
          {children}
        </section>
      ),
    ]),
  );
}

function labelOf(name: PlanBlockName, {attrs}: Block): string {
  const state = stateText(attrs ?? {});
  return state === '' ? blockWord(name) : `${blockWord(name)} · ${state}`;
}

function Card({node, children}: BlockProps) {
  const kind = readChoice(cardKinds, node.attrs?.['kind']);
  return (
    <section data-block="card" {...(kind ? {'data-label': cardWord(kind)} : {})}>
      {children}
    </section>
  );
}

function Carrier({node, children}: BlockProps) {
  const {part, person, side} = carrierFacts(node.attrs ?? {}, usePeopleInText());
  return (
    <p data-fact="carrier">
      <Label>{partWord(part)}</Label>
      <Who name={person?.name ?? children} side={side} />
    </p>
  );
}

function Account({node, children}: BlockProps) {
  const {kept, person, side} = accountFacts(node.attrs ?? {}, usePeopleInText());
  return (
    <p data-fact="account">
      <Label>{kept ? keptWord(kept) : null}</Label>
      {person || side ? <Who name={person?.name} side={side} /> : null}
      {children}
    </p>
  );
}

function Facet({node, children}: BlockProps) {
  const name = readChoice(facetNames, node.attrs?.['name']);
  return (
    <div data-facet="">
      {name ? <p className="facet-word">{facetWord(name)}</p> : null}
      {children}
    </div>
  );
}

/** Beside the words of a line, never part of them. */
function Label({children}: {readonly children: string | null}) {
  return children ? <span className="fact-word">{children}</span> : null;
}

/** The side by its pattern and its word, as with people elsewhere. */
function Who({name, side}: {readonly name: ReactNode; readonly side: Side | null}) {
  return (
    <span className="fact-who">
      {side ? <SideMark side={side} /> : null}
      {name === undefined ? null : <span>{name}</span>}
      {side ? <span className={`person-side person-side-${side}`}>{sideWord(side)}</span> : null}
    </span>
  );
}
