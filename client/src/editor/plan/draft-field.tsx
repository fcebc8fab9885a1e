/**
 * A field that is read when somebody is done with it: what they typed goes into the document whatever
 * it is, and what is wrong with it stands beside it.
 */

import {FieldError, Input, Label, Text, TextField} from 'react-aria-components';
import {useDraft} from './use-draft.ts';
import '../../ui/text-field.css';

export interface DraftFieldProps {
  readonly label: string;
  /** What stands in the document now. */
  readonly value: string;
  /** Called when it was changed and left, also by closing what it stands in. */
  readonly onCommit: (typed: string) => void;
  readonly error: string | null;
  readonly hint?: string;
  readonly inputMode?: 'text' | 'decimal';
}

export function DraftField({
  label,
  value,
  onCommit,
  error,
  hint,
  inputMode = 'text',
}: DraftFieldProps) {
  const {shown, isTyping, type, commit} = useDraft(value, onCommit);
  return (
    <TextField
      className="text-field"
      value={shown}
      onChange={type}
      onBlur={() => commit()}
      isInvalid={error !== null && !isTyping}
      validationBehavior="aria"
      autoComplete="off"
      inputMode={inputMode}
    >
      <Label>{label}</Label>
      <Input
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      {hint ? (
        <Text slot="description" className="muted">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
