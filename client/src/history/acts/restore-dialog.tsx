/** Putting something back: first what that does to the text and to whose words, then doing it. */

import {
  openChangeWords,
  type DocumentId,
  type RestorePreview,
  type RestoreScopeView,
  type Seq,
} from '@samenspel/shared';
import {useEffect, useMemo, useRef, useState} from 'react';
import {Button} from '../../ui/button.tsx';
import {Dialog, DialogButtons} from '../../ui/dialog.tsx';
import {Trouble} from '../../ui/message.tsx';
import {Picker} from '../../ui/picker.tsx';
import {Loading} from '../../ui/states.tsx';
import {general, listNames} from '../../words/index.ts';
import {restoring as words} from '../../words/versions.ts';
import {markedOf} from '../compare/marked.ts';
import {markedDrawer, MarkedText} from '../compare/marked-text.tsx';
import {useMoment} from '../moments.ts';
import {useRestore, useRestorePreview} from './acts.ts';
import {placesIn} from './places-in.ts';
import './restore-dialog.css';

/** What to put back to take it back. */
export interface Restored {
  readonly back: Seq;
  readonly scope: RestoreScopeView;
  readonly isChanged: boolean;
}

export interface RestoreDialogProps {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  /** What is put back unless something else is chosen. */
  readonly scope: RestoreScopeView;
  /** It takes back what was put back just now: there is nothing to choose. */
  readonly isBack: boolean;
  readonly onClose: () => void;
  readonly onDone: (restored: Restored) => void;
}

export function RestoreDialog(props: RestoreDialogProps) {
  const {documentId, seq, isBack, onClose, onDone} = props;
  const [scope, setScope] = useState(props.scope);
  const preview = useRestorePreview(documentId, {seq, scope});
  const restore = useRestore(documentId);
  const isNeedless = preview.data?.difference.changes.length === 0;
  return (
    <Dialog title={isBack ? words.backTitle : words.title} isOpen onClose={onClose} isWide>
      {isBack ? null : (
        <ScopePicker documentId={documentId} seq={seq} scope={scope} onChange={setScope} />
      )}
      <div aria-live="polite" className="restore-preview">
        {preview.isError ? (
          <Trouble error={preview.error} onRetry={() => void preview.refetch()} />
        ) : null}
        {preview.isPending ? <Loading words={words.looking} /> : null}
        {preview.data ? <Preview preview={preview.data} /> : null}
      </div>
      {restore.isError ? <Trouble error={restore.error} /> : null}
      <DialogButtons>
        <Button
          kind="primary"
          isDisabled={!preview.data || isNeedless || restore.isPending}
          onPress={() =>
            restore.mutate(
              {seq, scope},
              {onSuccess: (done) => onDone({back: done.back, scope, isChanged: done.seq !== null})},
            )
          }
        >
          {isBack ? words.goBack : words.go}
        </Button>
        <Button onPress={onClose}>{general.cancel}</Button>
      </DialogButtons>
    </Dialog>
  );
}

interface ScopePickerProps {
  readonly documentId: DocumentId;
  readonly seq: Seq;
  readonly scope: RestoreScopeView;
  readonly onChange: (scope: RestoreScopeView) => void;
}

const everything = 'everything';
const passage = 'passage';

function ScopePicker({documentId, seq, scope, onChange}: ScopePickerProps) {
  const [asked] = useState(scope);
  const moment = useMoment(documentId, seq, true);
  const places = useMemo(() => (moment.data ? placesIn(moment.data.content) : []), [moment.data]);
  return (
    <Picker
      label={words.scope}
      value={scope.kind === 'block' ? scope.id : scope.kind}
      options={[
        ...(asked.kind === 'passage' ? [{value: passage, words: words.passage}] : []),
        {value: everything, words: words.everything},
        ...places.map(({id, depth, words: name}) => ({
          value: id,
          words: `${'\u2003'.repeat(depth)}${name}`,
        })),
      ]}
      onChange={(value) => {
        const place = places.find(({id}) => id === value);
        if (place) onChange({kind: 'block', id: place.id});
        else onChange(value === passage ? asked : {kind: 'everything'});
      }}
    />
  );
}

/** Begins where something changes, not where the text does. */
function showFirst(box: HTMLElement | null): void {
  const first = box?.querySelector('[data-change]');
  if (!box || !first) return;
  const room = 32;
  box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - room;
}

/** More passages than these would push the text itself out of sight: they are there for who asks. */
const fewLeave = 4;

/** What scrolls has to be reached by the keyboard (WCAG 2.1.1). */
const scrollable = {tabIndex: 0};

function Preview({preview}: {readonly preview: RestorePreview}) {
  const {difference, people, leaving} = preview;
  const drawn = useMemo(() => {
    const told = openChangeWords({difference, people});
    const draw = markedDrawer({changes: difference.changes, people, told});
    return <MarkedText nodes={markedOf(difference, () => true).together()} draw={draw} />;
  }, [difference, people]);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (difference.changes.length === 0) return undefined;
    // Once the dialog has its size, and again when something else is chosen.
    const frame = requestAnimationFrame(() => showFirst(box.current));
    return () => cancelAnimationFrame(frame);
  }, [difference]);
  if (difference.changes.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p>{words.what}</p>
      {leaving.length > 0 ? (
        <details className="restore-leaving" open={leaving.length <= fewLeave}>
          <summary>{words.leaving(leaving.length)}</summary>
          <ul>
            {[...leaving.entries()].map(([place, {text, by}]) => (
              <li key={place}>
                “{text.trim()}”
                {by.length > 0 ? (
                  <span className="muted">, {words.by(listNames(by.map(({name}) => name)))}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <section ref={box} className="restore-text" aria-label={words.preview} {...scrollable}>
        {drawn}
      </section>
    </>
  );
}
