/** Who carries a goal or an action, who expects something and who promises it. */

import {
  type BlockId,
  carrierFacts,
  type Part,
  type PersonView,
  type Side,
  sideWord,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {X} from 'lucide-react';
import {Button as AriaButton} from 'react-aria-components';
import {useNow} from '../../app-world.tsx';
import {sidesOn} from '../../labs/sides.ts';
import {Person, SideMark} from '../../ui/person.tsx';
import {addWord, panel as words, partHeading} from '../../words/plan.ts';
import {childrenOf, idOf} from './block-facts.ts';
import {ChoiceRow} from './choice-row.tsx';
import {addFact, removeFact, setField} from './set-field.ts';
import {WhoField} from './who-field.tsx';
import {WordsField} from './words-field.tsx';

export interface CarrierFieldsProps {
  readonly editor: Editor;
  readonly id: BlockId;
  readonly node: ProseMirrorNode;
  readonly part: Part;
  /** To choose from. */
  readonly people: readonly PersonView[];
}

export function CarrierFields({editor, id, node, part, people}: CarrierFieldsProps) {
  const names = new Map(people.map((one) => [one.id, one]));
  const carriers = childrenOf(node, 'carrier').flatMap((carrier) => {
    const lineId = idOf(carrier) as BlockId | null;
    const facts = carrierFacts(carrier.attrs, names);
    return lineId !== null && facts.part === part ? [{lineId, carrier, ...facts}] : [];
  });
  const present = new Set(carriers.map(({carrier}) => String(carrier.attrs['person'])));
  return (
    <div className="plan-fields-part">
      <h3>{partHeading(part)}</h3>
      <ul className="plain plan-fields-lines">
        {carriers.map(({lineId, carrier, person, side}) => {
          const name = person?.name ?? carrier.textContent;
          return (
            <li key={lineId} className="plan-fields-line" data-line={lineId}>
              {person ? (
                <p className="plan-fields-name">
                  {side ? (
                    <Person name={person.name} side={side} />
                  ) : (
                    <span className="person-name">{person.name}</span>
                  )}
                </p>
              ) : (
                <WordsField editor={editor} id={lineId} node={carrier} label={words.name} />
              )}
              <Remove what={name} onPress={() => removeFact(editor, lineId)} />
              {person ? null : (
                <SideChoice
                  label={words.sideOf(name)}
                  value={side}
                  onChange={(next) => setField(editor, lineId, 'side', next)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <WhoField
        label={addWord(part)}
        hint={words.addHint}
        people={people.filter((one) => !present.has(one.id))}
        onPerson={(person) => addFact(editor, id, 'carrier', {attrs: {part, person: person.id}})}
        onName={(text) => addFact(editor, id, 'carrier', {text, attrs: {part}})}
      />
    </div>
  );
}

export interface SideChoiceProps {
  readonly label: string;
  readonly value: Side | null;
  readonly onChange: (side: Side | null) => void;
}

export function SideChoice(props: SideChoiceProps) {
  const options = sidesOn(useNow()).map((side) => ({
    value: side,
    words: sideWord(side),
    icon: <SideMark side={side} />,
  }));
  return <ChoiceRow {...props} options={options} />;
}

export function Remove({what, onPress}: {readonly what: string; readonly onPress: () => void}) {
  return (
    <AriaButton
      className="icon-button plan-fields-remove"
      aria-label={words.removeOf(what)}
      onPress={onPress}
    >
      <X size={18} aria-hidden />
      <span>{words.remove}</span>
    </AriaButton>
  );
}
