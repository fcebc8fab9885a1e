/** One of many, in groups with a heading each: the arrows go through all of them. */

import {Label, RadioGroup} from 'react-aria-components';
import {ChoiceOption, type ChoiceProps} from './choice.tsx';
import './choice.css';
import './text-field.css';

export interface ChoiceGroup<Value extends string> {
  readonly label: string;
  readonly options: ChoiceProps<Value>['options'];
}

export interface GroupedChoiceProps<Value extends string> {
  readonly label: string;
  readonly groups: readonly ChoiceGroup<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function GroupedChoice<Value extends string>({
  label,
  groups,
  value,
  onChange,
}: GroupedChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = groups.flatMap(({options}) => options).find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup className="choice choice-grouped" value={value} onChange={choose}>
      <Label className="field-label">{label}</Label>
      {groups.map((group) => (
        <Group key={group.label} {...group} />
      ))}
    </RadioGroup>
  );
}

function Group<Value extends string>({label, options}: ChoiceGroup<Value>) {
  return (
    <fieldset className="choice-group">
      <legend className="choice-heading">{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <ChoiceOption key={option.value} {...option} />
        ))}
      </div>
    </fieldset>
  );
}
