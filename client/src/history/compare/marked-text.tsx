/** A text with its changes in it: seen by line, pattern and name, heard as what came and what went. */

import {
  type Change,
  type ChangeWords,
  type NamedPeople,
  type PersonId,
  type PersonView,
  readChoice,
  sideWord,
} from '@samenspel/shared';
import type {ReactNode} from 'react';
import {SideMark} from '../../ui/person.tsx';
import {comparing as words, howEnds, howWord} from '../../words/comparing.ts';
import {boxOf} from '../block-box.ts';
import type {BlockProps, Drawer, MarkProps} from '../draw.ts';
import {drawBlock, drawer} from '../prose.tsx';
import {changedBlock, changedWords, goneBlock, type How, type MarkedNode} from './marked.ts';
import '../../editor/prose.css';
import './marked-text.css';

export interface MarkedDrawing {
  readonly changes: readonly Change[];
  readonly people: readonly PersonView[];
  readonly told: ChangeWords;
}

/** Draws nodes of a marked text. */
export function markedDrawer({changes, people, told}: MarkedDrawing): Drawer {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const named: NamedPeople = new Map(people.map((one) => [one.id, one]));
  const noteOf = (keys: readonly string[]) =>
    told.sentences(keys.flatMap((key) => byKey.get(key) ?? []));
  const person = (id: PersonId | null) => people.find((one) => one.id === id) ?? null;

  return drawer(named, {
    nodes: {
      [changedBlock]: ({node, children}: BlockProps) => {
        const {how, keys, begins} = read(node.attrs);
        return (
          <Box how={how} keys={keys}>
            {begins ? <Note sentences={noteOf(keys)} /> : null}
            {children}
          </Box>
        );
      },
      [goneBlock]: ({node}: BlockProps) => {
        const {keys} = read(node.attrs);
        return (
          <div className="changed changed-movedAway" {...placeOf(keys)}>
            <Note sentences={[words.wentElsewhere, ...noteOf(keys)]} />
          </div>
        );
      },
    },
    marks: {
      [changedWords]: ({mark, children}: MarkProps) => {
        const {how, keys, by, begins, ends} = read(mark.attrs);
        // Of words that look different the change says who did it.
        const [change] = keys.flatMap((key) => byKey.get(key) ?? []);
        const who = person(by ?? change?.by[0] ?? null);
        return (
          <Words how={how} keys={keys} side={who?.side ?? null}>
            {begins ? <span className="visually-hidden">{howWord(how)}: </span> : null}
            {children}
            {ends ? (
              <span className="visually-hidden">
                {' '}
                ({how === 'altered' && change ? told.short(change) : howEnds})
              </span>
            ) : null}
            {ends && who ? (
              <small className="changed-who">
                {' '}
                <SideMark side={who.side} /> {who.name}
                <span className="visually-hidden"> ({sideWord(who.side)})</span>
              </small>
            ) : null}
          </Words>
        );
      },
    },
  });
}

export interface MarkedTextProps {
  readonly nodes: readonly MarkedNode[];
  readonly draw: Drawer;
}

export function MarkedText({nodes, draw}: MarkedTextProps) {
  return (
    <div className="prose marked-text">
      {[...nodes.entries()].map(([place, node]) => (
        // A comparison is drawn once: no block comes or goes in it.
        <div key={place} className={boxOf(node)}>
          {drawBlock(node, draw)}
        </div>
      ))}
    </div>
  );
}

/** Where going from change to change finds it, and what takes the focus then. */
function placeOf(keys: readonly string[]) {
  return {'data-change': keys.join(' '), tabIndex: -1};
}

interface ChangedProps {
  readonly how: How;
  readonly keys: readonly string[];
  readonly children: ReactNode;
}

function Box({how, keys, children}: ChangedProps) {
  const rest = {className: `changed changed-${how}`, ...placeOf(keys)};
  if (isGone(how)) return <del {...rest}>{children}</del>;
  return how === 'altered' ? <div {...rest}>{children}</div> : <ins {...rest}>{children}</ins>;
}

function Words({how, keys, side, children}: ChangedProps & {readonly side: string | null}) {
  const by = side === null ? '' : ` changed-by-${side}`;
  const rest = {className: `changed-words changed-${how}${by}`, ...placeOf(keys)};
  if (isGone(how)) return <del {...rest}>{children}</del>;
  return how === 'altered' ? <span {...rest}>{children}</span> : <ins {...rest}>{children}</ins>;
}

function isGone(how: How): boolean {
  return how === 'deleted' || how === 'movedAway';
}

function Note({sentences}: {readonly sentences: readonly string[]}) {
  return sentences.map((sentence) => (
    <p key={sentence} className="changed-note">
      {sentence}
    </p>
  ));
}

const hows = ['inserted', 'deleted', 'movedHere', 'movedAway', 'altered'] as const;

/** Ours, put there by `markedOf`. */
function read(attrs: object | undefined) {
  const value = (name: string): unknown => (attrs ? Reflect.get(attrs, name) : undefined);
  const keys = value('keys');
  const by = value('by');
  return {
    how: readChoice(hows, value('how')) ?? 'altered',
    keys: Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [],
    by: typeof by === 'string' ? (by as PersonId) : null,
    begins: value('begins') === true,
    ends: value('ends') === true,
  };
}
