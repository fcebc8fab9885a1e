/** Says, once and quietly, that pictures did not come along with what was pasted. */

import {Button} from '../../ui/button.tsx';
import {Message} from '../../ui/message.tsx';
import {editor as words} from '../../words/editor.ts';
import './pictures-note.css';

export interface PicturesNoteProps {
  readonly isShown: boolean;
  readonly onClose: () => void;
}

export function PicturesNote({isShown, onClose}: PicturesNoteProps) {
  return (
    <output className="pictures-note">
      {isShown ? (
        <Message action={<Button onPress={onClose}>{words.close}</Button>}>
          {words.noPictures}
        </Message>
      ) : null}
    </output>
  );
}
