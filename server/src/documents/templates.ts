/** The texts that come with the product, ready for a new document. */

import {examplePlan, freeTemplate, planTemplate, type Template} from '@samenspel/shared/templates';
import type {DocumentKind} from '@samenspel/shared';
import {newId} from '../ids.ts';
import {contentToUpdate} from './content.ts';
import type {NewDocument} from './documents.ts';

type Text = Pick<NewDocument, 'title' | 'kind' | 'text'>;

/** What a new document of this kind starts with; blocks get new ids every time. */
export function newText(kind: DocumentKind): Text {
  return textOf(kind === 'plan' ? planTemplate(newId) : freeTemplate());
}

export function exampleText(): Text {
  return textOf(examplePlan(newId));
}

function textOf({title, kind, content}: Template): Text {
  return {title, kind, text: contentToUpdate(content)};
}
