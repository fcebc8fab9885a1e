/** One line of the overview: what it is called, leading to its place, and what is known of it. */

import {type BlockId, type Carrier, type DocumentRef, sideWord} from '@samenspel/shared';
import type {ReactNode} from 'react';
import {Link} from 'wouter';
import {SideMark} from '../ui/person.tsx';
import {overview as words} from '../words/overview.ts';
import {placeHref} from './asked-place.ts';
import {useOverviewWorld} from './overview-world.tsx';

export interface OverviewLineProps {
  readonly place: {readonly id: BlockId | null; readonly document: DocumentRef};
  readonly title: string;
  /** Before the title. */
  readonly sign?: ReactNode;
  /** Under it. */
  readonly children?: ReactNode;
  /** Behind it. */
  readonly action?: ReactNode;
}

export function OverviewLine({place, title, sign, children, action}: OverviewLineProps) {
  const {lead} = useOverviewWorld();
  return (
    <li className="overview-line">
      <div className="overview-line-words">
        <PlaceLink place={place}>
          {sign}
          <span>{title}</span>
        </PlaceLink>
        {children}
        {lead.kind === 'open' && lead.isNamed ? (
          <span className="muted overview-line-where">{words.in(place.document.title)}</span>
        ) : null}
      </div>
      {action}
    </li>
  );
}

function PlaceLink({
  place: {id, document},
  children,
}: Pick<OverviewLineProps, 'place'> & {readonly children: ReactNode}) {
  const {lead} = useOverviewWorld();
  if (lead.kind === 'open') {
    return (
      <Link className="overview-lead" href={placeHref(document.id, id)}>
        {children}
      </Link>
    );
  }
  // Without an id there is nowhere to jump to.
  if (lead.kind === 'none' || id === null) return <span className="overview-lead">{children}</span>;
  return (
    <button type="button" className="overview-lead" onClick={() => lead.to(id)}>
      {children}
    </button>
  );
}

/** Whoever it is, with their side by its pattern and its word. */
export function CarrierName({carrier}: {readonly carrier: Carrier}) {
  const {nameOf, sideOf} = useOverviewWorld();
  const side = sideOf(carrier);
  return (
    <span className="person overview-carrier">
      {side === null ? null : <SideMark side={side} />}
      <span>
        {nameOf(carrier)}
        {side === null ? null : (
          <>
            {' '}
            <span className={`person-side person-side-${side}`}>{sideWord(side)}</span>
          </>
        )}
      </span>
    </span>
  );
}

/** Several of them on one line; nothing for nobody. */
export function CarrierNames({carriers}: {readonly carriers: readonly Carrier[]}) {
  if (carriers.length === 0) return null;
  return (
    <span className="overview-carriers">
      {carriers.map((carrier) => (
        <CarrierName key={carrier.key} carrier={carrier} />
      ))}
    </span>
  );
}
