/** The earlier text beside the later one, block by block; under each other where there is no room. */

import type {Drawer} from '../draw.ts';
import {drawBlock} from '../prose.tsx';
import {comparing as words} from '../../words/comparing.ts';
import type {MarkedRow} from './marked.ts';

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
      {rows.map(({key, earlier, later}) => (
        <div key={key} className="side-by-side-row">
          <div className="prose marked-text" data-when={words.earlier}>
            {earlier ? drawBlock(earlier, draw) : null}
          </div>
          <div className="prose marked-text" data-when={words.later}>
            {later ? drawBlock(later, draw) : null}
          </div>
        </div>
      ))}
    </div>
  );
}
