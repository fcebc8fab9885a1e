/** What one can do without a mouse. */

import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {keys as words} from '../words/editor.ts';

export function KeysDialog({onClose}: {readonly onClose: () => void}) {
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <p>{words.intro}</p>
      <dl className="keys">
        {words.rows.map(([combination, what]) => (
          <div key={combination}>
            <dt>
              <kbd>{combination}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <DialogButtons>
        <Button kind="primary" onPress={onClose}>
          {words.close}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
