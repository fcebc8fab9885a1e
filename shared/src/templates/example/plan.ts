/** The example plan as a whole: a fictional neighbourhood, so that nobody starts on an empty page. */

import type {JSONContent} from '@tiptap/core';
import {plan} from '../build.ts';
import {closing} from './closing.ts';
import {deciding} from './deciding.ts';
import {growingUp} from './growing-up.ts';
import {living} from './living.ts';
import {loneliness} from './loneliness.ts';
import {opening} from './opening.ts';
import {work} from './work.ts';

/** The year in which the plan was begun, as its dates are written down here. */
const writtenIn = 2026;

/** With its dates as if it were begun in this year: a plan that is all late is no example. */
export function exampleContent(newId: () => string, year: number): JSONContent {
  const content = plan(
    newId,
    ...opening,
    loneliness,
    work,
    growingUp,
    living,
    deciding,
    ...closing,
  );
  return shifted(content, year - writtenIn);
}

function shifted(node: JSONContent, years: number): JSONContent {
  const {from, until} = node.attrs ?? {};
  const dates = {...moved('from', from, years), ...moved('until', until, years)};
  return {
    ...node,
    ...(node.attrs ? {attrs: {...node.attrs, ...dates}} : {}),
    ...(node.content ? {content: node.content.map((child) => shifted(child, years))} : {}),
  };
}

function moved(name: 'from' | 'until', date: unknown, years: number): Record<string, string> {
  if (typeof date !== 'string') return {};
  return {[name]: date.replace(/^\d{4}/, (year) => String(Number(year) + years))};
}
