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

export function exampleContent(newId: () => string): JSONContent {
  return plan(newId, ...opening, loneliness, work, growingUp, living, deciding, ...closing);
}
