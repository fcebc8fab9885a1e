/** One line of text with its label above it, and what is wrong with it beside it. */

import type {RefObject} from 'react';
import {FieldError, Input, Label, Text, TextField as AriaTextField} from 'react-aria-components';
import {useFirstFocus} from './use-first-focus.ts';
import './text-field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** A sentence; the field counts as wrong while there is one. */
  readonly error?: string | null;
  /** Takes focus when it appears, as the first question of a dialog. */
  readonly isFirst?: boolean;
  readonly type?: 'text' | 'email' | 'time';
  readonly autoComplete?: 'off' | 'given-name' | 'email';
}

export function TextField({isFirst = false, ...props}: TextFieldProps) {
  return isFirst ? <FirstField {...props} /> : <Field {...props} />;
}

function FirstField(props: Omit<TextFieldProps, 'isFirst'>) {
  return <Field {...props} input={useFirstFocus<HTMLInputElement>()} />;
}

interface FieldProps extends Omit<TextFieldProps, 'isFirst'> {
  readonly input?: RefObject<HTMLInputElement | null>;
}

function Field({
  label,
  value,
  onChange,
  hint,
  error,
  input,
  type = 'text',
  autoComplete = 'off',
}: FieldProps) {
  return (
    <AriaTextField
      className="text-field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      type={type}
      autoComplete={autoComplete}
    >
      <Label>{label}</Label>
      <Input {...(input ? {ref: input} : {})} />
      {hint ? (
        <Text slot="description" className="muted">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
