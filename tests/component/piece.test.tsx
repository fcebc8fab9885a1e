import {piece} from '@samenspel/client/ui/piece.tsx';
import {cleanup, render, screen} from '@testing-library/react';
import {Component, type ReactNode} from 'react';
import {afterEach, expect, test} from 'vitest';

afterEach(cleanup);

const Waiting = () => <p>Nog even</p>;
const Greeting = ({name}: {readonly name: string}) => <p>Dag {name}</p>;

class Boundary extends Component<{readonly children: ReactNode}> {
  override state = {failed: false};
  static getDerivedStateFromError() {
    return {failed: true};
  }
  override render() {
    return this.state.failed ? <p>Dat ging niet</p> : this.props.children;
  }
}

test('something stands there until it is here, and what is here stands there at once', async () => {
  const {promise, resolve} = Promise.withResolvers<typeof Greeting>();
  let fetched = 0;
  const Piece = piece<{readonly name: string}>(() => {
    fetched += 1;
    return promise;
  }, Waiting);
  render(
    <>
      <Piece name="Amina" />
      <Piece name="Bart" />
    </>,
  );
  screen.getAllByText('Nog even');
  resolve(Greeting);
  await screen.findByText('Dag Amina');
  screen.getByText('Dag Bart');
  cleanup();
  render(<Piece name="Chaima" />);
  screen.getByText('Dag Chaima');
  expect(fetched).toBe(1);
});

test('what can not be fetched reaches the boundary, and is tried again at the next visit', async () => {
  let isThere = false;
  const Piece = piece<{readonly name: string}>(
    () => (isThere ? Promise.resolve(Greeting) : Promise.reject(new Error('no line'))),
    Waiting,
  );
  const visit = () =>
    render(
      <Boundary>
        <Piece name="Amina" />
      </Boundary>,
    );
  visit();
  await screen.findByText('Dat ging niet');
  cleanup();
  isThere = true;
  visit();
  await screen.findByText('Dag Amina');
});

test('it can be fetched ahead', async () => {
  const Piece = piece(() => Promise.resolve(Greeting), Waiting);
  await Piece.ahead();
  render(<Piece name="Amina" />);
  screen.getByText('Dag Amina');
});
