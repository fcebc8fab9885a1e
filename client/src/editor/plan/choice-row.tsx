/** One of a few short words in a row; pressing what is chosen takes it back. */

import type {ReactNode} from 'react';
import {Label, ToggleButton, ToggleButtonGroup} from 'react-aria-components';
import {useId} from 'react';

export interface ChoiceRowProps<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly words: string;
    readonly icon?: ReactNode;
  }[];
  /** null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

export function ChoiceRow<Value extends string>({
  label,
  options,
  value,
  onChange,
}: ChoiceRowProps<Value>) {
  const id = useId();
  return (
    <div className="choice-row">
      <Label id={id} className="field-label" elementType="span">
        {label}
      </Label>
      <ToggleButtonGroup
        aria-labelledby={id}
        className="choice-row-options"
        selectionMode="single"
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) =>
          onChange(options.find((option) => keys.has(option.value))?.value ?? null)
        }
      >
        {options.map(({value: one, words, icon}) => (
          <ToggleButton key={one} id={one} className="choice-row-option">
            {icon}
            <span>{words}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
