/** One of a few, each with a line that says what it is. */

import {FieldError, Label, Radio, RadioGroup} from 'react-aria-components';
import './choice.css';
import './text-field.css';

export interface ChoiceOptionProps<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly ChoiceOptionProps<Value>[];
  /** null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** A sentence; the choice counts as wrong while there is one. */
  readonly error?: string | null;
}

export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  error = null,
}: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup
      className="choice"
      value={value}
      onChange={choose}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      {options.map((option) => (
        <ChoiceOption key={option.value} {...option} />
      ))}
      <FieldError className="field-error">{error}</FieldError>
    </RadioGroup>
  );
}

/** Inside a group of radio buttons. */
export function ChoiceOption<Value extends string>({value, label, hint}: ChoiceOptionProps<Value>) {
  return (
    <Radio value={value} className="choice-option">
      <span className="choice-dot" aria-hidden="true" />
      <span>
        <span className="choice-label">{label}</span>
        {hint ? <span className="muted">{hint}</span> : null}
      </span>
    </Radio>
  );
}
