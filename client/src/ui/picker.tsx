/** One of a list, chosen from the device's own: it fits in a line, and in a hand. */

import {useId} from 'react';
import './picker.css';

export interface PickerOption<Value extends string> {
  readonly value: Value;
  readonly words: string;
}

export interface PickerProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly PickerOption<Value>[];
  readonly onChange: (value: Value) => void;
}

export function Picker<Value extends string>({
  label,
  value,
  options,
  onChange,
}: PickerProps<Value>) {
  const id = useId();
  return (
    <span className="picker">
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
    </span>
  );
}
