/** Short texts that people give themselves and their labs: one line, without hidden signs. */

import {z} from 'zod';

/** A first name or nickname. */
export const personName = oneLine(60);
export const labName = oneLine(80);
export const neighbourhoodName = oneLine(80);
export const fundSourceName = oneLine(60);
export const documentTitle = oneLine(200);
export const versionName = oneLine(120);

/** Control signs and those that turn the direction of writing could make a name look like another. */
const hidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

function oneLine(max: number) {
  return z
    .string()
    .trim()
    .refine((text) => !hidden.test(text))
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' '))
    .pipe(z.string().min(1).max(max));
}
