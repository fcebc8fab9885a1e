import {Button, type ButtonProps} from '@samenspel/client/ui/button.tsx';
import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import {userEvent} from '@testing-library/user-event';
import {afterEach, expect, test} from 'vitest';

afterEach(cleanup);

/** A button in a form in something that can be clicked itself, and what happened in order. */
function arrange(props: Partial<ButtonProps> = {}) {
  const happened: string[] = [];
  const note = (what: string) => () => void happened.push(what);
  render(
    <div role="presentation" onClick={note('around')} onKeyDown={note('key around')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          happened.push('sent');
        }}
      >
        <Button
          onPressStart={() => happened.push(`begun on ${document.activeElement?.tagName}`)}
          onPress={() => happened.push(`pressed on ${document.activeElement?.tagName}`)}
          {...props}
        >
          Doe het
        </Button>
      </form>
    </div>,
  );
  return {happened, user: userEvent.setup(), button: screen.getByRole('button')};
}

test('tells of a press before it takes the focus, and has it when it is pressed', async () => {
  const {happened, user, button} = arrange();
  await user.click(button);
  expect(happened).toEqual(['begun on BODY', 'pressed on BUTTON']);
});

test('has the focus also where the browser gives it to no button that is clicked', () => {
  const {happened, button} = arrange();
  fireEvent.click(button);
  expect(happened).toEqual(['begun on BODY', 'pressed on BUTTON']);
});

test('is pressed by a key once, however long that is held, and by itself', async () => {
  const {happened, user, button} = arrange();
  button.focus();
  await user.keyboard('{Enter>4/}');
  await user.keyboard(' ');
  expect(happened).toEqual([
    ...['begun on BUTTON', 'pressed on BUTTON'],
    ...['begun on BUTTON', 'pressed on BUTTON'],
  ]);
});

test('does nothing when it is disabled', async () => {
  const {happened, user, button} = arrange({isDisabled: true, type: 'submit'});
  await user.click(button);
  expect([happened, button.hasAttribute('disabled')]).toEqual([[], true]);
});

test('sends its form, but not again while that is going on; and it keeps the focus', async () => {
  const {happened, user, button} = arrange({type: 'submit', isPending: true});
  await user.click(button);
  expect([happened, document.activeElement]).toEqual([[], button]);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  cleanup();
  const idle = arrange({type: 'submit'});
  await idle.user.click(idle.button);
  expect(idle.happened.at(-1)).toBe('sent');
});
