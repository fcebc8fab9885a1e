/** The text at a step of the film. What stays the same between two steps is not drawn again. */

import type {DocumentId, NamedPeople} from '@samenspel/shared';
import {memo, useMemo} from 'react';
import {usePeople} from '../../editor/plan/people.ts';
import {history as words} from '../../words/index.ts';
import type {Drawer} from '../draw.ts';
import {drawBlock, drawer} from '../prose.tsx';
import type {Frame, FrameBlock} from './reel.ts';
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
  if (frame.blocks.length === 0) return <p className="muted">{words.empty}</p>;
  return (
    <div className="prose film-text">
      {frame.blocks.map((block) => (
        <Block key={block.key} block={block} draw={draw} />
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: FrameBlock;
  readonly draw: Drawer;
}

const Block = memo(
  function Block({block: {json, isNew}, draw}: BlockProps) {
    const drawn = useMemo(() => drawBlock(json, draw), [json, draw]);
    return <div className={isNew ? 'film-block film-new' : 'film-block'}>{drawn}</div>;
  },
  (one, other) =>
    one.draw === other.draw &&
    one.block.json === other.block.json &&
    one.block.isNew === other.block.isNew,
);
