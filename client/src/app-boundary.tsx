/** Catches what no screen expected, so that there is always a sentence and a way on. */

import {Component, type ReactNode} from 'react';
import {Button} from './ui/button.tsx';
import {general} from './words/index.ts';

interface State {
  readonly failed: boolean;
}

export class AppBoundary extends Component<{readonly children: ReactNode}, State> {
  override state: State = {failed: false};

  static getDerivedStateFromError(): State {
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
