/** Text that could not be sent: to read, to copy, to throw away. */

import {useEffect, useState} from 'react';
import type {DocumentId, PersonId} from '@samenspel/shared';
import {Button} from '../ui/button.tsx';
import {rescued as words} from '../words/editor.ts';
import {discardRescue, type RescueCopy, rescuesOf, watchRescues} from './rescue.ts';
import './rescue-copies.css';

export interface RescueCopiesProps {
  readonly personId: PersonId;
  /** Only those of this document. */
  readonly documentId?: DocumentId;
  readonly level?: 2 | 3;
}

/** Nothing when nothing was rescued. */
export function RescueCopies({personId, documentId, level = 2}: RescueCopiesProps) {
  const copies = useRescues(personId, documentId);
  if (copies.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section className="rescues" aria-labelledby="rescues-title">
      <Heading id="rescues-title">{words.title}</Heading>
      <p>{words.what}</p>
      <ul className="plain rescue-list">
        {copies.map((copy) => (
          <li key={copy.id}>
            <RescuedText
              title={copy.title}
              text={copy.text}
              onDiscard={() => discardRescue(copy.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface RescuedTextProps {
  readonly title: string;
  readonly text: string;
  readonly onDiscard?: () => Promise<void>;
}

export function RescuedText({title, text, onDiscard}: RescuedTextProps) {
  const [isCopied, setCopied] = useState(false);
  const [isSure, setSure] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }
  return (
    <div className="rescue">
      <p className="muted">{words.from(title)}</p>
      <pre className="rescue-text">{text || words.onlyRemoved}</pre>
      {isSure ? <p role="alert">{words.discardSure}</p> : null}
      <div className="rescue-buttons">
        {text && !isSure ? (
          <Button kind="primary" onPress={() => void copy()}>
            {isCopied ? words.copied : words.copy}
          </Button>
        ) : null}
        {onDiscard ? (
          <Button kind="danger" onPress={() => (isSure ? void onDiscard() : setSure(true))}>
            {words.discard}
          </Button>
        ) : null}
        {isSure ? <Button onPress={() => setSure(false)}>{words.keep}</Button> : null}
      </div>
    </div>
  );
}

/** What was rescued for this person, of one document or of all; [] while it is looked up. */
export function useRescues(personId: PersonId, documentId?: DocumentId): readonly RescueCopy[] {
  const [copies, setCopies] = useState<readonly RescueCopy[]>([]);
  useEffect(() => {
    let isShown = true;
    const read = () =>
      void rescuesOf(personId).then(
        (found) => isShown && setCopies(found),
        // A browser that keeps nothing has nothing to show either.
        () => undefined,
      );
    read();
    const stop = watchRescues(read);
    return () => {
      isShown = false;
      stop();
    };
  }, [personId]);
  return copies.filter((copy) => documentId === undefined || copy.documentId === documentId);
}
