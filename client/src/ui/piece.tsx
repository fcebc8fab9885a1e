/**
 * A part of the screen that is fetched when it is needed, and shown in the moment it is here. React's
 * `lazy` would hold it back for 300 ms after anything else was waited for, and keep a failure for good.
 */

import {type ComponentType, useEffect, useState} from 'react';

/** A component that stands in for one that is fetched. */
export interface Piece<Props extends object> {
  (props: Props): React.ReactNode;
  /** Fetches it before it is shown; once, whoever asks, and again after a failure. */
  ahead(): Promise<ComponentType<Props>>;
}

/**
 * While it is on its way `Waiting` stands there, or nothing.
 * @throws what fetching threw, while rendering, for the boundary around it
 */
export function piece<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType = Nothing,
): Piece<Props> {
  let coming: Promise<ComponentType<Props>> | null = null;
  let here: ComponentType<Props> | null = null;

  function ahead(): Promise<ComponentType<Props>> {
    coming ??= fetch().then(
      (component) => (here = component),
      (cause: unknown) => {
        coming = null;
        throw cause;
      },
    );
    return coming;
  }

  function Standing(props: Props) {
    const [state, setState] = useState<State<Props>>(() => ({Shown: here}));
    const isWaited = state.Shown === null;
    useEffect(() => {
      if (!isWaited) return undefined;
      let isLeft = false;
      const show = (next: State<Props>) => {
        if (!isLeft) setState(next);
      };
      ahead().then(
        (Shown) => show({Shown}),
        (failure: unknown) => show({Shown: null, failure}),
      );
      return () => {
        isLeft = true;
      };
    }, [isWaited]);
    if ('failure' in state) throw state.failure;
    return state.Shown ? <state.Shown {...props} /> : <Waiting />;
  }

  return Object.assign(Standing, {ahead});
}

interface State<Props extends object> {
  readonly Shown: ComponentType<Props> | null;
  readonly failure?: unknown;
}

function Nothing() {
  return null;
}
