/** The panels that can stand beside a text, in order. A new one is a line here. */

import type {DocumentId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {BookMarked, ChartColumn, List, type LucideIcon, MessageSquareText} from 'lucide-react';
import type {ComponentType} from 'react';
import {CommentsList} from '../comments/comments-list.tsx';
import {ContentsPanel} from '../editor/contents-panel.tsx';
import type {Place} from '../editor/jump.ts';
import {SourcesPanel} from '../editor/sources/sources-panel.tsx';
import {OverviewPanel} from '../overview/overview-panel.tsx';
import {beside as words} from '../words/beside.ts';
import {comments} from '../words/comments.ts';
import {sources} from '../words/sources.ts';

export interface PanelProps {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  /** Leads to a place in the text. */
  readonly onJump: (place: Place) => void;
}

export interface DocumentPanel {
  readonly id: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly Content: ComponentType<PanelProps>;
}

export const documentPanels: readonly DocumentPanel[] = [
  {id: 'contents', words: words.contents, icon: List, Content: ContentsPanel},
  {id: 'overview', words: words.overview, icon: ChartColumn, Content: OverviewPanel},
  {id: 'comments', words: comments.title, icon: MessageSquareText, Content: CommentsList},
  {id: 'sources', words: sources.panel, icon: BookMarked, Content: SourcesPanel},
];
