/** A template as a file, to hand to another lab. */

import type {TemplateView} from '@samenspel/shared';
import {Download} from 'lucide-react';
import type {ReactNode} from 'react';
import {templates as words} from '../words/templates.ts';
import {templateFileOf} from './templates.ts';

export interface TakeAlongProps {
  readonly template: TemplateView;
  readonly children: ReactNode;
}

export function TakeAlong({template: {id, name}, children}: TakeAlongProps) {
  return (
    <a className="button" href={templateFileOf(id)} download aria-label={words.takeOf(name)}>
      <Download size={20} aria-hidden />
      <span>{children}</span>
    </a>
  );
}
