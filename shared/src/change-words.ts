/** Changes in sentences: what somebody did, in plain words, on screens and in files alike. */

import {type ChangedBlocks, readChangedBlocks} from './change-blocks.ts';
import {inRow, phraseOf} from './change-phrases.ts';
import type {Change} from './difference.ts';
import type {DifferenceView} from './history-views.ts';
import type {PersonId} from './ids.ts';
import {type NamedPeople, somebody} from './plan-facts.ts';
import {capital, sideWord} from './words.ts';

export interface ChangeWords {
  /** "Samira (informeel) en Tom (formeel)"; '' for nobody in particular. */
  who(by: readonly PersonId[]): string;
  /**
   * "Samira (informeel) haalde ‘niet’ weg."; who did it is left out when nobody in particular did.
   * @param around the place that is known already; another one is named with it
   */
  sentence(change: Change, around?: number | null): string;
  /**
   * All of them in their order; fields that the same people filled in one after another are one sentence:
   * "Samira (informeel) veranderde de status: idee → bezig; het einde: leeg → 2027."
   */
  sentences(changes: readonly Change[], around?: number | null): readonly string[];
  /** The same without who did it: "weg: ‘niet’", "status: idee → bezig". */
  short(change: Change): string;
  /** Whether it is in the text itself, not in what a plan says beside it. */
  isInText(change: Change): boolean;
  /** "doel ‘Een open inloop’"; null when this number is no place. */
  placeName(number: number): string | null;
}

const facts: ReadonlySet<string> = new Set(['measure', 'carrier', 'fund', 'account']);

export function openChangeWords({
  difference,
  people,
}: Pick<DifferenceView, 'difference' | 'people'>): ChangeWords {
  const named: NamedPeople = new Map(people.map((one) => [one.id, one]));
  const blocks = readChangedBlocks(difference, named);
  const namesOf = (by: readonly PersonId[]) => [...new Set(by.map((id) => personText(id, named)))];
  const phrase = (change: Change) => phraseOf(change, blocks, named);

  const tell = (together: readonly Change[], around: number | null | undefined): string => {
    const [change] = together;
    if (!change) return '';
    const {verb} = phrase(change);
    const [one, several] = verb;
    const known = around === undefined ? change.place : around;
    const inPlace =
      change.place === known || change.place === null || isOfPlace(change, blocks)
        ? ''
        : ` (${blocks.placeName(change.place) ?? ''})`;
    const names = namesOf(change.by);
    const said = (of: 'rest' | 'short') => together.map((each) => phrase(each)[of]).join('; ');
    const whole =
      names.length === 0
        ? said('short')
        : `${inRow(names)} ${names.length > 1 ? several : one} ${said('rest')}`;
    return `${begun(whole, names[0])}${inPlace}.`;
  };
  const goesOn = (last: Change, next: Change) =>
    last.what === 'field' &&
    next.what === 'field' &&
    last.place === next.place &&
    last.by.join(' ') === next.by.join(' ') &&
    phrase(last).verb[0] === phrase(next).verb[0];

  return {
    who: (by) => inRow(namesOf(by)),
    sentence: (change, around) => tell([change], around),
    sentences(changes, around) {
      const groups: Change[][] = [];
      for (const change of changes) {
        const last = groups.at(-1);
        const [first] = last ?? [];
        if (last && first && goesOn(first, change)) last.push(change);
        else groups.push([change]);
      }
      return groups.map((group) => tell(group, around));
    },
    short: (change) => phrase(change).short,
    isInText: (change) => !isOfPlace(change, blocks) && !isOfFact(change, blocks),
    placeName: blocks.placeName,
  };
}

/** "Samira (informeel)"; "iemand" for who is not known any more. */
function personText(id: PersonId, people: NamedPeople): string {
  const {name, side} = people.get(id) ?? somebody;
  return side ? `${name} (${sideWord(side)})` : name;
}

/** Whether it happened to a place as a whole. */
function isOfPlace({block, place, what}: Change, blocks: ChangedBlocks): boolean {
  if (block !== place || blocks.place(block) === null) return false;
  return what === 'inserted' || what === 'deleted' || what === 'moved';
}

/** Whether it filled in a field, or a line with fields came or went. */
function isOfFact(change: Change, blocks: ChangedBlocks): boolean {
  switch (change.what) {
    case 'field':
      return true;
    case 'inserted':
    case 'deleted':
      return change.of === 'block' && facts.has(blocks.typeOf(change.block));
    default:
      return false;
  }
}

/** A name begins as its owner writes it. */
function begun(said: string, name: string | undefined): string {
  return name === undefined || name.startsWith(somebody.name) ? capital(said) : said;
}
