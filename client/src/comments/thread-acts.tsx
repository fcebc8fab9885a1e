/** What one can do with a whole thread: handle it, open it again, make something of it, hide it. */

import {
  Check,
  Ellipsis,
  Eye,
  EyeOff,
  Handshake,
  type LucideIcon,
  MapPin,
  RotateCcw,
  SquareCheckBig,
} from 'lucide-react';
import {madeKinds, type MadeKind, type ThreadLine} from '@samenspel/shared';
import {useState} from 'react';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Menu, type MenuItem} from '../ui/menu.tsx';
import {Message} from '../ui/message.tsx';
import {comments as words, commentTrouble} from '../words/comments.ts';
import {useAct} from './acts.ts';
import {useCommentDesk} from './comment-desk.tsx';
import {type Sentence, SentenceDialog} from './sentence-dialog.tsx';

const madeIcons = {action: SquareCheckBig, agreement: Handshake} as const;

export interface ThreadActsProps {
  readonly line: ThreadLine;
  readonly onAttach: () => void;
}

export function ThreadActs({line, onAttach}: ThreadActsProps) {
  const {documentId, mayComment, mayHide, mayWrite} = useCommentDesk();
  const act = useAct(documentId);
  const [asked, setAsked] = useState<Sentence | null>(null);
  const {id, state, hidden} = line;
  if (!mayComment) return null;
  const isOpen = state === 'open' && !hidden;
  const more: readonly MenuItem[] = [
    ...(mayWrite && !hidden
      ? madeKinds.map((kind) =>
          choice(kind, words.turnInto(kind), madeIcons[kind], () => setAsked(turning(line, kind))),
        )
      : []),
    ...(hidden ? [] : [choice('attach', words.attach, MapPin, onAttach)]),
    ...(mayHide && !hidden
      ? [choice('hide', words.hide, EyeOff, () => setAsked(hiding(line)))]
      : []),
  ];
  return (
    <div className="thread-acts">
      {isOpen ? (
        <Button icon={<Check size={18} aria-hidden />} onPress={() => setAsked(handling(line))}>
          {words.handle}
        </Button>
      ) : null}
      {state === 'handled' && !hidden ? (
        <Button
          icon={<RotateCcw size={18} aria-hidden />}
          isDisabled={act.isPending}
          onPress={() => act.mutate({do: 'reopen', thread: id, key: crypto.randomUUID()})}
        >
          {words.reopen}
        </Button>
      ) : null}
      {hidden && mayHide ? (
        <Button
          icon={<Eye size={18} aria-hidden />}
          isDisabled={act.isPending}
          onPress={() => act.mutate({do: 'show', thread: id})}
        >
          {words.showAgain}
        </Button>
      ) : null}
      {more.length > 0 ? (
        <Menu label={words.moreThread} items={more}>
          <Ellipsis size={18} aria-hidden />
          <span>{words.more}</span>
        </Menu>
      ) : null}
      {act.error ? (
        <Message kind="trouble">{commentTrouble(failureOf(act.error), 'other')}</Message>
      ) : null}
      {asked ? <SentenceDialog sentence={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

function choice(id: string, name: string, Icon: LucideIcon, onChoose: () => void): MenuItem {
  return {id, words: name, icon: <Icon size={20} aria-hidden />, onChoose};
}

function handling({id}: ThreadLine): Sentence {
  const key = crypto.randomUUID();
  return {
    ...{title: words.handleTitle, label: words.handleField, send: words.handleDo},
    act: (sentence) => ({do: 'handle', thread: id, words: sentence, key}),
  };
}

function hiding({id}: ThreadLine): Sentence {
  return {
    ...{title: words.hideTitle, what: words.hideWhat},
    ...{label: words.hideField, send: words.hideDo},
    act: (reason) => ({do: 'hide', thread: id, reason}),
  };
}

function turning({id, begins}: ThreadLine, kind: MadeKind): Sentence {
  const key = crypto.randomUUID();
  return {
    ...{title: words.turnInto(kind), label: words.turnField(kind), send: words.turnDo},
    first: begins,
    most: 200,
    act: (title) => ({do: 'turn', thread: id, kind, title, key}),
  };
}
