/** The buttons under a moment, for who may do something with it; what they open is fetched then. */

import {
  type DocumentView,
  type RestoreScopeView,
  type Seq,
  unreachable,
  type VersionView,
} from '@samenspel/shared';
import {Link} from 'wouter';
import {mayIn} from '../../documents/whose.ts';
import {useIsClosed} from '../../labs/lab.ts';
import {useMe} from '../../sign-in/me.ts';
import {Button} from '../../ui/button.tsx';
import {Message} from '../../ui/message.tsx';
import {piece} from '../../ui/piece.tsx';
import {authors} from '../../words/authors.ts';
import {copying, restoring, versions as words} from '../../words/versions.ts';
import type {Passage} from '../authors/passage.ts';
import type {Restored} from './restore-dialog.tsx';

const VersionDialog = piece(async () => (await import('./version-dialog.tsx')).VersionDialog);
const CopyDialog = piece(async () => (await import('./copy-dialog.tsx')).CopyDialog);
const WhoWroteDialog = piece(
  async () => (await import('../authors/who-wrote-dialog.tsx')).WhoWroteDialog,
);
const RestoreDialog = piece(async () => (await import('./restore-dialog.tsx')).RestoreDialog);

/** What is open in front of the page. */
export type OpenAct =
  | {readonly kind: 'name'; readonly of: Seq | VersionView}
  | {readonly kind: 'copy'; readonly seq: Seq}
  | {
      readonly kind: 'who';
      readonly seq: Seq;
      readonly chosen: readonly Passage[];
      readonly lines: readonly Passage[];
    }
  | {
      readonly kind: 'restore';
      readonly seq: Seq;
      readonly scope: RestoreScopeView;
      readonly isBack: boolean;
    };

/** What was done just now. */
export type DoneAct =
  | {readonly kind: 'said'; readonly sentence: string}
  | {readonly kind: 'restored'; readonly restored: Restored};

export interface Rights {
  readonly mayName: boolean;
  readonly mayWrite: boolean;
  readonly mayCopy: boolean;
  readonly mayWeigh: boolean;
}

/** What I may do with the moments of this document. */
export function useRights(document: DocumentView): Rights {
  const me = useMe().data;
  const lab = me?.labs.find(({id}) => id === document.labId);
  const isOpen = !useIsClosed(lab?.id ?? null);
  const isUsed = document.archivedAt === null;
  return {
    mayName: isOpen && mayIn(document, me?.id, 'version.name'),
    mayWrite: isOpen && isUsed && mayIn(document, me?.id, 'document.write'),
    mayCopy: isOpen && mayIn(document, me?.id, 'document.copy'),
    mayWeigh: mayIn(document, me?.id, 'voice.read'),
  };
}

export interface MomentActsProps {
  /** Asks whose the chosen words are. */
  readonly onWhoWrote: () => void;
  readonly rights: Rights;
  readonly seq: Seq;
  /** There is nothing to put back of what is there already. */
  readonly isNow: boolean;
  readonly onOpen: (act: OpenAct) => void;
}

export function MomentActs({rights, seq, isNow, onOpen, onWhoWrote}: MomentActsProps) {
  return (
    <>
      <Button onPress={onWhoWrote}>{authors.act}</Button>
      {rights.mayName ? (
        <Button onPress={() => onOpen({kind: 'name', of: seq})}>{words.name}</Button>
      ) : null}
      {rights.mayWrite && !isNow ? (
        <Button
          onPress={() => onOpen({kind: 'restore', seq, scope: {kind: 'everything'}, isBack: false})}
        >
          {restoring.act}
        </Button>
      ) : null}
      {rights.mayCopy ? (
        <Button onPress={() => onOpen({kind: 'copy', seq})}>{copying.act}</Button>
      ) : null}
    </>
  );
}

export interface ActDialogProps {
  readonly document: DocumentView;
  readonly act: OpenAct | null;
  readonly mayWrite: boolean;
  readonly onOpen: (act: OpenAct) => void;
  readonly onClose: () => void;
  readonly onDone: (done: DoneAct) => void;
}

export function ActDialog(props: ActDialogProps) {
  const {document, act, mayWrite, onOpen, onClose, onDone} = props;
  return act ? dialogOf(act) : null;

  function dialogOf(open: OpenAct) {
    switch (open.kind) {
      case 'name':
        return (
          <VersionDialog
            documentId={document.id}
            of={open.of}
            onClose={onClose}
            onDone={(sentence) => onDone({kind: 'said', sentence})}
          />
        );
      case 'copy':
        return <CopyDialog document={document} seq={open.seq} onClose={onClose} />;
      case 'who':
        return (
          <WhoWroteDialog
            documentId={document.id}
            {...open}
            isSaved
            onClose={onClose}
            onRestore={
              mayWrite
                ? (scope) => onOpen({kind: 'restore', seq: open.seq, scope, isBack: false})
                : null
            }
          />
        );
      case 'restore':
        return (
          <RestoreDialog
            documentId={document.id}
            {...open}
            onClose={onClose}
            onDone={(restored) => onDone({kind: 'restored', restored})}
          />
        );
      default:
        return unreachable(open);
    }
  }
}

export interface DoneMessageProps {
  readonly document: DocumentView;
  readonly done: DoneAct | null;
  readonly onOpen: (act: OpenAct) => void;
}

/** Says what was done, and for a while how to take it back. */
export function DoneMessage({document, done, onOpen}: DoneMessageProps) {
  return <div aria-live="polite">{done ? messageOf(done) : null}</div>;

  function messageOf(what: DoneAct) {
    if (what.kind === 'said') return <Message kind="good">{what.sentence}</Message>;
    const {restored} = what;
    if (!restored.isChanged) return <Message>{restoring.doneNothing}</Message>;
    return (
      <Message
        kind="good"
        action={
          <>
            <Button onPress={() => onOpen(takingBack(restored))}>{restoring.undo}</Button>
            <Link href={`/documenten/${document.id}`} className="button">
              {restoring.toDocument}
            </Link>
          </>
        }
      >
        {restoring.done}
      </Message>
    );
  }
}

function takingBack({back, scope}: Restored): OpenAct {
  // Where words stood in their line is another place in every moment.
  const same: RestoreScopeView = scope.kind === 'passage' ? {kind: 'everything'} : scope;
  return {kind: 'restore', seq: back, scope: same, isBack: true};
}
