/** Whose words these are, since when, and what was taken out of them; each leads to its moment. */

import type {DocumentId, PassageView, PersonView, RestoreScopeView, Seq} from '@samenspel/shared';
import {useState} from 'react';
import {Link} from 'wouter';
import {useNow} from '../../app-world.tsx';
import {Button} from '../../ui/button.tsx';
import {Dialog, DialogButtons} from '../../ui/dialog.tsx';
import {Trouble} from '../../ui/message.tsx';
import {Person} from '../../ui/person.tsx';
import {Picker} from '../../ui/picker.tsx';
import {Loading} from '../../ui/states.tsx';
import {authors as words} from '../../words/authors.ts';
import {general, onMoment} from '../../words/index.ts';
import {momentPath} from '../moment-path.ts';
import {type Passage, usePassage} from './passage.ts';
import './who-wrote-dialog.css';

export interface WhoWroteDialogProps {
  readonly documentId: DocumentId;
  /** null is now. */
  readonly seq: Seq | null;
  /** What was chosen; [] when nothing was. */
  readonly chosen: readonly Passage[];
  /** All lines, to choose one from when nothing was. */
  readonly lines: readonly Passage[];
  /** What one sees is what the server has. */
  readonly isSaved: boolean;
  readonly onClose: () => void;
  /** For who may put words back; null for others, and for what is there now. */
  readonly onRestore: ((scope: RestoreScopeView) => void) | null;
}

/** More than these at once nobody reads. */
const mostLines = 8;
/** So much of a line tells which one it is; UTF-16 units. */
const lineStart = 60;

export function WhoWroteDialog(props: WhoWroteDialogProps) {
  const {documentId, seq, chosen, lines, isSaved, onClose, onRestore} = props;
  const [picked, setPicked] = useState(0);
  const line = lines[picked];
  const asked = chosen.length > 0 ? chosen.slice(0, mostLines) : line ? [line] : [];
  const [only] = asked;
  return (
    <Dialog title={words.title} isOpen onClose={onClose} isWide>
      {chosen.length === 0 && lines.length > 0 ? (
        <>
          <Picker
            label={words.choose}
            value={String(picked)}
            options={lines.map(({text}, index) => ({
              value: String(index),
              words: text.length > lineStart ? `${text.slice(0, lineStart)}…` : text,
            }))}
            onChange={(value) => setPicked(Number(value))}
          />
          <p className="muted">{words.chooseHint}</p>
        </>
      ) : null}
      {asked.length === 0 ? <p>{words.nothing}</p> : null}
      {asked.map((passage) => (
        <Story
          key={passage.line}
          documentId={documentId}
          passage={passage}
          seq={seq}
          isSaved={isSaved}
          onLeave={onClose}
        />
      ))}
      {chosen.length > mostLines ? <p>{words.more}</p> : null}
      <DialogButtons>
        <Button kind="primary" onPress={onClose}>
          {general.close}
        </Button>
        {onRestore && only && asked.length === 1 ? (
          <Button
            onPress={() => {
              const {line: of, from, until} = only;
              onRestore({kind: 'passage', line: of, from, until});
            }}
          >
            {words.restore}
          </Button>
        ) : null}
      </DialogButtons>
    </Dialog>
  );
}

interface StoryProps {
  readonly documentId: DocumentId;
  readonly passage: Passage;
  readonly seq: Seq | null;
  readonly isSaved: boolean;
  readonly onLeave: () => void;
}

function Story({documentId, passage, seq, isSaved, onLeave}: StoryProps) {
  const story = usePassage(documentId, passage, seq, isSaved);
  if (!isSaved && !story.data) return <Loading words={words.waiting} />;
  if (story.isError) return <Trouble error={story.error} onRetry={() => void story.refetch()} />;
  if (!story.data) return <Loading words={words.looking} />;
  const {written, removed} = story.data;
  return (
    <>
      <ul className="plain who-wrote">
        {written.map((run) => (
          <li key={run.from}>
            <Told
              documentId={documentId}
              quote={passage.text.slice(run.from - passage.from, run.until - passage.from)}
              by={run.by}
              isOurs={run.ours && run.by === null}
              when={run.at === null ? null : (moment) => words.written(moment)}
              at={run.at}
              seq={run.seq}
              onLeave={onLeave}
            />
          </li>
        ))}
      </ul>
      {removed.length > 0 ? <Removed {...{documentId, removed, onLeave}} /> : null}
    </>
  );
}

interface RemovedProps {
  readonly documentId: DocumentId;
  readonly removed: PassageView['removed'];
  readonly onLeave: () => void;
}

function Removed({documentId, removed, onLeave}: RemovedProps) {
  return (
    <section className="who-wrote-removed">
      <h3>{words.removedTitle}</h3>
      <ul className="plain who-wrote">
        {removed.map((one) => (
          <li key={`${one.seq} ${one.before} ${one.text}`}>
            <Told
              documentId={documentId}
              quote={one.text}
              isGone
              by={one.by}
              isOurs={false}
              when={(moment) => words.removed(moment)}
              at={one.at}
              seq={one.seq}
              onLeave={onLeave}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ToldProps {
  readonly documentId: DocumentId;
  readonly quote: string;
  readonly isGone?: boolean;
  readonly by: PersonView | null;
  readonly isOurs: boolean;
  /** The sentence around its moment; null when that is not known. */
  readonly when: ((moment: string) => string) | null;
  readonly at: number | null;
  readonly seq: Seq | null;
  readonly onLeave: () => void;
}

function Told({documentId, quote, isGone = false, by, isOurs, when, at, seq, onLeave}: ToldProps) {
  const now = useNow();
  const bare = quote.trim() === '' ? quote : quote.trim();
  return (
    <>
      <p className="who-wrote-words">“{isGone ? <del>{bare}</del> : bare}”</p>
      <p className="who-wrote-facts">
        {by ? <Person name={by.name} side={by.side} /> : isOurs ? words.ours : words.somebody}
        {when && at !== null ? <span className="muted"> {when(onMoment(at, now))}</span> : null}
      </p>
      {seq === null ? null : (
        <Link
          href={momentPath(documentId, seq)}
          aria-label={words.toMomentOf(quote)}
          onClick={onLeave}
          className="who-wrote-way"
        >
          {words.toMoment}
        </Link>
      )}
    </>
  );
}
