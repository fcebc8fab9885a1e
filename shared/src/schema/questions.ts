/** A question of a template stands with an empty line, and is gone when something is written there. */

import {Extension} from '@tiptap/core';

export const Questions = Extension.create({
  name: 'questions',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        question: {
          default: null,
          // The line behind it answers nothing.
          keepOnSplit: false,
          parseHTML: (element: {getAttribute(name: string): string | null}) =>
            element.getAttribute('data-question'),
          renderHTML: ({question}: Record<string, unknown>) =>
            typeof question === 'string' ? {'data-question': question} : {},
        },
      },
    },
  ],
});
