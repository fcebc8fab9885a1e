/** The money of an action: what for, how much, from where, how far it is and which side spends it. */

import {
  amountText,
  type BlockId,
  fieldText,
  fundSources,
  fundSourceWord,
  fundStates,
  fundStateWord,
  parseAmount,
  sameName,
  spenders,
  spenderWord,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';
import {Plus} from 'lucide-react';
import {useNow} from '../../app-world.tsx';
import {sidesOn} from '../../labs/sides.ts';
import {Button} from '../../ui/button.tsx';
import {SideMark} from '../../ui/person.tsx';
import {panel as words} from '../../words/plan.ts';
import {childrenOf, idOf, readFund} from './block-facts.ts';
import {Remove} from './carrier-fields.tsx';
import {ChoiceRow} from './choice-row.tsx';
import {DraftField} from './draft-field.tsx';
import {removeFact, setField} from './set-field.ts';
import {SourceField} from './source-field.tsx';
import {WordsField} from './words-field.tsx';

export interface FundFieldsProps {
  readonly editor: Editor;
  readonly node: ProseMirrorNode;
  /** The lab's own words for where money comes from. */
  readonly ownSources: readonly string[];
  readonly onAdd: () => void;
}

export function FundFields({editor, node, ownSources, onAdd}: FundFieldsProps) {
  const sources = [
    ...fundSources.map((source) => ({value: source, words: fundSourceWord(source)})),
    ...ownSources.map((source) => ({value: source, words: source})),
  ];
  const sides = sidesOn(useNow());
  const spending = [...sides, ...spenders.filter((one) => one === 'both')].map((value) => ({
    value,
    words: spenderWord(value),
    icon: value === 'both' ? null : <SideMark side={value} />,
  }));

  return (
    <div className="plan-fields-part">
      <h3>{words.money}</h3>
      <ul className="plain plan-fields-lines">
        {childrenOf(node, 'fund').map((fund, at) => {
          const line = idOf(fund) as BlockId | null;
          if (line === null) return null;
          const {amount, source, state, side} = readFund(fund);
          const set = (field: string) => (value: string | null) =>
            setField(editor, line, field, value);
          const commitAmount = (typed: string) =>
            setField(editor, line, 'amount', parseAmount(typed) ?? (typed.trim() || null));
          const commitSource = (typed: string) =>
            set('source')(
              sources.find((one) => sameName(one.words, typed))?.value ?? (typed.trim() || null),
            );
          return (
            <li key={line}>
              <fieldset
                className="plan-fields-line plan-fields-card"
                data-line={line}
                aria-label={words.moneyLine(at + 1)}
              >
                <WordsField editor={editor} id={line} node={fund} label={words.what} />
                <div className="plan-fields-pair">
                  <DraftField
                    label={words.amount}
                    value={fieldText(amount, amountText)}
                    onCommit={commitAmount}
                    error={amount.kind === 'unreadable' ? words.amountWrong : null}
                    inputMode="decimal"
                  />
                  <SourceField
                    value={source === null ? '' : fundSourceWord(source)}
                    sources={sources.map((one) => one.words)}
                    onCommit={commitSource}
                  />
                </div>
                <ChoiceRow
                  label={words.state}
                  options={fundStates.map((value) => ({value, words: fundStateWord(value)}))}
                  value={state}
                  onChange={set('state')}
                />
                <ChoiceRow
                  label={words.spender}
                  options={spending}
                  value={side}
                  onChange={set('side')}
                />
                <Remove
                  what={fund.textContent || words.moneyLine(at + 1)}
                  onPress={() => removeFact(editor, line)}
                />
              </fieldset>
            </li>
          );
        })}
      </ul>
      <Button icon={<Plus size={18} aria-hidden />} onPress={onAdd}>
        {words.addMoney}
      </Button>
    </div>
  );
}
