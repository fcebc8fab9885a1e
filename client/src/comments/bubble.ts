/** The picture of a comment, where a text has hundreds of them: that of the other icons, without React. */

const svg = 'http://www.w3.org/2000/svg';

/** `size` in pixels. */
export function drawBubble(size: number): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  const attributes = {
    ...{viewBox: '0 0 24 24', width: `${size}`, height: `${size}`, 'aria-hidden': 'true'},
    ...{fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linejoin': 'round'},
  };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', 'M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z');
  icon.append(path);
  return icon;
}
