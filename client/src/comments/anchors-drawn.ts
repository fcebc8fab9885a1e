/** How what is commented on shows in the text: a line under the words, and a sign that opens the thread. */

import type {ThreadId} from '@samenspel/shared';
import {Decoration} from '@tiptap/pm/view';
import {anchorLabel} from '../words/comments.ts';
import {drawBubble} from './bubble.ts';
import type {TextRange} from './text-ids.ts';

/** A thread about words, and where they stand now. */
export interface DrawnAnchor {
  readonly id: ThreadId;
  readonly words: string;
  readonly count: number;
  readonly ranges: readonly TextRange[];
}

export interface AnchorLook {
  readonly active: ThreadId | null;
  /** Who writes walks with other keys; for who reads, Tab stops at each sign. */
  readonly mayWrite: boolean;
  readonly onPress: (id: ThreadId) => void;
}

export function drawAnchors(
  anchors: readonly DrawnAnchor[],
  look: AnchorLook,
): readonly Decoration[] {
  return [...underlines(anchors, look.active), ...anchors.flatMap((anchor) => sign(anchor, look))];
}

/** Cut wherever one begins or ends, so that each stretch knows whether several threads are about it. */
function underlines(
  anchors: readonly DrawnAnchor[],
  active: ThreadId | null,
): readonly Decoration[] {
  const edges = anchors
    .flatMap(({id, ranges}) =>
      ranges.flatMap(({from, to}) => [
        {at: from, id, isStart: true},
        {at: to, id, isStart: false},
      ]),
    )
    .toSorted((a, b) => a.at - b.at);
  const here = new Map<ThreadId, number>();
  const drawn: Decoration[] = [];
  let since = 0;
  for (const {at, id, isStart} of edges) {
    if (at > since && here.size > 0) drawn.push(underline(since, at, [...here.keys()], active));
    since = at;
    const times = (here.get(id) ?? 0) + (isStart ? 1 : -1);
    if (times > 0) here.set(id, times);
    else here.delete(id);
  }
  return drawn;
}

function underline(
  from: number,
  to: number,
  ids: readonly ThreadId[],
  active: ThreadId | null,
): Decoration {
  const isActive = active !== null && ids.includes(active);
  return Decoration.inline(from, to, {
    class: [
      'anchor',
      ...(ids.length > 1 ? ['anchor-several'] : []),
      ...(isActive ? ['anchor-active'] : []),
    ].join(' '),
    'data-anchors': ids.join(' '),
  });
}

function sign(anchor: DrawnAnchor, look: AnchorLook): readonly Decoration[] {
  const last = anchor.ranges.at(-1);
  if (!last) return [];
  const isActive = anchor.id === look.active;
  return [
    Decoration.widget(last.to, () => drawSign(anchor, isActive, look), {
      ...{side: 1, marks: [], ignoreSelection: true, stopEvent: () => true},
      // Whether it is open is told in place: drawn anew it would lose the focus.
      key: `anchor ${anchor.id} ${anchor.count} ${anchor.words}`,
    }),
  ];
}

function drawSign(
  {id, words, count}: DrawnAnchor,
  isActive: boolean,
  {mayWrite, onPress}: AnchorLook,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'anchor-sign';
  button.contentEditable = 'false';
  button.dataset['thread'] = id;
  // Drawn, not written: it is no part of the words.
  button.dataset['count'] = `${count}`;
  if (mayWrite) button.tabIndex = -1;
  button.setAttribute('aria-expanded', `${isActive}`);
  button.setAttribute('aria-label', anchorLabel(words, count));
  button.append(drawBubble(14));
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => onPress(id));
  return button;
}
