/** The earlier text beside the later one, block by block; under each other where there is no room. */

import type {ReactNode} from 'react';
import type {Drawer} from '../draw.ts';
import {drawBlock} from '../prose.tsx';
import {comparing as words} from '../../words/comparing.ts';
import type {MarkedNode, MarkedRow} from './marked.ts';

export interface SideBySideProps {
  readonly rows: readonly MarkedRow[];
  readonly draw: Drawer;
}

export function SideBySide({rows, draw}: SideBySideProps) {
  return (
    <div className="side-by-side">
      <div className="side-by-side-row side-by-side-head">
        <h2>{words.earlier}</h2>
        <h2>{words.later}</h2>
      </div>
      {rows.map(({key, inside, earlier, later, isChanged}) => (
        // What stayed the same is shown once where the two stand under each other.
        <div key={key} className={`side-by-side-row${isChanged ? '' : ' side-by-side-same'}`}>
          <Half when={words.earlier} node={earlier} inside={inside} draw={draw} />
          <Half when={words.later} node={later} inside={inside} draw={draw} />
        </div>
      ))}
    </div>
  );
}

interface HalfProps {
  readonly when: string;
  readonly node: MarkedNode | null;
  readonly inside: readonly string[];
  readonly draw: Drawer;
}

function Half({when, node, inside, draw}: HalfProps) {
  const block: ReactNode = node ? drawBlock(node, draw) : null;
  return (
    <div className="prose marked-text" data-when={when}>
      {node
        ? inside.reduceRight<ReactNode>(
            (held, type) => <div className={`side-by-side-inside inside-${type}`}>{held}</div>,
            block,
          )
        : null}
    </div>
  );
}
