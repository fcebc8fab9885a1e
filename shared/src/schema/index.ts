/** What a document may hold: TipTap extensions without views, the same in the browser and on the server. */

import {type Extensions, getSchema, type JSONContent, Mark} from '@tiptap/core';
import {ListItem, TaskItem, TaskList} from '@tiptap/extension-list';
import {Table, TableCell, TableHeader, TableRow} from '@tiptap/extension-table';
import type {Schema} from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';
import {DocumentRoot} from './document-root.ts';
import {Card, Facet} from './cards.ts';
import {isSafeLink} from './links.ts';
import {BlockTitle, Facts, PlanBlocks} from './plan-blocks.ts';
import {Questions} from './questions.ts';
import {Sources} from './sources.ts';

export * from './card-kinds.ts';
export {isSafeLink} from './links.ts';
export {
  type FactName,
  factNames,
  identifiedNames,
  type PlanBlockName,
  planBlockNames,
} from './plan-blocks.ts';
export {ROOT_NAME} from './root.ts';
export * from './source-kinds.ts';
export {SCHEMA_VERSION} from './version.ts';
export type {JSONContent};

const linkAttributes = {rel: 'noopener noreferrer nofollow', target: '_blank'};

/**
 * The extensions of schema version `SCHEMA_VERSION`, without editing behaviour that belongs to a view.
 *
 * Inline code and code blocks are left out on purpose: their marks exclude others, and two people
 * marking the same words at once would make a combination that editors delete.
 */
export function schemaExtensions(): Extensions {
  return [
    StarterWithPlainLinks.configure({
      code: false,
      codeBlock: false,
      document: false,
      listItem: false,
      undoRedo: false,
      trailingNode: false,
      dropcursor: false,
      gapcursor: false,
      heading: {levels: [1, 2, 3]},
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (uri) => isSafeLink(uri ?? ''),
        HTMLAttributes: linkAttributes,
      },
    }),
    DocumentRoot,
    ListItem.extend({content: 'block+'}),
    TaskList,
    TaskItem.extend({content: 'block+'}).configure({nested: true}),
    Table.configure({resizable: false}),
    TableRow,
    TableHeader,
    TableCell,
    BlockTitle,
    ...PlanBlocks,
    ...Facts,
    Card,
    Facet,
    ...Sources,
    Questions,
  ];
}

/**
 * A link as it is drawn: its address and nothing else that a document may say about it, and no address
 * at all when that could run something. Any program can write anything into a document.
 */
const StarterWithPlainLinks = StarterKit.extend({
  addExtensions() {
    const parts: Extensions = this.parent?.() ?? [];
    return parts.map((part) =>
      part instanceof Mark && part.name === 'link' ? part.extend({renderHTML: linkHtml}) : part,
    );
  },
});

function linkHtml({mark}: {readonly mark: {readonly attrs: Readonly<Record<string, unknown>>}}) {
  const href = mark.attrs['href'];
  const isSafe = typeof href === 'string' && isSafeLink(href);
  return ['a', isSafe ? {href: href.trim(), ...linkAttributes} : {}, 0] as const;
}

/** The ProseMirror schema of these extensions. */
export function documentSchema(): Schema {
  return getSchema(schemaExtensions());
}
