/** What a new document can begin with: a kind, or a template of the lab's own. */

import {
  type DocumentKind,
  documentKinds,
  kindHint,
  kindWord,
  type TemplateId,
  type TemplateView,
} from '@samenspel/shared';
import type {ChoiceGroup} from '../ui/grouped-choice.tsx';
import {groups as words, onlyYours} from '../words/templates.ts';

export type Beginning = DocumentKind | {readonly own: TemplateId};

/** A beginning as one word, for a radio button. */
export type BeginningValue = DocumentKind | `own ${TemplateId}`;

const groups: readonly (readonly [string, readonly DocumentKind[]])[] = [
  [words.agree, ['plan', 'agreements']],
  [words.understand, ['values', 'interplay', 'conversation']],
  [words.learn, ['approach', 'meeting', 'reflection', 'impact']],
  [words.free, ['route', 'free']],
];

/** The lab's own come first, once it has some. */
export function beginnings(own: readonly TemplateView[]): readonly ChoiceGroup<BeginningValue>[] {
  const inUse = own.filter(({archivedAt}) => archivedAt === null);
  const kinds = groups.map(([label, members]) => ({label, options: members.map(kindOption)}));
  if (inUse.length === 0) return kinds;
  return [{label: words.own, options: inUse.map(ownOption)}, ...kinds];
}

export function beginningOf(value: BeginningValue): Beginning {
  const kind = documentKinds.find((one) => one === value);
  return kind ?? {own: value.slice('own '.length) as TemplateId};
}

function kindOption(kind: DocumentKind) {
  const hint = kindHint(kind);
  return {
    value: kind,
    label: kindWord(kind),
    hint: kind === 'route' ? `${hint} ${onlyYours}` : hint,
  };
}

function ownOption({id, name, kind}: TemplateView) {
  const word = kindWord(kind);
  return {
    value: `own ${id}` as const,
    label: name,
    hint: kind === 'route' ? `${word}. ${onlyYours}` : word,
  };
}
