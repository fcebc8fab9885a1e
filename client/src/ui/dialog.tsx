/** A question in front of the page: focus stays in it, Escape closes it and gives focus back. */

import type {ReactNode} from 'react';
import {Dialog as AriaDialog, Heading, Modal, ModalOverlay} from 'react-aria-components';
import {useEscape} from './escape.ts';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Room for two columns, where there is room. */
  readonly isWide?: boolean;
  /** 'alertdialog' for a warning that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

export function Dialog({
  title,
  isOpen,
  onClose,
  isWide = false,
  role = 'dialog',
  children,
}: DialogProps) {
  useEscape(isOpen, onClose);
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={role === 'dialog'}
    >
      <Modal className={isWide ? 'dialog-box dialog-wide' : 'dialog-box'}>
        <AriaDialog role={role} className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the end of a dialog; the one that goes on comes first. */
export function DialogButtons({children}: {readonly children: ReactNode}) {
  return <div className="dialog-buttons">{children}</div>;
}
