/**
 * A text of any length, in groups of blocks: what is out of view is not laid out, and from one moment of
 * it to the next only what differs is drawn anew, so that what one reads stays in its place.
 */

import type {NamedPeople} from '@samenspel/shared';
import {type CSSProperties, memo, useMemo} from 'react';
import {history as words} from '../words/index.ts';
import {boxOf} from './block-box.ts';
import type {Block as JsonBlock} from './draw.ts';
import type {TextBlock, TextGroup} from './film/groups.ts';
import {PeopleInText} from './people-in-text.ts';
import {draw, drawBlock, isBlock} from './prose.tsx';
import '../editor/prose.css';
import './grouped-text.css';

export interface GroupedTextProps {
  readonly groups: readonly TextGroup[];
  /** Who is named in it. */
  readonly people: NamedPeople;
}

export function GroupedText({groups, people}: GroupedTextProps) {
  if (groups.length === 0) return <p className="muted">{words.empty}</p>;
  return (
    <PeopleInText value={people}>
      <div className="prose">
        {groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </div>
    </PeopleInText>
  );
}

const Group = memo(
  function Group({group: {blocks}}: {readonly group: TextGroup}) {
    return (
      <div className="text-group" style={roomFor(blocks)}>
        {blocks.map((block) => (
          <Block key={block.key} block={block} />
        ))}
      </div>
    );
  },
  (one, other) => isSameGroup(one.group, other.group),
);

/** From which the height is guessed until it has been seen. */
function roomFor(blocks: readonly TextBlock[]): CSSProperties {
  const characters = blocks.reduce((sum, {json}) => sum + (isBlock(json) ? lengthOf(json) : 0), 0);
  return {'--blocks': blocks.length, '--characters': characters} as CSSProperties;
}

function lengthOf({text, content}: JsonBlock): number {
  return (content ?? []).reduce((sum, one) => sum + lengthOf(one), text?.length ?? 0);
}

const Block = memo(
  function Block({block: {json, isNew}}: {readonly block: TextBlock}) {
    const drawn = useMemo(() => drawBlock(json, draw), [json]);
    return <div className={isNew ? `${boxOf(json)} text-new` : boxOf(json)}>{drawn}</div>;
  },
  (one, other) => isSameBlock(one.block, other.block),
);

function isSameGroup(one: TextGroup, other: TextGroup): boolean {
  if (one === other) return true;
  return (
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, index) => isSameBlock(block, other.blocks[index]))
  );
}

function isSameBlock(one: TextBlock, other: TextBlock | undefined): boolean {
  return (
    other !== undefined &&
    one.key === other.key &&
    one.isNew === other.isNew &&
    (one.json === other.json || textOf(one.json) === textOf(other.json))
  );
}

const texts = new WeakMap<object, string>();

/** Two answers tell of a block that stayed by JSON of their own. */
function textOf(json: unknown): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const known = texts.get(json) ?? JSON.stringify(json);
  texts.set(json, known);
  return known;
}
