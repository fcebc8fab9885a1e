/** One of a few, each with a line that says what it is. */

import {Label, Radio, RadioGroup} from 'react-aria-components';
import './choice.css';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
}: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup className="choice" value={value} onChange={choose}>
      <Label className="field-label">{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice-option">
          <span className="choice-dot" aria-hidden="true" />
          <span>
            <span className="choice-label">{option.label}</span>
            {option.hint ? <span className="muted">{option.hint}</span> : null}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
