/** The three states of a page without its content: on its way, empty, and not there. */

import type {ReactNode} from 'react';
import {general} from '../words/index.ts';
import './states.css';

export function Loading({words = general.loading}: {readonly words?: string}) {
  return <output className="loading">{words}</output>;
}

export interface EmptyStateProps {
  readonly title: string;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
  /** The one button that goes on. */
  readonly action?: ReactNode;
}

export function EmptyState({title, level = 2, children, action}: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty-state">
      <Heading>{title}</Heading>
      {children ? <p className="muted">{children}</p> : null}
      {action}
    </div>
  );
}
