/** A copy of a lab: whole, readable, safe to open, and without what is not the lab's. */

import type {DocumentId, DocumentView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import * as Y from 'yjs';
import {unzipped} from '../support/download.ts';
import {type Participant, type TestLab, testLab} from '../support/lab.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

const hostileTitle = '../../etc/<b>"\r\nSet-Cookie: a=b';

async function copyOf(lab: TestLab, person: Participant): Promise<ReadonlyMap<string, string>> {
  const answer = await person.ask(`/api/labs/${lab.labId}/export`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[a-z0-9-]+\.zip"$/,
  );
  return unzipped(answer);
}

test('a copy holds every document as JSON and as a page, the log, and what it is', async () => {
  const lab = await testLab({documents: 2, words: 200});
  const [amina, bart] = lab.people;
  await amina.ask(`/api/documents/${lab.documentIds[1]}/archive`, {method: 'POST'});
  await lab.question(bart, {kind: 'close_lab'}, 'Het is <klaar>');
  const files = await copyOf(lab, amina);
  const names = [...files.keys()];
  expect(names.filter((name) => /^documenten\/\d-[a-z0-9-]+\.json$/.test(name))).toHaveLength(2);
  expect(names.filter((name) => /^documenten\/\d-[a-z0-9-]+\.html$/.test(name))).toHaveLength(2);
  const documents = names.filter((name) => name.endsWith('.json') && name.startsWith('doc'));
  const ids = documents.map((name) => (JSON.parse(files.get(name) ?? '') as {id: string}).id);
  expect(ids.toSorted()).toEqual([...lab.documentIds].toSorted());
  const page = files.get(documents[0]?.replace('.json', '.html') ?? '') ?? '';
  expect(page).toContain('<html lang="nl">');
  expect(page).toContain('content="default-src &#39;none&#39;;');
  const {content} = JSON.parse(files.get(documents[0] ?? '') ?? '') as {content: object};
  for (const words of textsIn(content).slice(0, 20)) expect(page).toContain(words);
  expect(JSON.parse(files.get('lab.json') ?? '')).toMatchObject({
    members: expect.arrayContaining([expect.objectContaining({name: amina.name})]) as unknown,
  });
  expect(files.get('logboek.html')).toContain('Het is &lt;klaar&gt;');
  expect(files.get('logboek.html')).toContain(`${bart.name} (formeel) vroeg om het lab sluiten`);
  expect(JSON.parse(files.get('logboek.json') ?? '')).toEqual({entries: await lab.log(amina)});
  expect(files.get('README.txt')).toContain('Dit is een kopie van het lab');
});

test('[R34] nobody’s personal document is in it, not even of who asks', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const body = {template: 'route', title: 'Mijn eigen weg'};
  const made = await amina.ask(`/api/labs/${lab.labId}/documents`, {body});
  const {id} = (await made.json()) as DocumentView;
  for (const person of [amina, bart]) {
    for (const text of (await copyOf(lab, person)).values()) {
      expect(text).not.toContain(id);
      expect(text).not.toContain('Mijn eigen weg');
    }
  }
});

test('what people wrote stays text: no file outside, no header, no script, no dangerous link', async () => {
  const lab = await testLab();
  const [amina] = lab.people;
  const [plan] = lab.documentIds as [DocumentId];
  lab.database.prepare('update lab set name = ?').run(hostileTitle);
  await amina.ask(`/api/documents/${plan}`, {method: 'PATCH', body: {title: hostileTitle}});
  const client = stockClient(lab.server, amina, plan);
  await until('the document is there', () => client.provider.synced);
  client.doc.getXmlFragment('default').push([hostileParagraph()]);
  await until('it is on disk', async () => {
    const view = (await (await amina.ask(`/api/documents/${plan}`)).json()) as DocumentView;
    return view.changedBy !== null;
  });
  const files = await copyOf(lab, amina);
  for (const name of files.keys()) expect(name).toMatch(/^(?:documenten\/)?[A-Za-z0-9.-]+$/);
  const page = [...files].find(([name]) => /^documenten.*html$/.test(name))?.[1] ?? '';
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('klik hier');
  expect(page).not.toContain('<script');
  expect(page).not.toMatch(/javascript:/i);
  expect(page).toContain('href="https://voorbeeld.example/?a=1&amp;b=%22"');
  expect(page).not.toContain('<b>');
});

test('one copy at a time for one person, and the next one works', async () => {
  const lab = await testLab();
  const [amina, bart] = lab.people;
  const path = `/api/labs/${lab.labId}/export`;
  const answers = await Promise.all([amina.ask(path), amina.ask(path), bart.ask(path)]);
  const statuses = answers.map(({status}) => status);
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 200, 429]);
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  expect((await copyOf(lab, amina)).size).toBeGreaterThan(3);
});

test('a download that is broken off leaves room for the next', async () => {
  const lab = await testLab({documents: 3, words: 500});
  const [amina] = lab.people;
  const answer = await amina.ask(`/api/labs/${lab.labId}/export`);
  await answer.body?.cancel();
  await until('there is room again', async () => {
    const again = await amina.ask(`/api/labs/${lab.labId}/export`);
    await again.arrayBuffer();
    return again.status === 200;
  });
});

test('a damaged document is named, and is no reason to go without the others', async () => {
  const lab = await testLab({documents: 2, words: 50});
  const [amina] = lab.people;
  const [first] = lab.documentIds;
  lab.database.prepare("update journal set bytes = x'ff' where document = ?").run(first);
  lab.database.prepare('delete from head where document = ?').run(first);
  lab.database.prepare("update document set title = 'Kapot' where id = ?").run(first);
  const files = await copyOf(lab, amina);
  expect([...files.keys()].filter((name) => name.endsWith('.html'))).toHaveLength(2);
  expect(files.get('README.txt')).toContain('- Kapot');
});

test('a big lab keeps nobody waiting while it is copied', async () => {
  const lab = await testLab({documents: 12, words: 8_000});
  const [amina] = lab.people;
  const answering = amina.ask(`/api/labs/${lab.labId}/export`);
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const bytes = await answering.then((answer) => answer.arrayBuffer());
  clearInterval(beat);
  expect((await unzipped(new Response(bytes))).size).toBe(12 * 2 + 4);
  // In this process it takes seconds when it is made here instead of in a thread.
  expect(longest).toBeLessThan(250);
});

/** As a hand-made client could write it. */
function hostileParagraph(): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  text.insert(0, '<script>alert(1)</script>');
  text.insert(text.length, 'klik hier', {link: {href: ' javaScript:alert(1)'}});
  text.insert(text.length, 'of hier', {link: {href: 'https://voorbeeld.example/?a=1&b=%22'}});
  paragraph.insert(0, [text]);
  return paragraph;
}

function textsIn(content: object): readonly string[] {
  const found = JSON.stringify(content).matchAll(/"text":"([A-Za-z ]{12,})"/g);
  return [...found].map(([, text = '']) => text);
}
