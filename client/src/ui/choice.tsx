/** One of a few, each with a line that says what it is. */

import {FieldError, Label, Radio, RadioGroup} from 'react-aria-components';
import './choice.css';
import './text-field.css';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
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
        <Radio key={option.value} value={option.value} className="choice-option">
          <span className="choice-dot" aria-hidden="true" />
          <span>
            <span className="choice-label">{option.label}</span>
            {option.hint ? <span className="muted">{option.hint}</span> : null}
          </span>
        </Radio>
      ))}
      <FieldError className="field-error">{error}</FieldError>
    </RadioGroup>
  );
}
