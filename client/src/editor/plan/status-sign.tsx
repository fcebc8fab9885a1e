/** The sign of a status, beside its word. */

import type {Status} from '@samenspel/shared';
import {shapeOf, signAttributes} from './signs.ts';

export function StatusSign({status}: {readonly status: Status}) {
  const {
    'stroke-width': strokeWidth,
    'stroke-linecap': cap,
    'stroke-linejoin': join,
    ...rest
  } = signAttributes;
  return (
    <svg
      {...rest}
      strokeWidth={strokeWidth}
      strokeLinecap={cap}
      strokeLinejoin={join}
      className={`sign sign-${status}`}
      aria-hidden
    >
      <path d={shapeOf(status)} />
    </svg>
  );
}
