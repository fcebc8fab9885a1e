/** A part of the overview under its heading; without anything in it one sentence says so. */

import {type ReactNode, useId} from 'react';

export interface OverviewSectionProps {
  readonly title: string;
  /** Said instead of what is in it; null when there is something. */
  readonly empty?: string | null;
  /** 'columns' takes the whole width of a page, where there is one. */
  readonly layout?: 'plain' | 'columns';
  readonly children?: ReactNode;
}

export function OverviewSection({
  title,
  empty = null,
  layout = 'plain',
  children,
}: OverviewSectionProps) {
  const heading = useId();
  return (
    <section className={`overview-section overview-${layout}`} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className="overview-body">
        {empty === null ? children : <p className="muted">{empty}</p>}
      </div>
    </section>
  );
}

export interface OverviewGroupProps {
  readonly title: ReactNode;
  /** How it stands at first; then it is the reader's. */
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** Lines under a name; can be folded. */
export function OverviewGroup({title, isOpen = true, children}: OverviewGroupProps) {
  return (
    <details className="overview-group" open={isOpen}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

export interface FilterProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {readonly value: Value; readonly words: string}[];
  readonly onChange: (value: Value) => void;
}

/** The device's own list: it fits beside a text and in a hand. */
export function Filter<Value extends string>({
  label,
  value,
  options,
  onChange,
}: FilterProps<Value>) {
  const id = useId();
  return (
    <div className="overview-filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}
