/** Another text for the words one comments on, written below the comment. */

import {PenLine} from 'lucide-react';
import {Button} from '../ui/button.tsx';
import {TextArea} from '../ui/text-area.tsx';
import {comments as words} from '../words/comments.ts';

export interface ProposingProps {
  /** null while nothing is proposed. */
  readonly value: string | null;
  /** The words that stand there now: what one begins with. */
  readonly quote: string;
  readonly onChange: (value: string | null) => void;
}

export function Proposing({value, quote, onChange}: ProposingProps) {
  if (value === null) {
    return (
      <div>
        <Button icon={<PenLine size={18} aria-hidden />} onPress={() => onChange(quote)}>
          {words.propose}
        </Button>
      </div>
    );
  }
  return (
    <div className="proposing">
      <TextArea
        label={words.proposal}
        hint={words.proposalHint}
        value={value}
        onChange={onChange}
        isFirst
      />
      <div>
        <Button onPress={() => onChange(null)}>{words.noProposal}</Button>
      </div>
    </div>
  );
}
