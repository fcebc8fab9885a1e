/** Beside the text: how much of what words rest on is shown in it, and how to recognise each kind. */

import {sourceKinds, sourceWord} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {Choice} from '../../ui/choice.tsx';
import {sources as words, sourceViewWords} from '../../words/sources.ts';
import {type SourceView, sourceViewOf, sourceViews} from './sources.ts';

export interface SourcesPanelProps {
  readonly editor: Editor;
}

export function SourcesPanel({editor}: SourcesPanelProps) {
  const view = useEditorState({editor, selector: ({editor: on}) => sourceViewOf(on.state)});
  return (
    <div className="sources-panel">
      <Choice<SourceView>
        label={words.view}
        value={view}
        options={sourceViews.map((value) => ({value, label: sourceViewWords(value)}))}
        onChange={(wanted) => editor.commands.viewSources(wanted)}
      />
      <p id="sources-legend" className="field-label">
        {words.legend}
      </p>
      <ul className="plain prose" aria-labelledby="sources-legend">
        {sourceKinds.map((kind) => (
          <li key={kind}>
            <span data-source={kind}>{sourceWord(kind)}</span>
          </li>
        ))}
      </ul>
      {editor.isEditable ? <p className="muted">{words.how}</p> : null}
    </div>
  );
}
