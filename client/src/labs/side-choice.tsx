/** On which side somebody stands, in ordinary words; which one comes first takes turns by the day. */

import type {Side} from '@samenspel/shared';
import {useNow} from '../app-world.tsx';
import {Choice} from '../ui/choice.tsx';
import {sidesOn} from './sides.ts';

export interface SideChoiceProps {
  readonly label: string;
  /** null: nothing is chosen for anybody beforehand. */
  readonly value: Side | null;
  readonly onChange: (side: Side) => void;
  readonly words: (side: Side) => string;
  readonly hint?: (side: Side) => string;
  readonly error?: string | null;
}

export function SideChoice({label, value, onChange, words, hint, error}: SideChoiceProps) {
  const now = useNow();
  const options = sidesOn(now).map((side) => ({
    value: side,
    label: words(side),
    ...(hint ? {hint: hint(side)} : {}),
  }));
  return (
    <Choice
      label={label}
      options={options}
      value={value}
      onChange={onChange}
      error={error ?? null}
    />
  );
}
