/** A part of the page that comes up from below where there is no room beside the text. */

import {X} from 'lucide-react';
import {type PointerEvent, type ReactNode, useEffect, useRef, useState} from 'react';
import {Dialog as AriaDialog, Heading, Modal, ModalOverlay} from 'react-aria-components';
import {general} from '../words/index.ts';
import {IconButton} from './button.tsx';
import {useEscape} from './escape.ts';
import './sheet.css';

export interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  /** With how to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** It is open as long as it is there; Escape, the back button, a press beside it and a pull close it. */
export function Sheet({title, onClose, children}: SheetProps) {
  const close = useBackButton(onClose);
  const {down, pull} = usePull(close);
  useEscape(true, close);
  return (
    <ModalOverlay
      className="sheet-veil"
      isOpen
      onOpenChange={(open) => (open ? undefined : close())}
      isDismissable
    >
      <Modal className="sheet-box" style={down > 0 ? {transform: `translateY(${down}px)`} : {}}>
        <AriaDialog className="sheet">
          <div className="sheet-top" {...pull}>
            <span className="sheet-handle" aria-hidden />
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={<X size={20} aria-hidden />} onPress={close}>
              {general.close}
            </IconButton>
          </div>
          <div className="sheet-body" data-scrolls>
            {children(close)}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const mark = 'sheet';

/** Opening is a step in the browser's history, so that going back closes; returns how to close. */
function useBackButton(onClose: () => void): () => void {
  const newest = useRef(onClose);
  useEffect(() => {
    newest.current = onClose;
  }, [onClose]);
  useEffect(() => {
    const {scrollRestoration} = history;
    // Going back would scroll to where one was when it opened.
    history.scrollRestoration = 'manual';
    if (!isSheetStep()) history.pushState({[mark]: true}, '');
    const gone = () => newest.current();
    window.addEventListener('popstate', gone);
    return () => {
      window.removeEventListener('popstate', gone);
      history.scrollRestoration = scrollRestoration;
    };
  }, []);
  return () => {
    if (isSheetStep()) history.back();
    else newest.current();
  };
}

function isSheetStep(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && mark in state;
}

/** So far down that it was meant, in pixels. */
const farEnough = 80;

/** How far it is pulled down now, in pixels, and what to listen to for that. */
function usePull(onPulled: () => void) {
  const [down, setDown] = useState(0);
  const start = useRef<number | null>(null);
  const stop = () => {
    start.current = null;
    setDown(0);
  };
  const pull = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.target instanceof Element && event.target.closest('button')) return;
      start.current = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (start.current !== null) setDown(event.clientY - start.current);
    },
    onPointerUp() {
      stop();
      if (down > farEnough) onPulled();
    },
    onPointerCancel: stop,
  };
  return {down, pull};
}
