/** Whom one can name and what one can point at, while it is typed: the focus stays in the words. */

import {sideWord} from '@samenspel/shared';
import {useEffect, useRef} from 'react';
import {comments as words} from '../words/comments.ts';
import {drawSuggestions} from './suggestions-drawn.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {type Asked, blockReferences, fitting, peopleReferences, type Reference} from './draft.ts';
import {linkablesIn} from './linkables.ts';
import {useMentionable} from './threads.ts';

export interface Suggestion extends Reference {
  readonly what: string;
  readonly mark: 'informal' | 'formal' | null;
}

const most = 8;

/** The best first; [] when nothing is asked. */
export function useSuggestions(asked: Asked | null): readonly Suggestion[] {
  const {editor, documentId} = useCommentDesk();
  const people = useMentionable(documentId);
  if (!asked) return [];
  const all: readonly Suggestion[] =
    asked.sign === '@'
      ? peopleReferences(people).map(({person, ...reference}) => ({
          ...{...reference, what: sideWord(person.side), mark: person.side},
        }))
      : blockReferences(linkablesIn(editor.state)).map(({block, ...reference}) => ({
          ...{...reference, what: block.kind, mark: null},
        }));
  return fitting(all, asked.typed).slice(0, most);
}

export interface SuggestionListProps {
  /** Each choice has this with its number behind it. */
  readonly id: string;
  readonly asked: Asked;
  readonly choices: readonly Suggestion[];
  readonly current: number;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** Drawn by hand, as the list that "/" opens in a text is: the focus stays in the words above it. */
export function SuggestionList({id, asked, choices, current, onChoose}: SuggestionListProps) {
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef(onChoose);
  useEffect(() => {
    newest.current = onChoose;
  }, [onChoose]);
  useEffect(() => {
    const label = asked.sign === '@' ? words.people : words.goals;
    const list = drawSuggestions({id, label, choices, current}, (chosen) => newest.current(chosen));
    place.current?.replaceChildren(list);
    list.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest'});
  }, [id, asked.sign, choices, current]);
  return (
    <>
      <div ref={place} />
      <output className="visually-hidden">{words.choices(choices.length)}</output>
    </>
  );
}
