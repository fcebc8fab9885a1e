/** The signs of the four states, so that none is told by its colour alone. */

import type {Status} from '@samenspel/shared';

const namespace = 'http://www.w3.org/2000/svg';

/** On a field of 20 by 20. */
const signs: Readonly<Record<Status | 'look', string>> = {
  // A dotted circle: not there yet.
  idea: 'M10 3.5v0M14.6 5.4v0M16.5 10v0M14.6 14.6v0M10 16.5v0M5.4 14.6v0M3.5 10v0M5.4 5.4v0',
  // A clock: time goes into it.
  underway: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM10 6.5v3.5l2.5 1.5',
  // A tick.
  achieved: 'M4 10.5l4 4l8-9',
  // Two bars: it rests.
  parked: 'M7 4.5v11M13 4.5v11',
  look: 'M10 4v7.5M10 15.5v0',
};

/** As SVG, for what is drawn outside React. */
export function drawSign(of: Status | 'look'): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const shape = document.createElementNS(namespace, 'path');
  for (const [name, value] of Object.entries(signAttributes)) svg.setAttribute(name, value);
  svg.setAttribute('class', `sign sign-${of}`);
  svg.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', signs[of]);
  svg.append(shape);
  return svg;
}

/** The look of every sign. */
export const signAttributes = {
  viewBox: '0 0 20 20',
  width: '16',
  height: '16',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

/** The path of a sign. */
export function shapeOf(sign: Status | 'look'): string {
  return signs[sign];
}
