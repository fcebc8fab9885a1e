/** A template as a file, to hand to another lab. */

import type {TemplateView} from '@samenspel/shared';
import {Download} from 'lucide-react';
import {templates as words} from '../words/templates.ts';
import {templateFileOf} from './templates.ts';

export function TakeAlong({template: {id, name}}: {readonly template: TemplateView}) {
  return (
    <a className="button" href={templateFileOf(id)} download aria-label={words.takeOf(name)}>
      <Download size={20} aria-hidden />
      <span>{words.take}</span>
    </a>
  );
}
