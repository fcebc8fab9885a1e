/** What every keeper of a lab's own templates promises. */

import type {NewTemplate, Templates} from '@samenspel/server/templates/templates.ts';
import {type LabId, type PersonId, SCHEMA_VERSION, type TemplateId} from '@samenspel/shared';
import {maxTemplates} from '@samenspel/shared/templates/size';
import {expect, test} from 'vitest';
import {agreement, plan} from '../support/plan.ts';

export interface TemplatesWorld {
  readonly templates: Templates;
  readonly labId: LabId;
  readonly otherLab: LabId;
  readonly member: PersonId;
  /** What the lab's log tells of templates, oldest first. */
  told(labId: LabId): Promise<readonly {readonly kind: string; readonly words: string | null}[]>;
}

export function templatesContract(open: () => Promise<TemplatesWorld>): void {
  const content = plan(agreement('Op tijd zeggen als het niet lukt'));
  const made = (labId: LabId, by: PersonId, name = 'Afspraken'): NewTemplate => ({
    ...{labId, by, name, kind: 'agreements', schema: SCHEMA_VERSION, from: 'document', content},
  });

  test('finds what was made with its text, and null for what was not', async () => {
    const {templates, labId, otherLab, member} = await open();
    const row = await templates.create(made(labId, member));
    expect(row).toMatchObject({labId, name: 'Afspraken', createdBy: member, archivedAt: null});
    expect(await templates.find(row.id)).toEqual(row);
    expect(await templates.text(row.id)).toEqual({
      ...{name: 'Afspraken', kind: 'agreements', schema: SCHEMA_VERSION, content},
    });
    expect(await templates.ofLab(labId)).toEqual([row]);
    expect(await templates.ofLab(otherLab)).toEqual([]);
    const absent = 'bestaatniet' as TemplateId;
    expect([await templates.find(absent), await templates.text(absent)]).toEqual([null, null]);
  });

  test('lists a lab’s templates by name', async () => {
    const {templates, labId, member} = await open();
    for (const name of ['zorg', 'Élan', 'Buurt']) await templates.create(made(labId, member, name));
    expect((await templates.ofLab(labId)).map(({name}) => name)).toEqual(['Buurt', 'Élan', 'zorg']);
  });

  test('keeps the first moment of putting away until it is brought back', async () => {
    const {templates, labId, member} = await open();
    const {id} = await templates.create(made(labId, member));
    await templates.archive(id, 1_000, member);
    await templates.archive(id, 2_000, member);
    expect((await templates.find(id))?.archivedAt).toBe(1_000);
    expect(await templates.ofLab(labId)).toHaveLength(1);
    await templates.archive(id, null, member);
    expect((await templates.find(id))?.archivedAt).toBeNull();
  });

  test('keeps so many as anybody would choose from; what is put away makes room', async () => {
    const {templates, labId, otherLab, member} = await open();
    const {id} = await templates.create(made(labId, member));
    for (let count = 1; count < maxTemplates; count += 1)
      await templates.create(made(labId, member, `Nog ${count}`));
    await expect(templates.create(made(labId, member))).rejects.toMatchObject({code: 'full'});
    await templates.create(made(otherLab, member));
    await templates.archive(id, 1_000, member);
    await templates.create(made(labId, member, 'In zijn plaats'));
    await expect(templates.archive(id, null, member)).rejects.toMatchObject({code: 'full'});
    expect((await templates.find(id))?.archivedAt).toBe(1_000);
  });

  test('tells the lab what became of a template, once each', async () => {
    const {templates, labId, otherLab, member, told} = await open();
    const {id} = await templates.create(made(labId, member));
    await templates.create({...made(labId, member, 'Van elders'), from: 'file'});
    for (const at of [1_000, 2_000, null, null]) await templates.archive(id, at, member);
    expect(await told(labId)).toEqual([
      {kind: 'template_made', words: 'Afspraken'},
      {kind: 'template_brought', words: 'Van elders'},
      {kind: 'template_archived', words: 'Afspraken'},
      {kind: 'template_brought_back', words: 'Afspraken'},
    ]);
    expect(await told(otherLab)).toEqual([]);
  });
}
