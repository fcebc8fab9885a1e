/** Who has the document open now: circles with initials, and on pressing them names and sides. */

import type {PersonId} from '@samenspel/shared';
import {Button, Dialog, DialogTrigger, Popover} from 'react-aria-components';
import type {Writer} from '../editor/caret.ts';
import {Person} from '../ui/person.tsx';
import {editor as words, presentWords} from '../words/editor.ts';

export interface DocumentPagePeopleProps {
  readonly present: readonly Writer[];
  readonly me: PersonId;
}

/** So many circles fit beside a title; the words tell how many there are. */
const shown = 4;

export function DocumentPagePeople({present, me}: DocumentPagePeopleProps) {
  return (
    <DialogTrigger>
      <Button className="icon-button people">
        <span className="people-circles" aria-hidden>
          {present.slice(0, shown).map(({id, name, side}) => (
            <span key={id} className={`initials initials-${side}`}>
              {initials(name)}
            </span>
          ))}
        </span>
        <span>{presentWords(present.length)}</span>
      </Button>
      <Popover className="people-popover" placement="bottom end">
        <Dialog aria-label={words.present} className="people-dialog">
          <ul className="plain people-list">
            {present.map(({id, name, side}) => (
              <li key={id}>
                <span className={`initials initials-${side}`} aria-hidden>
                  {initials(name)}
                </span>
                <Person name={name} side={side} note={id === me ? words.me : null} />
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
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
