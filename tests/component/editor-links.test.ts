/** Addresses that would run something, by every way into the text that an editor knows of. */

import {afterEach, describe, expect, test} from 'vitest';
import * as Y from 'yjs';
import {type Desk, openDesk, paragraph, rootOf} from '../support/writing.ts';

const desks: Desk[] = [];

afterEach(() => desks.splice(0).forEach(({editor}) => editor.destroy()));

function desk(...args: Parameters<typeof openDesk>): Desk {
  const opened = openDesk(...args);
  desks.push(opened);
  return opened;
}

/** What somebody's own program wrote into the document. */
function written(attrs: Readonly<Record<string, unknown>>): Y.Doc {
  const doc = new Y.Doc();
  const line = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  text.insert(0, 'druk hier', {link: attrs});
  line.insert(0, [text]);
  rootOf(doc).insert(0, [line]);
  return doc;
}

const linkIn = ({editor}: Desk) => editor.view.dom.querySelector('a');
const attributesOf = (element: Element | null) =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({name, value}) => [name, value]));

/** jsdom has no clipboard. */
const pasting = () => new Event('paste') as ClipboardEvent;

const unsafe = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://voorbeeld.nl/1',
  '//elders.voorbeeld.nl/',
  '/sign-out',
];

describe('[R40] a link that would run something', () => {
  test.each(unsafe)('%j from a hostile program has no address, and keeps its words', (href) => {
    const {editor} = desk(undefined, written({href}));
    const link = editor.view.dom.querySelector('a');
    expect(link?.textContent).toBe('druk hier');
    expect(attributesOf(link)).toEqual({});
  });

  test.each(unsafe)('%j can’t be made by a command', (href) => {
    const opened = desk([paragraph('woorden')]);
    opened.editor.chain().selectAll().setLink({href}).run();
    expect(linkIn(opened)).toBeNull();
  });

  test.each(unsafe)('%j that is typed or pasted as text leads nowhere', (href) => {
    const opened = desk([paragraph('')]);
    // At most the ordinary address inside it becomes one.
    const address = () => linkIn(opened)?.getAttribute('href') ?? 'https://';
    // A slash at the beginning opens the list of what can be put there.
    const typed = href.startsWith('/') ? `(${href} ` : `${href} `;
    for (const letter of typed) opened.editor.commands.insertContent({type: 'text', text: letter});
    expect(address()).toMatch(/^https:/);
    opened.editor.view.pasteText(`${href} en meer`, pasting());
    expect(address()).toMatch(/^https:/);
  });

  test.each(unsafe)('%j that is pasted as a link keeps its words only', (href) => {
    const opened = desk([paragraph('')]);
    const anchor = document.createElement('a');
    anchor.setAttribute('href', href);
    anchor.textContent = 'druk hier';
    opened.editor.view.pasteHTML(`<p>Ja, ${anchor.outerHTML}</p>`, pasting());
    expect(opened.editor.getText()).toContain('druk hier');
    expect(linkIn(opened)).toBeNull();
  });
});

test('a link says its address and nothing else that a program wrote into it', () => {
  const hostile = {href: ' https://voorbeeld.nl/ ', target: '_top', rel: 'opener', class: 'modal'};
  expect(attributesOf(linkIn(desk(undefined, written(hostile))))).toEqual({
    ...{href: 'https://voorbeeld.nl/', rel: 'noopener noreferrer nofollow', target: '_blank'},
  });
});
