/** The text at a step of the film. What stays the same between two steps is not drawn again. */

import type {DocumentId, NamedPeople} from '@samenspel/shared';
import {memo, useMemo} from 'react';
import {usePeople} from '../../editor/plan/people.ts';
import {history as words} from '../../words/index.ts';
import {boxOf} from '../block-box.ts';
import type {Drawer} from '../draw.ts';
import {drawBlock, drawer} from '../prose.tsx';
import type {Frame, FrameBlock, FrameGroup} from './reel.ts';
import '../../editor/prose.css';
import './film-text.css';

export interface FilmTextProps {
  readonly documentId: DocumentId;
  readonly frame: Frame;
}

export function FilmText({documentId, frame}: FilmTextProps) {
  const {people} = usePeople(documentId);
  const draw = useMemo(() => {
    const named: NamedPeople = new Map(people.map((one) => [one.id, one]));
    return drawer(named);
  }, [people]);
  if (frame.groups.length === 0) return <p className="muted">{words.empty}</p>;
  return (
    <div className="prose film-text">
      {frame.groups.map((group) => (
        <Group key={group.key} group={group} draw={draw} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: FrameGroup;
  readonly draw: Drawer;
}

const Group = memo(
  function Group({group: {blocks}, draw}: GroupProps) {
    return (
      <div className="film-group" style={{containIntrinsicBlockSize: `auto ${guess(blocks)}rem`}}>
        {blocks.map((block) => (
          <Block key={block.key} block={block} draw={draw} />
        ))}
      </div>
    );
  },
  (one, other) => one.draw === other.draw && isSameGroup(one.group, other.group),
);

/** How high they are together, until they have been seen. */
function guess(blocks: readonly FrameBlock[]): number {
  return blocks.length * 4;
}

interface BlockProps {
  readonly block: FrameBlock;
  readonly draw: Drawer;
}

const Block = memo(
  function Block({block: {json, isNew}, draw}: BlockProps) {
    const drawn = useMemo(() => drawBlock(json, draw), [json, draw]);
    return <div className={isNew ? `${boxOf(json)} film-new` : boxOf(json)}>{drawn}</div>;
  },
  (one, other) => one.draw === other.draw && isSameBlock(one.block, other.block),
);

function isSameGroup(one: FrameGroup, other: FrameGroup): boolean {
  if (one === other) return true;
  return (
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => isSameBlock(block, other.blocks[index]))
  );
}

function isSameBlock(one: FrameBlock, other: FrameBlock | undefined): boolean {
  return (
    other !== undefined &&
    one.key === other.key &&
    one.isNew === other.isNew &&
    (one.json === other.json || textOf(one.json) === textOf(other.json))
  );
}

const texts = new WeakMap<object, string>();

/** Two pieces of the film tell of a block that stayed by JSON of their own. */
function textOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const known = texts.get(json) ?? JSON.stringify(json);
  texts.set(json, known);
  return known;
}
