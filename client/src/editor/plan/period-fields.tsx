/** From when until when; an agreement has only a day before which. */

import {
  amsterdamDay,
  type BlockId,
  endsBeforeItBegins,
  type Field,
  fieldText,
  parsePlanDate,
  type PlanDate,
  planDateText,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useWorld} from '../../app-world.tsx';
import {panel as words} from '../../words/plan.ts';
import type {BlockFacts} from './block-facts.ts';
import {DraftField} from './draft-field.tsx';
import {setField} from './set-field.ts';

export interface PeriodFieldsProps {
  readonly editor: Editor;
  readonly id: BlockId;
  readonly facts: BlockFacts;
}

export function PeriodFields({editor, id, facts}: PeriodFieldsProps) {
  const {now} = useWorld();
  const commit = (field: 'from' | 'until') => (typed: string) =>
    setField(editor, id, field, parsePlanDate(typed, amsterdamDay(now())) ?? kept(typed));
  const wrong = (field: Field<PlanDate>) => (field.kind === 'unreadable' ? words.dateWrong : null);
  const reversed = endsBeforeItBegins(facts) ? words.periodWrong : null;
  const isAgreement = facts.name === 'agreement';
  return (
    <div className="plan-fields-pair">
      {isAgreement ? null : (
        <DraftField
          label={words.from}
          value={fieldText(facts.from, planDateText)}
          onCommit={commit('from')}
          error={wrong(facts.from)}
        />
      )}
      <DraftField
        label={isAgreement ? words.before : words.until}
        value={fieldText(facts.until, planDateText)}
        onCommit={commit('until')}
        error={wrong(facts.until) ?? (isAgreement ? null : reversed)}
      />
      <p className="muted plan-fields-hint">{words.dateHint}</p>
    </div>
  );
}

/** What can't be read stays as it was typed; nothing typed is nothing. */
function kept(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
