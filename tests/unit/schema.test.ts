/**
 * What keeps a merge from making a document that an editor would repair by deleting.
 *
 * Two people's edits merge per character and per block, without regard for the schema. An editor that
 * then finds a block with children in a forbidden order, or a text with marks that exclude each other,
 * drops it for everyone. So nothing that a merge can make may be forbidden.
 */

import {documentSchema, factNames, identifiedNames, isSafeLink} from '@samenspel/shared/schema';
import type {ContentMatch, NodeType} from '@tiptap/pm/model';
import {describe, expect, test} from 'vitest';
import {action, agreement, goal, plan, quote, task} from '../support/plan.ts';

const schema = documentSchema();
const nodes = Object.values(schema.nodes);
const marks = Object.values(schema.marks);

describe('[R3] every content rule accepts any order and number of its children', () => {
  test.each(nodes.map((type) => [type.name, type] as const))(
    '[R3] %s: after any child the same children are allowed, and it may end there',
    (_name, type) => {
      const allowed = childrenOf(type.contentMatch);
      for (const match of reachable(type.contentMatch)) {
        expect(childrenOf(match)).toEqual(allowed);
        if (match !== type.contentMatch) expect(match.validEnd).toBe(true);
      }
    },
  );

  test('[R3] a leaf and a line of text may be empty, because two deletions can empty them', () => {
    const emptied = nodes.filter((type) => type.isLeaf || type.inlineContent);
    expect(emptied.map((type) => type.name)).toContain('blockTitle');
    for (const type of emptied) expect(type.contentMatch.validEnd, type.name).toBe(true);
  });

  test('[R3] a plan block holds its children in the strangest order a merge can make', () => {
    const strange = plan(
      task('a', action('b'), 'c', goal('d', agreement('e'), action('f'), 'g')),
      agreement('h'),
      action('i', quote('j', 'k')),
    );
    const [first] = strange.content ?? [];
    // Two titles, one of them last: what remains when two people each put the title back.
    first?.content?.push({type: 'blockTitle'}, {type: 'blockTitle'});
    expect(() => schema.nodeFromJSON(strange).check()).not.toThrow();
  });
});

describe('[R3] any combination of marks is allowed, because two people can mark the same words', () => {
  test.each(marks.map((mark) => [mark.name, mark] as const))(
    '[R3] %s excludes no other mark, so a merge of two markings keeps the text',
    (_name, mark) => {
      expect(marks.filter((other) => other !== mark && mark.excludes(other))).toEqual([]);
    },
  );

  test('[R3] every line of text allows every mark, so text keeps its marks when its block changes type', () => {
    const lines = nodes.filter((type) => type.inlineContent);
    expect(lines.map((type) => type.name).toSorted()).toEqual(
      ['blockTitle', 'heading', 'paragraph', ...factNames].toSorted(),
    );
    for (const type of lines)
      for (const mark of marks)
        expect(type.allowsMarkType(mark), `${mark.name} in ${type.name}`).toBe(true);
  });

  test('[R3] inline code does not exist here, because it would exclude the others', () => {
    expect(schema.marks['code']).toBeUndefined();
    expect(schema.nodes['codeBlock']).toBeUndefined();
  });
});

test('[R3] every attribute has a default, because a merge can lose one', () => {
  for (const type of nodes)
    for (const [name, spec] of Object.entries(type.spec.attrs ?? {}))
      expect(spec, `${type.name}.${name}`).toHaveProperty('default');
  // A link without an address is never made by us, but must not take the words with it.
  expect(() => schema.text('woord', [schema.mark('link', {})]).check()).not.toThrow();
});

test('what can be moved, copied and counted has an id, and nothing else does', () => {
  const withId = nodes.filter((type) => type.spec.attrs && 'id' in type.spec.attrs);
  expect(withId.map((type) => type.name).toSorted()).toEqual([...identifiedNames].toSorted());
});

test('text in the root has to stand in a block', () => {
  expect(() =>
    schema.nodeFromJSON({type: 'doc', content: [{type: 'text', text: 'los'}]}).check(),
  ).toThrow();
});

describe('isSafeLink', () => {
  test.each([
    'https://example.org',
    'http://example.org/pad?vraag=1#deel',
    'HTTPS://EXAMPLE.ORG',
    'mailto:voorkamer@example.org',
    'tel:+31201234567',
    '  https://example.org  ',
  ])('lets %j through', (href) => {
    expect(isSafeLink(href)).toBe(true);
  });

  test.each([
    '',
    ' ',
    'https://',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'jAvAsCrIpT:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\tjavascript:alert(1)',
    'javascript://https://example.org/%0aalert(1)',
    'javascript:alert(1)\nhttps://example.org',
    'https://example.org\njavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org',
    '//example.org',
    '/lab',
    '#deel',
    'example.org',
    'https://example.org/twee woorden',
  ])('keeps %j out', (href) => {
    expect(isSafeLink(href)).toBe(false);
  });
});

/** Every state that a content rule can come into. */
function reachable(start: ContentMatch): ReadonlySet<ContentMatch> {
  const seen = new Set([start]);
  for (const match of seen)
    for (let at = 0; at < match.edgeCount; at++) seen.add(match.edge(at).next);
  return seen;
}

function childrenOf(match: ContentMatch): readonly string[] {
  const types: NodeType[] = [];
  for (let at = 0; at < match.edgeCount; at++) types.push(match.edge(at).type);
  return types.map((type) => type.name).toSorted();
}
