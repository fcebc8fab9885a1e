/** Where one writes a comment or an answer; an @ lists people, a # lists goals. */

import {commentLimits} from '@samenspel/shared';
import {type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState} from 'react';
import {Button} from '../ui/button.tsx';
import {useSubmit} from '../ui/submit.ts';
import {textProblem} from '../ui/text-problem.ts';
import {general} from '../words/index.ts';
import {comments as words} from '../words/comments.ts';
import {askedAt, choose, type Draft, type Reference, wordsOf} from './draft.ts';
import {SuggestionList, useSuggestions} from './suggestions.tsx';
import '../ui/text-field.css';

export interface ComposerProps {
  readonly label: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** What the button says. */
  readonly send: string;
  readonly onSend: (words: string) => void;
  readonly onCancel?: () => void;
  readonly isBusy?: boolean;
  /** Something is said without words too. */
  readonly mayBeEmpty?: boolean;
  /** Takes focus when it appears. */
  readonly isFirst?: boolean;
  /** Stands below the words. */
  readonly children?: ReactNode;
}

export function Composer({
  label,
  draft,
  onDraft,
  send,
  onSend,
  onCancel,
  isBusy = false,
  mayBeEmpty = false,
  isFirst = false,
  children,
}: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [id, list, problemId, hint] = [useId(), useId(), useId(), useId()];
  const [caret, setCaret] = useState<number | null>(null);
  const [current, setCurrent] = useState(0);
  const asked = caret === null ? null : askedAt(draft.text, caret);
  const choices = useSuggestions(asked);
  const isChoosing = asked !== null && choices.length > 0;
  const at = Math.min(current, choices.length - 1);
  const isNothing = draft.text.trim() === '';
  const problem =
    isNothing && mayBeEmpty ? null : textProblem(draft.text, commentLimits.words, words);
  const form = useSubmit([problem], () => {
    // The button stays on: one that is switched off loses the focus, and the keys with it.
    if (!isBusy) onSend(wordsOf(draft));
  });
  const error = form.isTried ? problem : null;
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);

  function take(reference: Reference): void {
    if (!asked) return;
    const chosen = choose(draft, asked, reference);
    onDraft(chosen.draft);
    setCaret(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(chosen.caret, chosen.caret);
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return event.currentTarget.form?.requestSubmit();
    }
    if (!isChoosing) return;
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const choice = choices[at];
    if (step !== undefined) setCurrent((at + step + choices.length) % choices.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice) take(choice);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
    // Escape closes the list and nothing around it.
    event.stopPropagation();
  }

  const option = isChoosing ? `${list}-${at}` : undefined;
  return (
    <form className="composer" onSubmit={form.onSubmit} noValidate>
      <div className="text-field">
        <label htmlFor={id}>{label}</label>
        <textarea
          ref={field}
          id={id}
          rows={3}
          value={draft.text}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isChoosing ? list : undefined}
          aria-activedescendant={option}
          aria-describedby={error ? problemId : hint}
          aria-invalid={error ? true : undefined}
          onChange={({target}) => {
            onDraft({...draft, text: target.value});
            setCaret(target.selectionStart);
            setCurrent(0);
          }}
          onSelect={({currentTarget}) => {
            if (caret !== null) setCaret(currentTarget.selectionStart);
          }}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
        />
        {isChoosing ? (
          <SuggestionList id={list} asked={asked} choices={choices} current={at} onChoose={take} />
        ) : null}
        <p id={hint} className="muted composer-hint">
          {words.hint}
        </p>
        {error ? (
          <p id={problemId} className="field-error">
            {error}
          </p>
        ) : null}
      </div>
      {children}
      <div className="comment-buttons">
        <Button kind="primary" type="submit">
          {send}
        </Button>
        {onCancel ? <Button onPress={onCancel}>{general.cancel}</Button> : null}
      </div>
    </form>
  );
}
