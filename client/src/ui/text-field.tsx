/** One line of text with its label above it, and what is wrong with it beside it. */

import {FieldError, Input, Label, Text, TextField as AriaTextField} from 'react-aria-components';
import './text-field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** A sentence; the field counts as wrong while there is one. */
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  readonly name?: string;
}

export function TextField({label, value, onChange, hint, error, ...rest}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      className="text-field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Input />
      {hint ? (
        <Text slot="description" className="muted">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
