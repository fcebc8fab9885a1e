/** Where money comes from: one of the known words, or one's own. */

import {ChevronDown} from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import {panel as words} from '../../words/plan.ts';
import {useDraft} from './use-draft.ts';
import '../../ui/text-field.css';

export interface SourceFieldProps {
  readonly value: string;
  readonly sources: readonly string[];
  /** Called when it was changed and left, also by closing what it stands in. */
  readonly onCommit: (typed: string) => void;
}

export function SourceField({value, sources, onCommit}: SourceFieldProps) {
  const {shown, type, commit} = useDraft(value, onCommit);
  return (
    <ComboBox
      className="text-field combo"
      inputValue={shown}
      onInputChange={type}
      onChange={(key) => {
        if (typeof key === 'string') commit(key);
      }}
      onBlur={() => commit()}
      allowsCustomValue
      menuTrigger="input"
    >
      <Label>{words.source}</Label>
      <div className="combo-line">
        <Input
          onKeyDown={(event) => {
            const isChoosing = event.currentTarget.getAttribute('aria-activedescendant');
            if (event.key === 'Enter' && !isChoosing) commit();
          }}
        />
        <AriaButton className="combo-open">
          <ChevronDown size={18} aria-hidden />
        </AriaButton>
      </div>
      <Popover className="menu-popover combo-popover">
        <ListBox className="menu">
          {sources.map((source) => (
            <ListBoxItem key={source} id={source} className="menu-item" textValue={source}>
              {source}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
