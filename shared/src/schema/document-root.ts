/** The document itself: ordinary blocks and plan blocks in any order. */

import {Node} from '@tiptap/core';

export const DocumentRoot = Node.create({
  name: 'doc',
  topNode: true,
  content: '(block | planBlock)+',
});
