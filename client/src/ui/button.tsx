/** Something to press: primary goes on, quiet stands beside, danger takes something away. */

import type {ReactNode} from 'react';
import {Button as AriaButton, type ButtonProps as AriaButtonProps} from 'react-aria-components';
import './button.css';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Button({kind = 'quiet', icon, children, ...rest}: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${kind}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}

/** An icon with its word under or beside it: an icon never stands alone. */
export function IconButton({icon, children, ...rest}: ButtonProps & {readonly icon: ReactNode}) {
  return (
    <AriaButton {...rest} className="icon-button">
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}
