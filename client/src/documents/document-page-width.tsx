/** One of two wordings, by the room there is; the other is there for nobody. */

export interface WideOrNarrowProps {
  readonly wide: string;
  readonly narrow: string;
}

export function WideOrNarrow({wide, narrow}: WideOrNarrowProps) {
  return (
    <>
      <span className="only-wide">{wide}</span>
      <span className="only-narrow">{narrow}</span>
    </>
  );
}
