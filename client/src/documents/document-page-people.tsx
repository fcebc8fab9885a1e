/** Who has the document open now: circles with initials, and on pressing them names and sides. */

import type {PersonId} from '@samenspel/shared';
import {Users} from 'lucide-react';
import {useState} from 'react';
import {Button as AriaButton} from 'react-aria-components';
import type {Writer} from '../editor/caret.ts';
import {Button} from '../ui/button.tsx';
import {Dialog, DialogButtons} from '../ui/dialog.tsx';
import {Person} from '../ui/person.tsx';
import {editor as words, presentShort, presentWords} from '../words/editor.ts';
import {WideOrNarrow} from './document-page-width.tsx';

export interface DocumentPagePeopleProps {
  readonly present: readonly Writer[];
  readonly me: PersonId;
}

/** So many circles fit beside a title; the words tell how many there are. */
const shown = 4;

export function DocumentPagePeople({present, me}: DocumentPagePeopleProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <AriaButton className="icon-button people" onPress={() => setOpen(true)}>
        <span className="people-circles" aria-hidden>
          {present.slice(0, shown).map((person) => (
            <Initials key={person.id} person={person} />
          ))}
        </span>
        <Users className="only-narrow" size={18} aria-hidden />
        <WideOrNarrow wide={presentWords(present.length)} narrow={presentShort(present.length)} />
      </AriaButton>
      <Dialog title={words.present} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ul className="plain people-list">
          {present.map((person) => (
            <li key={person.id}>
              <Initials person={person} />
              <Person
                name={person.name}
                side={person.side}
                note={person.id === me ? words.me : null}
              />
            </li>
          ))}
        </ul>
        <DialogButtons>
          <Button kind="primary" onPress={() => setOpen(false)}>
            {words.close}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}

function Initials({person: {name, side}}: {readonly person: Writer}) {
  return (
    <span className={`initials initials-${side}`} aria-hidden>
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return letters
    .map((part) => (part ? Array.from(part)[0] : ''))
    .join('')
    .toUpperCase();
}
