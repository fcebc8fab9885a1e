/** A person by name and side; the side by its pattern and its word, never by colour alone. */

import {type Side, sideWord} from '@samenspel/shared';
import './person.css';

export interface PersonProps {
  readonly name: string;
  readonly side: Side;
  /** Behind the name, in brackets: "jij", a role. */
  readonly note?: string | null;
}

export function Person({name, side, note}: PersonProps) {
  return (
    <span className="person">
      <SideMark side={side} />
      <span>
        <span className="person-name">{name}</span>
        {note ? <span className="muted"> ({note})</span> : null}{' '}
        <span className={`person-side person-side-${side}`}>{sideWord(side)}</span>
      </span>
    </span>
  );
}

/** The pattern of a side alone: only where the word stands beside it. */
export function SideMark({side}: {readonly side: Side}) {
  return <span className={`side-mark side-mark-${side}`} aria-hidden="true" />;
}
