/** Reads what is asked, at the edge; keys come in a fixed order, so that equal acts are equal text. */

import {type KeyAct, parseDocumentId, parsePersonId, roles, sides} from '@samenspel/shared';
import {z} from 'zod';

const person = id(parsePersonId);
const document = id(parseDocumentId);

export const keyAct: z.ZodType<KeyAct> = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('remove_member'), person}),
  z.object({kind: z.literal('change_role'), person, role: z.enum(roles)}),
  z.object({kind: z.literal('change_side'), person, side: z.enum(sides)}),
  z.object({kind: z.literal('sign_in_link'), person}),
  z.object({kind: z.literal('delete_document'), document}),
  z.object({
    kind: z.literal('change_rules'),
    rules: z.object({text: z.string().trim().max(10_000)}),
  }),
  z.object({kind: z.literal('close_lab')}),
]);

function id<Id>(parse: (text: string) => Id | null) {
  return z.string().transform((text, context): Id => {
    const parsed = parse(text);
    if (parsed !== null) return parsed;
    context.addIssue({code: 'custom', message: 'No id'});
    return z.NEVER;
  });
}
