/** The overview of an open text, beside it: follows what is written, and leads to every line's place. */

import {amsterdamDay, type DocumentId, overviewOf} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {Printer} from 'lucide-react';
import {useMemo} from 'react';
import {useNow} from '../app-world.tsx';
import {useDocument} from '../documents/document.ts';
import {usePeople} from '../editor/plan/people.ts';
import {setField} from '../editor/plan/set-field.ts';
import type {Place} from '../editor/jump.ts';
import {Button} from '../ui/button.tsx';
import {overview as words} from '../words/overview.ts';
import {OverviewPrint, usePrinting} from './overview-print.tsx';
import {OverviewSections} from './overview-sections.tsx';
import {OverviewWorldProvider} from './overview-world.tsx';
import {useLivePlan} from './use-live-plan.ts';

export interface OverviewPanelProps {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly onJump: (place: Place) => void;
}

export function OverviewPanel({editor, documentId, onJump}: OverviewPanelProps) {
  const plan = useLivePlan(editor);
  const {people} = usePeople(documentId);
  const title = useDocument(documentId).data?.title ?? '';
  const today = amsterdamDay(useNow());
  const document = useMemo(() => ({id: documentId, title}), [documentId, title]);
  const overview = useMemo(() => overviewOf([{document, plan}], today), [document, plan, today]);
  const lead = useMemo(() => ({kind: 'jump', to: onJump}) as const, [onJump]);
  const printing = usePrinting();
  return (
    <div className="overview-panel">
      <OverviewWorldProvider people={people} lead={lead}>
        <OverviewSections
          isWide={false}
          overview={overview}
          nothing={words.nothing}
          onTakeUp={
            editor.isEditable
              ? (block) => void setField(editor, block, 'status', 'underway')
              : undefined
          }
        />
      </OverviewWorldProvider>
      <div>
        <Button icon={<Printer size={20} aria-hidden />} onPress={printing.start}>
          {words.print}
        </Button>
      </div>
      {printing.isOn ? (
        <OverviewPrint
          title={title}
          overview={overview}
          people={people}
          onPrinted={printing.stop}
        />
      ) : null}
    </div>
  );
}
