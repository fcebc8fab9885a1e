/** Reads aloud what happened in the text, for who doesn't see it: where a block went, how many choices. */

import type {Editor} from '@tiptap/core';
import {useEffect, useState} from 'react';

export function Said({editor}: {readonly editor: Editor}) {
  const [said, setSaid] = useState({words: '', times: 0});
  useEffect(() => {
    const hear = ({words}: {readonly words: string}) =>
      setSaid(({times}) => ({words, times: times + 1}));
    editor.on('said', hear);
    return () => {
      editor.off('said', hear);
    };
  }, [editor]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {/* The same words again are news again. */}
      <span key={said.times}>{said.words}</span>
    </div>
  );
}
