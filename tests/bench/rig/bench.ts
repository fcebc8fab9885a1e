/** What a bench is, and what it hands back: figures, each beside its bound and its target. */

export interface Bench {
  /** What is measured, in one line. */
  readonly about: string;
  run(context: Context): Promise<readonly Row[]>;
}

export interface Context {
  /** The sizes of the targets, where the quick ones are smaller. */
  readonly full: boolean;
  /** A folder of its own, removed afterwards. */
  readonly folder: string;
}

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held against, measured in the same run. */
  readonly bound: Bound | null;
  readonly target: Target | null;
}

export interface Bound {
  readonly what: string;
  readonly value: number;
}

export type Target = {readonly atMost: number} | {readonly atLeast: number};

export interface Against {
  readonly bound?: Bound;
  readonly target?: Target;
}

export function row(what: string, value: number, unit: string, against: Against = {}): Row {
  return {what, value, unit, bound: against.bound ?? null, target: against.target ?? null};
}

/** null when nothing was aimed for. */
export function isMet({value, target}: Row): boolean | null {
  if (!target) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}
