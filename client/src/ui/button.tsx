/** Something to press: primary goes on, quiet stands beside, danger takes something away. */

import {
  type AriaAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useRef,
} from 'react';
import './button.css';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends PressProps {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

type Aria = 'aria-label' | 'aria-expanded' | 'aria-controls';

interface PressProps extends Pick<AriaAttributes, Aria> {
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** What it did is going on: it can't be pressed meanwhile, and keeps the focus. */
  readonly isPending?: boolean;
  readonly onPress?: () => void;
  /** Before the focus moves to it. */
  readonly onPressStart?: () => void;
}

export function Button({kind = 'quiet', icon, children, ...rest}: ButtonProps) {
  return (
    <Pressable {...rest} className={`button button-${kind}`}>
      {icon}
      <span>{children}</span>
    </Pressable>
  );
}

/** An icon with its word under or beside it: an icon never stands alone. */
export function IconButton({icon, children, ...rest}: ButtonProps & {readonly icon: ReactNode}) {
  return (
    <Pressable {...rest} className="icon-button">
      {icon}
      <span>{children}</span>
    </Pressable>
  );
}

interface PressableProps extends PressProps {
  readonly className: string;
  readonly children: ReactNode;
}

function Pressable(props: PressableProps) {
  const {type = 'button', isDisabled = false, isPending = false, ...more} = props;
  const {onPress, onPressStart, ...rest} = more;
  const isStarted = useRef(false);
  const start = () => {
    if (isDisabled || isPending || isStarted.current) return;
    isStarted.current = true;
    onPressStart?.();
  };
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // What holds a button is not pressed with it.
    event.stopPropagation();
    // Keys and screen readers press without pointing.
    start();
    isStarted.current = false;
    // Safari gives the focus to no button that is clicked; whoever opens something wants it back here.
    event.currentTarget.focus({preventScroll: true});
    if (!isPending) onPress?.();
  };
  return (
    <button
      {...rest}
      // While it is pending no form is sent by it.
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      onPointerDown={start}
      onPointerCancel={() => (isStarted.current = false)}
      onPointerLeave={() => (isStarted.current = false)}
      onKeyDown={keepKey}
      onClick={press}
    />
  );
}

/** Keys that press are for the button alone; held down they press once. */
function keepKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.stopPropagation();
  if (event.repeat) event.preventDefault();
}
