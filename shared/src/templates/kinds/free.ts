/** An empty page. */

import {paragraph} from '../build.ts';
import type {Beginning} from './beginning.ts';

export const free: Beginning = {title: 'Naamloos document', blocks: [paragraph()]};
