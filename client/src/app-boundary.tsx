/** Catches what no screen expected, so that there is always a sentence and a way on. */

import {Component, type ReactNode} from 'react';
import {Button} from './ui/button.tsx';
import {general} from './words/index.ts';

interface Props {
  /** The address; another one is a new chance, as for a page that could not be fetched offline. */
  readonly path: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly path: string | null;
}

export class AppBoundary extends Component<Props, State> {
  override state: State = {failed: false, path: null};

  static getDerivedStateFromProps({path}: Props, state: State): State | null {
    return path === state.path ? null : {failed: false, path};
  }

  static getDerivedStateFromError(): Partial<State> {
    return {failed: true};
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="page-main" role="alert">
        <h1>{general.unexpected}</h1>
        <p>{general.unexpectedWhat}</p>
        <div>
          <Button kind="primary" onPress={() => globalThis.location.reload()}>
            {general.reload}
          </Button>
        </div>
      </main>
    );
  }
}
