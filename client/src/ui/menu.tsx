/** A button that opens a short list of things to do. */

import {type ReactNode, useEffect, useRef, useState} from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import './menu.css';

export interface MenuProps {
  /** What the button shows. */
  readonly children: ReactNode;
  /** What the button and the list are called. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Text above the list that is no choice. */
  readonly intro?: ReactNode;
  /** There is nothing to choose now. */
  readonly isDisabled?: boolean;
  /** It stands for a button that was pressed before all of this was there. */
  readonly opensAtOnce?: boolean;
}

export interface MenuItem {
  readonly id: string;
  readonly words: string;
  readonly icon?: ReactNode;
  /** Where it leads; otherwise `onChoose` says what it does. */
  readonly href?: string;
  readonly onChoose?: () => void;
}

export function Menu(props: MenuProps) {
  const {children, label, items, intro, isDisabled = false, opensAtOnce = false} = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!opensAtOnce) return undefined;
    const frame = requestAnimationFrame(() => {
      // Closing gives the focus back to what had it when it opened.
      button.current?.focus();
      setOpen(true);
    });
    return () => cancelAnimationFrame(frame);
  }, [opensAtOnce]);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton
        ref={button}
        className="icon-button menu-button"
        aria-label={label}
        isDisabled={isDisabled}
      >
        {children}
      </AriaButton>
      <Popover className="menu-popover" placement="bottom end">
        {intro ? <div className="menu-intro">{intro}</div> : null}
        <AriaMenu className="menu" aria-label={label}>
          {items.map((item) => (
            <AriaMenuItem
              key={item.id}
              id={item.id}
              className="menu-item"
              textValue={item.words}
              {...(item.href ? {href: item.href} : {})}
              {...(item.onChoose ? {onAction: item.onChoose} : {})}
            >
              {item.icon}
              <span>{item.words}</span>
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
