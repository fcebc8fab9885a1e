/** Chooses somebody of the lab, or takes the name of a group or role as it is written. */

import type {PersonView} from '@samenspel/shared';
import {type KeyboardEvent, useState} from 'react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import {ChevronDown} from 'lucide-react';
import {Button} from '../../ui/button.tsx';
import {Person} from '../../ui/person.tsx';
import {panel as words} from '../../words/plan.ts';
import '../../ui/text-field.css';

export interface WhoFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly people: readonly PersonView[];
  readonly onPerson: (person: PersonView) => void;
  /** Left out where only somebody of the lab will do. */
  readonly onName?: (name: string) => void;
}

export function WhoField({label, hint, people, onPerson, onName}: WhoFieldProps) {
  const [typed, setTyped] = useState('');
  // Another one after each choice: the field begins anew.
  const [round, setRound] = useState(0);
  const again = () => {
    setTyped('');
    setRound(round + 1);
  };
  function take(): void {
    const name = typed.trim();
    if (name === '') return;
    const same = people.filter(
      (one) => one.name.localeCompare(name, 'nl', {sensitivity: 'base'}) === 0,
    );
    const [only] = same;
    if (only && same.length === 1) onPerson(only);
    else onName?.(name);
    again();
  }
  return (
    <div className="who-field">
      <ComboBox
        key={round}
        className="text-field combo"
        inputValue={typed}
        onInputChange={setTyped}
        onChange={(key) => {
          const person = people.find(({id}) => id === key);
          if (!person) return;
          onPerson(person);
          again();
        }}
        allowsCustomValue={onName !== undefined}
        menuTrigger="focus"
        {...(round > 0 ? {autoFocus: true} : {})}
      >
        <Label>{label}</Label>
        <div className="combo-line">
          <Input
            onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
              const isChoosing = event.currentTarget.getAttribute('aria-activedescendant');
              if (event.key === 'Enter' && !isChoosing && onName) take();
            }}
          />
          <AriaButton className="combo-open">
            <ChevronDown size={18} aria-hidden />
          </AriaButton>
        </div>
        <Text slot="description" className="muted">
          {hint}
        </Text>
        <Popover className="menu-popover combo-popover">
          <ListBox className="menu">
            {people.map((person) => (
              <ListBoxItem
                key={person.id}
                id={person.id}
                className="menu-item"
                textValue={person.name}
              >
                <Person name={person.name} side={person.side} />
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      {onName ? <Button onPress={take}>{words.add}</Button> : null}
    </div>
  );
}
