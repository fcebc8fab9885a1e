/** The blocks of a difference by number, and what each is called in a sentence. */

import type {
  Attributes,
  Difference,
  DifferenceBlock,
  DifferenceNode,
  DifferencePlace,
  DifferenceRun,
} from './difference.ts';
import {carrierFacts, accountFacts, fundText, type NamedPeople} from './plan-facts.ts';
import {cardKinds, facetNames} from './schema/card-kinds.ts';
import {cardWord, facetWord, keptWord, measureWord, partWord} from './plan-words.ts';
import {readChoice} from './plan-fields.ts';

export interface ChangedBlocks {
  typeOf(number: number): string;
  attrsOf(number: number): Attributes;
  /** What is written in it now; of a block that is gone, what was. */
  textOf(number: number): string;
  place(number: number): DifferencePlace | null;
  /** The place around it where it stood in the earlier text; undefined when it still stands there. */
  cameFrom(number: number): number | null | undefined;
  /** "doel ‘Een open inloop’"; null when it is no place. */
  placeName(number: number): string | null;
  /** "doel ‘Een open inloop’", "geld voor ‘huur’ (€ 100)", "kop ‘Samen’", "‘Elke maandag’". */
  thing(number: number, words: string): string;
}

/** More than this of what somebody wrote makes a sentence hard to read; UTF-16 units. */
const maxQuote = 100;

export function readChangedBlocks(
  {blocks, places}: Pick<Difference, 'blocks' | 'places'>,
  people: NamedPeople,
): ChangedBlocks {
  const byNumber = new Map<number, DifferenceBlock>();
  const placeByNumber = new Map(places.map((place) => [place.number, place]));
  const stood = new Map<number, number | null>();
  const visit = (nodes: readonly (DifferenceNode | DifferenceRun)[], around: number | null) => {
    for (const node of nodes) {
      if (node.is === 'away') stood.set(node.number, around);
      if (node.is !== 'block') continue;
      byNumber.set(node.number, node);
      visit(node.content, placeByNumber.has(node.number) ? node.number : around);
    }
  };
  visit(blocks, null);

  const typeOf = (number: number) => byNumber.get(number)?.type ?? '';
  const attrsOf = (number: number) => byNumber.get(number)?.attrs ?? {};

  function placeName(number: number): string | null {
    const place = placeByNumber.get(number);
    if (!place) return null;
    const title = quoted(place.title);
    return `${kindOfPlace(place.type, attrsOf(number))} ${title || 'zonder titel'}`;
  }

  return {
    ...{typeOf, attrsOf, placeName},
    place: (number) => placeByNumber.get(number) ?? null,
    cameFrom: (number) => stood.get(number),
    textOf(number) {
      const block = byNumber.get(number);
      return block ? textIn(block, block.where === 'earlier') : '';
    },
    thing(number, words) {
      const attrs = attrsOf(number);
      const said = quoted(words);
      switch (typeOf(number)) {
        case 'task':
        case 'goal':
        case 'action':
        case 'agreement':
        case 'card':
          return placeName(number) ?? said;
        case 'blockTitle':
          return joined('de titel', said);
        case 'heading':
          return joined('kop', said);
        case 'fund':
          return joined(said ? `geld voor ${said}` : 'geld', inBrackets(fundText(attrs)));
        case 'carrier': {
          const {part, person} = carrierFacts(attrs, people);
          return joined((person ? quoted(person.name) : said) || 'iemand', `(${partWord(part)})`);
        }
        case 'account': {
          const {kept} = accountFacts(attrs, people);
          return joined('hoe het ging', said, inBrackets(kept ? keptWord(kept) : ''));
        }
        case 'measure':
          return joined(said || 'een regel', `bij ‘${measureWord}’`);
        case 'facet': {
          const name = readChoice(facetNames, attrs['name']);
          return name ? `het deel ‘${facetWord(name)}’` : joined('een deel', said);
        }
        case 'table':
          return joined('een tabel', inBrackets(said));
        case 'tableCell':
        case 'tableHeader':
          return joined('een vakje', said);
        case 'horizontalRule':
          return 'een lijn';
        default:
          return said || 'een lege regel';
      }
    },
  };
}

/** The words between quotes, on one line and not too many; '' when there are none. */
export function quoted(words: string): string {
  // An inline node, such as a line break, stands in a text as this one character.
  const bare = words.replaceAll(/[\s\ufffc]+/g, ' ').trim();
  if (bare === '') return '';
  if (bare.length <= maxQuote) return `‘${bare}’`;
  // Half a sign is none.
  const begin = bare.slice(0, maxQuote - 1).replace(/[\ud800-\udbff]$/, '');
  return `‘${begin.trimEnd()}…’`;
}

function kindOfPlace(type: string, attrs: Attributes): string {
  switch (type) {
    case 'task':
      return 'opgave';
    case 'goal':
      return 'doel';
    case 'action':
      return 'actie';
    case 'agreement':
      return 'afspraak';
    default: {
      const kind = readChoice(cardKinds, attrs['kind']);
      return kind ? `kaart (${cardWord(kind).toLowerCase()})` : 'kaart';
    }
  }
}

function textIn({content}: DifferenceBlock, isGone: boolean): string {
  const other = isGone ? 'later' : 'earlier';
  const parts = content.map((node) => {
    if (node.is === 'run') return node.where === other ? '' : node.text;
    return node.is === 'block' && node.where !== other ? ` ${textIn(node, isGone)}` : '';
  });
  return parts.join('').trim();
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function inBrackets(words: string): string {
  return words === '' ? '' : `(${words})`;
}
