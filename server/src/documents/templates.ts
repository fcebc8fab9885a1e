/** The texts that come with the product, ready for a new document. */

import {amsterdamDay, type DocumentKind} from '@samenspel/shared';
import {examplePlan, type Template, templateOf} from '@samenspel/shared/templates';
import type {TemplateText} from '@samenspel/shared/templates/file';
import {newId} from '../ids.ts';
import {textFrom} from '../templates/text.ts';
import {contentToUpdate} from './content.ts';
import type {NewDocument} from './documents.ts';

type Text = Pick<NewDocument, 'title' | 'kind' | 'text'>;

/** What a new document of this kind starts with; blocks get new ids every time. */
export function newText(kind: DocumentKind): Text {
  return textOf(templateOf(kind, newId));
}

/** What a new document begins with that follows a lab's own template. */
export function ownText(template: TemplateText): Text {
  return textOf({
    ...{title: template.name, kind: template.kind},
    content: textFrom(template, newId),
  });
}

/** The example plan, as if it were begun in the year of `now`. */
export function exampleText(now: number): Text {
  return textOf(examplePlan(newId, Number(amsterdamDay(now).slice(0, 4))));
}

function textOf({title, kind, content}: Template): Text {
  return {title, kind, text: contentToUpdate(content)};
}
