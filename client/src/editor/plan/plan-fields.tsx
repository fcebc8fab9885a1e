/**
 * The fields of one goal, action or agreement: beside the line that was pressed, or in a sheet from
 * below where there is no room. There is one of it, whatever the number of blocks.
 */

import {
  type BlockId,
  type DocumentId,
  type LabId,
  type PersonView,
  statuses,
  statusWord,
} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {useEditorState} from '@tiptap/react';
import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import {Dialog as AriaDialog, Heading, Popover} from 'react-aria-components';
import {useFundSources} from '../../overview/fund-sources.ts';
import {Button} from '../../ui/button.tsx';
import {Sheet} from '../../ui/sheet.tsx';
import {useMedia} from '../../ui/use-media.ts';
import {panel as words} from '../../words/plan.ts';
import {AccountFields} from './account-fields.tsx';
import {childrenOf, isFactBlock, readBlock} from './block-facts.ts';
import {CarrierFields} from './carrier-fields.tsx';
import {ChoiceRow} from './choice-row.tsx';
import type {OpenFields, Part} from './desk.ts';
import {FundFields} from './fund-fields.tsx';
import {closeFields} from './open-fields.ts';
import {usePeople} from './people.ts';
import {PeriodFields} from './period-fields.tsx';
import {placeOf} from './places.ts';
import {planStorage} from './plan-facts.ts';
import {addFact, removeBlank, setField} from './set-field.ts';
import {StatusSign} from './status-sign.tsx';
import './plan-fields.css';

export interface PlanFieldsProps {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  /** null for who is not in the lab of this document. */
  readonly labId: LabId | null;
}

export function PlanFields({editor, documentId, labId}: PlanFieldsProps) {
  const {desk} = planStorage(editor);
  const {people, refresh} = usePeople(documentId);
  const open = useSyncExternalStore(desk.watchOpen, desk.open);
  useEffect(() => desk.setPeople(people), [desk, people]);
  useEffect(() => desk.watchAsked(refresh), [desk, refresh]);
  if (!open) return null;
  return (
    <OpenPanel
      key={open.block}
      {...{editor, open, people, labId}}
      onClose={() => closeFields(editor)}
    />
  );
}

interface OpenPanelProps {
  readonly editor: Editor;
  readonly open: OpenFields;
  readonly people: readonly PersonView[];
  readonly labId: LabId | null;
  readonly onClose: () => void;
}

function OpenPanel({editor, open, people, labId, onClose}: OpenPanelProps) {
  const isWide = useMedia('(min-width: 700px)');
  const node = useEditorState({
    editor,
    selector: ({editor: on}) => placeOf(on.state.doc, open.block)?.node ?? null,
    equalityFn: Object.is,
  });
  const name = node?.type.name ?? '';
  const isThere = node !== null && isFactBlock(name);
  // Somebody may take the whole block away meanwhile.
  useEffect(() => {
    if (!isThere) onClose();
  });
  const [title] = useState(() => (node ? titleOf(node) : ''));
  if (!node || !isFactBlock(name)) return null;
  const heading = words.title(name, title);
  const fields = <Fields {...{editor, people, labId, node, name}} open={open} />;
  if (!isWide) {
    return (
      <Sheet title={heading} onClose={onClose}>
        {(close) => (
          <>
            {fields}
            <Button kind="primary" onPress={close}>
              {words.close}
            </Button>
          </>
        )}
      </Sheet>
    );
  }
  return (
    <Popover
      className="plan-fields-popover"
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      triggerRef={{
        get current() {
          return open.anchor();
        },
      }}
      placement="bottom start"
    >
      <AriaDialog className="plan-fields-dialog">
        <div className="plan-fields-top">
          <Heading slot="title" level={2}>
            {heading}
          </Heading>
          <Button onPress={onClose}>{words.close}</Button>
        </div>
        {fields}
      </AriaDialog>
    </Popover>
  );
}

interface FieldsProps {
  readonly editor: Editor;
  readonly open: OpenFields;
  readonly people: readonly PersonView[];
  readonly labId: LabId | null;
  readonly node: NonNullable<ReturnType<typeof placeOf>>['node'];
  readonly name: 'goal' | 'action' | 'agreement';
}

function Fields({editor, open, people, labId, node, name}: FieldsProps) {
  const id = open.block;
  const facts = readBlock(node, name);
  const ownSources = useFundSources(name === 'action' ? labId : null);
  const root = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<Part>(open.part);
  const add = useAdding(editor, open, (line) => setWanted({kind: 'line', id: line}));
  useEffect(() => {
    beginAt(root.current, wanted);
  }, [wanted]);

  const who = (part: 'carries' | 'expects' | 'promises') => (
    <CarrierFields key={part} {...{editor, id, node, part, people}} />
  );
  return (
    <div ref={root} className="plan-fields">
      {name === 'agreement' ? null : (
        <div data-part="status">
          <ChoiceRow
            label={words.status}
            options={statuses.map((value) => ({
              value,
              words: statusWord(value),
              icon: <StatusSign status={value} />,
            }))}
            value={facts.status}
            onChange={(status) => setField(editor, id, 'status', status)}
          />
        </div>
      )}
      <div data-part="when">
        <PeriodFields editor={editor} id={id} facts={facts} />
      </div>
      <div data-part="who">
        {name === 'agreement' ? [who('expects'), who('promises')] : who('carries')}
      </div>
      {name === 'action' ? (
        <div data-part="money">
          <FundFields
            {...{editor, node}}
            ownSources={ownSources.map((source) => source.name)}
            onAdd={() => add('fund')}
          />
        </div>
      ) : null}
      {name === 'agreement' ? (
        <div data-part="kept">
          <AccountFields {...{editor, node, people}} onAdd={() => add('account')} />
        </div>
      ) : null}
    </div>
  );
}

/** Adds a line and goes to it; what is still empty when the fields close goes away again. */
function useAdding(
  editor: Editor,
  {block, added: first}: OpenFields,
  goTo: (line: BlockId) => void,
): (name: 'fund' | 'account') => void {
  const added = useRef<BlockId[]>(first ? [first] : []);
  useEffect(
    () => () => {
      const lines = added.current.splice(0);
      // After the fields have handed over what was typed in them.
      queueMicrotask(() => lines.forEach((line) => removeBlank(editor, line)));
    },
    [editor],
  );
  return (name) => {
    const line = addFact(editor, block, name);
    if (!line) return;
    added.current.push(line);
    goTo(line);
  };
}

/** The focus on what was pressed, or on what was just added. */
function beginAt(root: HTMLElement | null, part: Part): void {
  const place =
    part.kind === 'line'
      ? root?.querySelector(`[data-line="${CSS.escape(part.id)}"]`)
      : root?.querySelector(`[data-part="${part.kind}"]`);
  place?.scrollIntoView({block: 'nearest'});
  const first = (place ?? root)?.querySelector<HTMLElement>('input, button');
  // Of a row of choices, the one that is chosen.
  const chosen = first?.parentElement?.querySelector<HTMLElement>('[aria-checked="true"]');
  (chosen ?? first)?.focus();
}

function titleOf(node: FieldsProps['node']): string {
  return childrenOf(node, 'blockTitle')
    .map((title) => title.textContent)
    .join(' ');
}
