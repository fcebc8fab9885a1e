/**
 * A text that goes elsewhere, as a template of the lab or to another lab: nobody of this lab goes along,
 * nothing in it can be followed back, and no link in it does more than open.
 */

import type {JSONContent} from '@tiptap/core';
import {identifiedNames} from '../schema/plan-blocks.ts';
import {isSafeLink} from '../schema/links.ts';

/** Without the ids of blocks and of people; what was typed stays as it was typed. */
export function readyToTravel(node: JSONContent): JSONContent {
  const {attrs, marks, content, ...rest} = node;
  return {
    ...rest,
    ...(attrs ? {attrs: choicesOf(node.type, attrs)} : {}),
    ...(marks ? {marks: marks.flatMap(markReadyToTravel)} : {}),
    ...(content ? {content: content.map(readyToTravel)} : {}),
  };
}

const identified: ReadonlySet<string | undefined> = new Set(identifiedNames);

/** Single values only: a list or an object in one is nothing that we wrote. */
function choicesOf(type: string | undefined, attrs: Record<string, unknown>) {
  const kept = Object.entries(attrs).filter(
    ([name, value]) =>
      typeof value !== 'object' && !(identified.has(type) && (name === 'id' || name === 'person')),
  );
  return Object.fromEntries(kept);
}

type Mark = NonNullable<JSONContent['marks']>[number];

function markReadyToTravel(mark: Mark): readonly Mark[] {
  if (mark.type !== 'link') return [{type: mark.type}];
  const href: unknown = mark.attrs?.['href'];
  return typeof href === 'string' && isSafeLink(href) ? [{type: 'link', attrs: {href}}] : [];
}
