/** All threads of a document in one list, to choose from and to filter. */

import {MessageSquarePlus} from 'lucide-react';
import {sides, type ThreadId, type ThreadLine} from '@samenspel/shared';
import {useState} from 'react';
import {useNow} from '../app-world.tsx';
import {Filter} from '../overview/overview-section.tsx';
import type {Place} from '../editor/jump.ts';
import {Button} from '../ui/button.tsx';
import {comments as words, short, shownWord} from '../words/comments.ts';
import {placeIn} from './anchors.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {goToText} from './go-to-text.ts';
import {NewThread} from './new-thread.tsx';
import {type Filters, goalsOf, noFilters, shownThreads} from './shown-threads.ts';
import {ThreadCard} from './thread-card.tsx';
import {useFreshThreads} from './threads.ts';
import {WaitingLetter} from './waiting-letter.tsx';
import '../overview/overview.css';

export interface CommentsListProps {
  readonly onJump: (place: Place) => void;
}

const kinds = ['open', 'mine', 'unanswered', 'handled', 'all'] as const;
const anywhere = '';
/** More are drawn when one asks for them. */
const step = 50;

export function CommentsList({onJump}: CommentsListProps) {
  const desk = useCommentDesk();
  const {editor, threads, letters, mayComment, hasMargin, opened, open} = desk;
  useFreshThreads(desk.documentId);
  const now = useNow();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [most, setMost] = useState(step);
  const [unfolded, setUnfolded] = useState<ThreadId | null>(null);
  const [isNew, setNew] = useState(false);
  const places = new Map(
    threads.map(({id, place}) => [id, placeIn(editor.state, id, place)?.from ?? -1]),
  );
  const shown = shownThreads(threads, filters, now, (id) => places.get(id) ?? -1);
  const goals = goalsOf(threads);
  const waiting = letters.filter(({target}) => target.to === 'text');
  const current = hasMargin && opened.kind === 'thread' ? opened.id : unfolded;

  function press(line: ThreadLine): void {
    if (!hasMargin) return setUnfolded(line.id);
    goToText(editor, line);
    open({kind: 'thread', id: line.id, takesFocus: true});
  }
  const leads = {
    toText(line: ThreadLine) {
      const range = placeIn(editor.state, line.id, line.place);
      if (range) onJump(editor.state.doc.resolve(range.from).before());
    },
    toBlock: onJump,
    toAttach({id}: ThreadLine) {
      // Puts away what may lie over the text.
      onJump(0);
      open({kind: 'attach', id});
    },
  };
  return (
    <div className="comments-list">
      {mayComment && isNew ? (
        <NewThread
          anchor={{on: 'document'}}
          onDone={(outcome) => {
            setNew(false);
            if (outcome.kind === 'said') setUnfolded(outcome.id);
          }}
        />
      ) : mayComment ? (
        <Button
          icon={<MessageSquarePlus size={20} aria-hidden />}
          onPress={() => (hasMargin ? open({kind: 'new', anchor: {on: 'document'}}) : setNew(true))}
        >
          {words.commentAll}
        </Button>
      ) : null}
      {waiting.map((letter) => (
        <WaitingLetter key={letter.key} letter={letter} />
      ))}
      {threads.length === 0 ? (
        <p className="muted">
          {words.none} {mayComment ? words.noneHow : null}
        </p>
      ) : (
        <>
          <Filter
            label={words.filter}
            value={filters.shown}
            options={kinds.map((value) => ({value, words: shownWord(value)}))}
            onChange={(value) => setFilters({...filters, shown: value})}
          />
          {goals.length > 1 ? (
            <Filter
              label={words.filterGoal}
              value={filters.goal ?? anywhere}
              options={[
                {value: anywhere, words: words.anyGoal},
                ...goals.map(({id, title}) => ({value: id, words: short(title) || words.untitled})),
              ]}
              onChange={(value) =>
                setFilters({...filters, goal: goals.find(({id}) => id === value)?.id ?? null})
              }
            />
          ) : null}
          <Filter
            label={words.filterSide}
            value={filters.side ?? anywhere}
            options={[
              {value: anywhere, words: words.anySide},
              ...sides.map((side) => ({value: side, words: words.bySide(side)})),
            ]}
            onChange={(value) =>
              setFilters({...filters, side: sides.find((side) => side === value) ?? null})
            }
          />
          <p className="muted" aria-live="polite">
            {shown.length === 0 ? words.nothingFound : words.threads(shown.length)}
          </p>
          <ul className="plain comments-threads">
            {shown.slice(0, most).map((line) => (
              <li key={line.id}>
                <ThreadCard
                  line={line}
                  isOpen={!hasMargin && current === line.id}
                  onOpen={() => press(line)}
                  onClose={() => setUnfolded(null)}
                  leads={leads}
                />
              </li>
            ))}
          </ul>
          {shown.length > most ? (
            <Button onPress={() => setMost(most + step)}>{words.moreThreads}</Button>
          ) : null}
        </>
      )}
    </div>
  );
}
