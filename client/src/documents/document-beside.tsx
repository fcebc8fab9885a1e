/**
 * Beside the text: its contents and its overview. Where there is room a column that can be put away;
 * elsewhere a sheet from below, opened from the top of the page.
 */

import type {DocumentId} from '@samenspel/shared';
import type {Editor} from '@tiptap/core';
import {PanelLeftClose} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components';
import {jumpTo, type Place} from '../editor/jump.ts';
import {useAskedPlace} from '../overview/asked-place.ts';
import {IconButton} from '../ui/button.tsx';
import {keepSetting, readSetting} from '../ui/device-setting.ts';
import {Sheet} from '../ui/sheet.tsx';
import {beside as words} from '../words/beside.ts';
import {documentPanels} from './document-panels.tsx';
import './document-beside.css';

export interface DocumentBesideProps {
  readonly editor: Editor;
  readonly documentId: DocumentId;
  readonly isWide: boolean;
  /** The panel that is open as a sheet; null when none is. */
  readonly sheet: string | null;
  readonly onCloseSheet: () => void;
}

export function DocumentBeside({isWide, ...props}: DocumentBesideProps) {
  useAskedPlace(props.editor);
  return isWide ? <Column {...props} /> : <OpenSheet {...props} />;
}

type Props = Omit<DocumentBesideProps, 'isWide'>;

const setting = 'beside';

function Column({editor, documentId}: Props) {
  const [shown, setShown] = useState(rememberedPanel);
  const [isFolded, setFolded] = useState(() => readSetting(setting) === false);
  const show = (id: string | null) => {
    setFolded(id === null);
    if (id !== null) setShown(id);
    keepSetting(setting, id ?? false);
  };
  if (isFolded) {
    return (
      <section className="beside beside-folded" aria-label={words.label}>
        {documentPanels.map(({id, words: word, icon: Icon}) => (
          <IconButton key={id} icon={<Icon size={20} aria-hidden />} onPress={() => show(id)}>
            {word}
          </IconButton>
        ))}
      </section>
    );
  }
  return (
    <section className="beside" aria-label={words.label}>
      <Tabs
        className="beside-tabs"
        selectedKey={shown}
        onSelectionChange={(key) => show(String(key))}
      >
        <TabList className="beside-list" aria-label={words.label}>
          {documentPanels.map(({id, words: word}) => (
            <Tab key={id} id={id} className="beside-tab">
              {word}
            </Tab>
          ))}
        </TabList>
        {documentPanels.map(({id, Content}) => (
          <TabPanel key={id} id={id} className="beside-panel" data-scrolls>
            <Content
              editor={editor}
              documentId={documentId}
              onJump={(place) => jumpTo(editor, place)}
            />
          </TabPanel>
        ))}
      </Tabs>
      <div className="beside-end">
        <IconButton icon={<PanelLeftClose size={18} aria-hidden />} onPress={() => show(null)}>
          {words.fold}
        </IconButton>
      </div>
    </section>
  );
}

function OpenSheet({editor, documentId, sheet, onCloseSheet}: Props) {
  const panel = documentPanels.find(({id}) => id === sheet);
  const wanted = useRef<Place | null>(null);
  useEffect(() => {
    // While it is open, nothing behind it can take the focus.
    if (panel || wanted.current === null) return;
    jumpTo(editor, wanted.current);
    wanted.current = null;
  }, [panel, editor]);
  if (!panel) return null;
  return (
    <Sheet title={panel.words} onClose={onCloseSheet}>
      {(close) => (
        <panel.Content
          editor={editor}
          documentId={documentId}
          onJump={(place) => {
            wanted.current = place;
            close();
          }}
        />
      )}
    </Sheet>
  );
}

function rememberedPanel(): string {
  const kept = readSetting(setting);
  const known = documentPanels.find(({id}) => id === kept) ?? documentPanels[0];
  return known?.id ?? '';
}
