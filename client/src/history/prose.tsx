/** A document's text without an editor: the same blocks, drawn once and only to be read. */

import {documentSchema, isSafeLink} from '@samenspel/shared/schema';
import type {Node} from '@tiptap/pm/model';
import {renderToReactElement} from '@tiptap/static-renderer/pm/react';
import {type ReactNode, useMemo} from 'react';
import {readOnlyExtensions} from '../editor/plan-labels.ts';
import {EmptyState} from '../ui/states.tsx';
import {history as words} from '../words/index.ts';
import '../editor/prose.css';

const extensions = readOnlyExtensions();
const schema = documentSchema();

/** What scrolls has to be reached by the keyboard (WCAG 2.1.1). */
const scrollable = {role: 'group', tabIndex: 0};

/** `content` is a document's JSON as it came from the server; the schema is what parses it. */
export function Prose({content}: {readonly content: unknown}) {
  const document = useMemo(() => read(content), [content]);
  const drawn = useMemo(() => document && draw(document), [document]);
  if (!document) return <EmptyState title={words.unreadable}>{words.unreadableWhat}</EmptyState>;
  if (document.childCount === 0) return <p className="muted">{words.empty}</p>;
  return <div className="prose">{drawn}</div>;
}

/** null when the text holds a block or mark that this client does not know. */
function read(content: unknown): Node | null {
  try {
    return schema.nodeFromJSON(content);
  } catch {
    return null;
  }
}

function draw(content: Node): ReactNode {
  return renderToReactElement({
    content,
    extensions,
    options: {
      nodeMapping: {
        table: ({children}) => <WideTable>{children}</WideTable>,
        taskItem: ({node, children}) => (
          <TaskItem isDone={node.attrs['checked'] === true}>{children}</TaskItem>
        ),
      },
      markMapping: {
        link: ({mark, children}) => <SafeLink href={mark.attrs['href']}>{children}</SafeLink>,
      },
    },
  });
}

/** What was written long ago is checked like what is written now. */
function SafeLink({href, children}: {readonly href: unknown; readonly children: ReactNode}) {
  if (typeof href !== 'string' || !isSafeLink(href)) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** Scrolls by itself, also for who has only a keyboard. */
function WideTable({children}: {readonly children: ReactNode}) {
  return (
    <div className="tableWrapper" aria-label={words.table} {...scrollable}>
      <table>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function TaskItem({isDone, children}: {readonly isDone: boolean; readonly children: ReactNode}) {
  return (
    <li data-type="taskItem" data-checked={isDone}>
      <label>
        <input
          type="checkbox"
          checked={isDone}
          disabled
          readOnly
          aria-label={isDone ? words.taskDone : words.taskOpen}
        />
        <span />
      </label>
      <div>{children}</div>
    </li>
  );
}
