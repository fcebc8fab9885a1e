/** What people type as an address, and what may become a link. */

import {linkAddress} from '@samenspel/client/editor/link-address.ts';
import {expect, test} from 'vitest';

const cases = [
  ['https://buurt.example/plan', 'https://buurt.example/plan'],
  [' buurt.example ', 'https://buurt.example'],
  ['www.buurt.example/a?b=c', 'https://www.buurt.example/a?b=c'],
  ['info@buurt.example', 'mailto:info@buurt.example'],
  ['020 123 45 67', 'tel:0201234567'],
  ['mailto:info@buurt.example', 'mailto:info@buurt.example'],
  ['javascript:alert(1)', null],
  ['JAVASCRIPT:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['/labs/1', null],
  ['zomaar wat woorden', null],
  ['', null],
] as const;

test.each(cases)('%j becomes %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});
