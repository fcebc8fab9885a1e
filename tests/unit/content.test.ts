/** Reading a document's text as JSON gives what the editor's own binding gives. */

import {contentOf} from '@samenspel/server/history/content.ts';
import {ROOT_NAME} from '@samenspel/shared/schema';
import {yXmlFragmentToProsemirrorJSON} from '@tiptap/y-tiptap';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {simulate} from '../support/author-edits.ts';
import {openAuthorsAtWork} from '../support/authors.ts';
import {seeded} from '../support/random.ts';

test.each([1, 2, 3])('of a text that five people wrote, seed %i', (seed) => {
  const team = openAuthorsAtWork(5);
  const work = simulate(team, seeded(seed));
  work.begin(20);
  for (let at = 0; at < 120; at++) work.next();
  const root = team.live.doc.getXmlFragment(ROOT_NAME);
  expect(contentOf(root)).toEqual(yXmlFragmentToProsemirrorJSON(root));
});

test('of two marks of one kind on the same words, and of text straight in the root', () => {
  const root = new Y.Doc().getXmlFragment(ROOT_NAME);
  const line = new Y.XmlText();
  root.push([line, new Y.XmlElement('paragraph')]);
  line.insert(0, 'koffie', {'link--abcdEF12': {href: 'https://example.org'}, bold: {}});
  const {content} = yXmlFragmentToProsemirrorJSON(root);
  expect(contentOf(root).content).toEqual(content.flat());
  expect(contentOf(root).content?.[0]?.marks).toEqual([
    {type: 'link', attrs: {href: 'https://example.org'}},
    {type: 'bold', attrs: {}},
  ]);
});
