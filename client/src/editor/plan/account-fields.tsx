/** Whether an agreement was kept, each time by somebody's account and in their words. */

import {accountFacts, type BlockId, keptStates, keptWord, type PersonView} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Plus} from 'lucide-react';
import {Button} from '../../ui/button.tsx';
import {Person} from '../../ui/person.tsx';
import {panel as words} from '../../words/plan.ts';
import {childrenOf, idOf} from './block-facts.ts';
import {Remove, SideChoice} from './carrier-fields.tsx';
import {ChoiceRow} from './choice-row.tsx';
import {removeFact, setField} from './set-field.ts';
import {WhoField} from './who-field.tsx';
import {WordsField} from './words-field.tsx';

export interface AccountFieldsProps {
  readonly editor: Editor;
  readonly node: ProseMirrorNode;
  /** To choose from. */
  readonly people: readonly PersonView[];
  readonly onAdd: () => void;
}

export function AccountFields({editor, node, people, onAdd}: AccountFieldsProps) {
  const names = new Map(people.map((one) => [one.id, one]));
  return (
    <div className="plan-fields-part">
      <h3>{words.accounts}</h3>
      <ul className="plain plan-fields-lines">
        {childrenOf(node, 'account').map((account, at) => {
          const line = idOf(account) as BlockId | null;
          if (line === null) return null;
          const {kept, person, side} = accountFacts(account.attrs, names);
          const set = (field: string) => (value: string | null) =>
            setField(editor, line, field, value);
          return (
            <li key={line}>
              <fieldset
                className="plan-fields-line plan-fields-card"
                data-line={line}
                aria-label={words.accountLine(at + 1)}
              >
                <ChoiceRow
                  label={words.kept}
                  options={keptStates.map((value) => ({value, words: keptWord(value)}))}
                  value={kept}
                  onChange={set('kept')}
                />
                <WordsField editor={editor} id={line} node={account} label={words.account} />
                {person ? (
                  <div className="plan-fields-by">
                    <span className="field-label">{words.by}</span>
                    {person.side ? <Person name={person.name} side={person.side} /> : person.name}
                    <Remove what={person.name} onPress={() => set('person')(null)} />
                  </div>
                ) : (
                  <>
                    <SideChoice label={words.by} value={side} onChange={set('side')} />
                    <WhoField
                      label={words.byPerson}
                      hint={words.byHint}
                      people={people}
                      onPerson={(one) => set('person')(one.id)}
                    />
                  </>
                )}
                <Remove
                  what={account.textContent || words.accountLine(at + 1)}
                  onPress={() => removeFact(editor, line)}
                />
              </fieldset>
            </li>
          );
        })}
      </ul>
      <Button icon={<Plus size={18} aria-hidden />} onPress={onAdd}>
        {words.addAccount}
      </Button>
    </div>
  );
}
