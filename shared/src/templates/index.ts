/** The texts that come with the product, one function per kind; ids and chance are handed in. */

import type {JSONContent} from '@tiptap/core';
import type {DocumentKind} from '../views.ts';
import {paragraph} from './build.ts';
import {exampleContent} from './example/plan.ts';
import {planContent} from './plan-template.ts';

export {seedText} from './seed-text.ts';

export interface Template {
  readonly title: string;
  readonly kind: DocumentKind;
  /** A whole document, valid in the current schema. */
  readonly content: JSONContent;
}

/** The plan of a neighbourhood that does not exist, to look around in and to write in. */
export function examplePlan(newId: () => string): Template {
  return {
    title: 'Wijkuitvoeringsplan Vlonderbuurt',
    kind: 'plan',
    content: exampleContent(newId),
  };
}

/** A wijkuitvoeringsplan that is still to be written. */
export function planTemplate(newId: () => string): Template {
  return {title: 'Nieuw wijkuitvoeringsplan', kind: 'plan', content: planContent(newId)};
}

/** Somebody's path to work. */
export function routeTemplate(): Template {
  return {
    title: 'Mijn ontwikkelroute',
    kind: 'route',
    content: {type: 'doc', content: [paragraph()]},
  };
}

/** An empty page. */
export function freeTemplate(): Template {
  return {title: 'Naamloos document', kind: 'free', content: {type: 'doc', content: [paragraph()]}};
}
