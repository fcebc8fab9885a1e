/** The texts that come with the product, one file per kind; ids and chance are handed in. */

import type {JSONContent} from '@tiptap/core';
import type {DocumentKind} from '../views.ts';
import {plan as build} from './build.ts';
import {exampleContent} from './example/plan.ts';
import {agreements} from './kinds/agreements.ts';
import {approach} from './kinds/approach.ts';
import type {Beginning} from './kinds/beginning.ts';
import {conversation} from './kinds/conversation.ts';
import {free} from './kinds/free.ts';
import {impact} from './kinds/impact.ts';
import {interplay} from './kinds/interplay.ts';
import {meeting} from './kinds/meeting.ts';
import {plan} from './kinds/plan.ts';
import {reflection} from './kinds/reflection.ts';
import {route} from './kinds/route.ts';
import {values} from './kinds/values.ts';

export {seedText} from './seed-text.ts';

export interface Template {
  readonly title: string;
  readonly kind: DocumentKind;
  /** A whole document, valid in the current schema. */
  readonly content: JSONContent;
}

/** How a document of this kind begins. */
export function templateOf(kind: DocumentKind, newId: () => string): Template {
  const {title, blocks} = beginnings[kind];
  return {title, kind, content: build(newId, ...blocks)};
}

/** The plan of a neighbourhood that does not exist, begun in this year, to look around and write in. */
export function examplePlan(newId: () => string, year: number): Template {
  return {
    title: 'Wijkuitvoeringsplan Vlonderbuurt',
    kind: 'plan',
    content: exampleContent(newId, year),
  };
}

const beginnings: Readonly<Record<DocumentKind, Beginning>> = {
  plan,
  agreements,
  values,
  interplay,
  route,
  approach,
  conversation,
  impact,
  meeting,
  reflection,
  free,
};
