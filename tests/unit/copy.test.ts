/** A document that begins as another one was. */

import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import {copyOf} from '@samenspel/server/history/copy.ts';
import {contentOf} from '@samenspel/server/history/content.ts';
import {textOf} from '@samenspel/server/history/moment.ts';
import {openAuthors} from '@samenspel/server/history/provenance/authors.ts';
import {authorsOf} from '@samenspel/server/history/provenance/authors-of.ts';
import {documentOf} from '@samenspel/server/journal/state.ts';
import type {ClientId, PersonId} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import {expect, test} from 'vitest';
import {simulate} from '../support/author-edits.ts';
import {openAuthorsAtWork} from '../support/authors.ts';
import {bold, carrier, goal, paragraph, plan, task} from '../support/plan.ts';
import {seeded} from '../support/random.ts';

const root = (updates: readonly Uint8Array[]) =>
  documentOf(null, updates).getXmlFragment('default');

function ids(node: JSONContent): readonly string[] {
  const own = typeof node.attrs?.['id'] === 'string' ? [node.attrs['id']] : [];
  return [...own, ...(node.content ?? []).flatMap(ids)];
}

function withoutIds(node: JSONContent): JSONContent {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'id' ? undefined : value)),
  ) as JSONContent;
}

test('the text is the same, and every block is a new one', () => {
  const original = contentToUpdate(
    plan(
      task('Eenzaamheid', goal('Inloop', carrier('De buurtkamer', 'informal'))),
      paragraph('Een ', bold('dikke'), ' regel.'),
    ),
  );
  const {text} = copyOf(root([original]), openAuthors(new Map()));
  const [was, is] = [textOf([original]), textOf([text])];
  expect(withoutIds(is)).toEqual(withoutIds(was));
  expect(ids(is)).toHaveLength(3);
  expect(ids(is).filter((id) => ids(was).includes(id))).toEqual([]);
});

test('[R53] every character of a copy is by who wrote it in the first document', () => {
  const team = openAuthorsAtWork(5);
  const work = simulate(team, seeded(11));
  work.begin(20);
  for (let at = 0; at < 150; at++) work.next();
  const attributions = team.rows.flatMap(({told}) => told.attributions);
  const live = team.live.doc.getXmlFragment('default');
  const authors = openAuthors(team.owners);
  authors.learn(attributions);
  const copy = copyOf(live, authors);
  const voices = (
    part: Parameters<typeof authorsOf>[0],
    told: Parameters<typeof authorsOf>[1],
    owners: ReadonlyMap<ClientId, PersonId>,
  ) =>
    authorsOf(part, told, owners).flatMap(({runs}) =>
      runs.flatMap(({text, author}) =>
        Array.from({length: text.length}, (_, at) => [text[at], author]),
      ),
    );
  const copied = root([copy.text]);
  expect(voices(copied, copy.attributions, new Map())).toEqual(
    voices(live, attributions, team.owners),
  );
  expect(contentOf(copied).content).toHaveLength(contentOf(live).content?.length ?? 0);
});
