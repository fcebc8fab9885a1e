/** An address as a picture that a phone reads: dark on light in every scheme, as cameras want it. */

import {useMemo} from 'react';
import {encode} from 'uqr';
import './hand-over.css';

export interface QrCodeProps {
  readonly text: string;
  /** What the picture is, for who does not see it. */
  readonly label: string;
}

/** Modules of white around it: less, and some phones do not find it. */
const quietZone = 4;

export function QrCode({text, label}: QrCodeProps) {
  const {path, size} = useMemo(() => drawn(text), [text]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(text: string): {readonly path: string; readonly size: number} {
  const {data} = encode(text, {ecc: 'M', border: quietZone});
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return {path: squares.join(''), size: data.length};
}
