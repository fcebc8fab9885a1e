import {Dialog} from '@samenspel/client/ui/dialog.tsx';
import {act, cleanup, render, screen} from '@testing-library/react';
import {userEvent} from '@testing-library/user-event';
import {useState} from 'react';
import {afterEach, expect, test} from 'vitest';

afterEach(cleanup);

function Two() {
  const [isUnder, setUnder] = useState(true);
  const [isAbove, setAbove] = useState(false);
  return (
    <Dialog title="Onder" isOpen={isUnder} onClose={() => setUnder(false)}>
      <button type="button" onClick={() => setAbove(true)}>
        Verder
      </button>
      <Dialog title="Boven" isOpen={isAbove} onClose={() => setAbove(false)}>
        <button type="button">Klaar</button>
      </Dialog>
    </Dialog>
  );
}

test('Escape closes what lies uppermost, one at a time, also when the focus is nowhere', async () => {
  const user = userEvent.setup();
  render(<Two />);
  await user.click(screen.getByRole('button', {name: 'Verder'}));
  await screen.findByRole('dialog', {name: 'Boven'});
  const lose = () =>
    act(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
  lose();
  expect(document.activeElement).toBe(document.body);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', {name: 'Boven'})).toBeNull();
  screen.getByRole('dialog', {name: 'Onder'});
  lose();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});
