/** A few lines of text with a label above them, and what is wrong with them beside it. */

import {FieldError, Label, Text, TextArea as AriaTextArea, TextField} from 'react-aria-components';
import {useFirstFocus} from './use-first-focus.ts';
import type {TextFieldProps} from './text-field.tsx';
import './text-field.css';

export type TextAreaProps = Pick<
  TextFieldProps,
  'label' | 'value' | 'onChange' | 'hint' | 'error'
> & {
  /** Takes focus when it appears. */
  readonly isFirst?: boolean;
  readonly rows?: number;
};

export function TextArea({isFirst = false, ...props}: TextAreaProps) {
  return isFirst ? <FirstArea {...props} /> : <Area {...props} />;
}

function FirstArea(props: TextAreaProps) {
  const area = useFirstFocus<HTMLTextAreaElement>();
  return <Area {...props} area={area} />;
}

interface AreaProps extends TextAreaProps {
  readonly area?: ReturnType<typeof useFirstFocus<HTMLTextAreaElement>>;
}

function Area({label, value, onChange, hint, error, rows = 3, area}: AreaProps) {
  return (
    <TextField
      className="text-field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <AriaTextArea rows={rows} {...(area ? {ref: area} : {})} />
      {hint ? (
        <Text slot="description" className="muted">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
