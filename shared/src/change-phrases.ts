/** One change as a verb and what follows it: for every kind of change and of block. */

import {type ChangedBlocks, quoted} from './change-blocks.ts';
import {fieldName, fieldValue} from './change-fields.ts';
import type {Change, ChangedThing, DifferenceMark, InWord} from './difference.ts';
import type {NamedPeople} from './plan-facts.ts';
import {sourceWord} from './plan-words.ts';
import {sourceOfMark} from './schema/source-kinds.ts';
import {unreachable} from './unreachable.ts';

const row = new Intl.ListFormat('nl-NL', {type: 'conjunction'});

export interface Phrase {
  /** By one, and by several. */
  readonly verb: readonly [string, string];
  /** What follows the verb. */
  readonly rest: string;
  /** Without who did it. */
  readonly short: string;
}

export function phraseOf(change: Change, blocks: ChangedBlocks, people: NamedPeople): Phrase {
  switch (change.what) {
    case 'inserted':
      if (change.word) return changedWord(change.word, '', change.text);
      return inserted(changedThing(change, change.text, blocks), change.of);
    case 'deleted': {
      if (change.word) return changedWord(change.word, change.was, '');
      const thing = changedThing(change, change.was, blocks);
      return {verb: ['haalde', 'haalden'], rest: `${thing} weg`, short: `weg: ${thing}`};
    }
    case 'replaced':
      return changedWord(change.word ?? noLetters, change.was, change.text);
    case 'moved': {
      const isText = change.of === 'text';
      const thing = isText ? wordsOrSpace(change.text) : blocks.thing(change.block, change.text);
      const where = isText ? 'hierheen' : whereTo(change, blocks);
      const short = `verplaatst ${where}: ${thing}`;
      return {verb: ['verplaatste', 'verplaatsten'], rest: `${thing} ${where}`, short};
    }
    case 'went': {
      const [thing, where] = [wordsOrSpace(change.was), 'naar een andere plek'];
      const short = `verplaatst ${where}: ${thing}`;
      return {verb: ['verplaatste', 'verplaatsten'], rest: `${thing} ${where}`, short};
    }
    case 'retyped':
      return retyped(change.from, change.to, quoted(blocks.textOf(change.block)));
    case 'field':
      return filledIn(change, blocks, people);
    case 'formatted':
      return formatted(change.added, change.removed, wordsOrSpace(change.text));
    case 'split': {
      const words = quoted(blocks.textOf(change.block));
      const from = words && `, vanaf ${words}`;
      const short = `nieuwe alinea${from}`;
      return {verb: ['begon', 'begonnen'], rest: `een nieuwe alinea${from}`, short};
    }
    case 'joined': {
      const rest = 'twee alinea’s samen';
      return {verb: ['voegde', 'voegden'], rest, short: 'twee alinea’s samengevoegd'};
    }
    default:
      return unreachable(change);
  }
}

/** "a", "a en b", "a, b en c". */
export function inRow(words: readonly string[]): string {
  return row.format(words);
}

const noLetters = {before: '', after: ''};

/** Nobody reads half a word: what stayed of it is told on both sides. */
function changedWord({before, after}: Required<InWord>['word'], was: string, now: string): Phrase {
  const [then, since] = [was, now].map((words) => wordsOrSpace(`${before}${words}${after}`));
  const rest = `${then} in ${since}`;
  return {verb: ['veranderde', 'veranderden'], rest, short: `${then} → ${since}`};
}

function inserted(thing: string, of: ChangedThing): Phrase {
  const short = `erbij: ${thing}`;
  return of === 'text'
    ? {verb: ['schreef', 'schreven'], rest: `${thing} erbij`, short}
    : {verb: ['voegde', 'voegden'], rest: `${thing} toe`, short};
}

function changedThing(
  {block, of}: {readonly block: number; readonly of: ChangedThing},
  words: string,
  blocks: ChangedBlocks,
): string {
  switch (of) {
    case 'block':
      return blocks.thing(block, words);
    case 'text':
      return wordsOrSpace(words);
    case 'row':
      return `een rij ${quoted(words)}`.trim();
    case 'column':
      return `een kolom ${quoted(words)}`.trim();
    default:
      return unreachable(of);
  }
}

/** What came or went may be no more than a space. */
function wordsOrSpace(words: string): string {
  return quoted(words) || (words.includes('\ufffc') ? 'een nieuwe regel' : 'een spatie');
}

function whereTo({block, place}: Change, blocks: ChangedBlocks): string {
  const target = place === block ? (blocks.place(block)?.parent ?? null) : place;
  const source = blocks.cameFrom(block);
  if (source === undefined || source === target) return 'naar een andere plek';
  if (target !== null) return `naar ${blocks.placeName(target) ?? ''}`;
  return source === null ? 'naar een andere plek' : `uit ${blocks.placeName(source) ?? ''}`;
}

function retyped(from: readonly string[], to: readonly string[], words: string): Phrase {
  const [was, now] = [typeName(from), typeName(to)];
  const of = words && `: ${words}`;
  if (was === now) {
    const where = to.length > from.length ? 'naar binnen' : 'naar buiten';
    const thing = words || 'een regel';
    const rest = `${thing} een stap ${where}`;
    return {verb: ['zette', 'zetten'], rest, short: `een stap ${where}: ${thing}`};
  }
  const rest = `van ${was} ${now}${of}`;
  return {verb: ['maakte', 'maakten'], rest, short: `van ${was} naar ${now}${of}`};
}

/** The outermost that has a name tells: whatever is in a list is an item of it. */
function typeName(types: readonly string[]): string {
  const [outside = ''] = types;
  switch (outside) {
    case 'bulletList':
      return 'een opsomming';
    case 'orderedList':
      return 'een genummerde lijst';
    case 'taskList':
      return 'een afvinklijst';
    case 'blockquote':
      return 'een citaat';
    case 'heading':
      return 'een kop';
    case 'paragraph':
      return 'een gewone alinea';
    case 'tableHeader':
      return 'een kopvakje';
    case 'tableCell':
      return 'een vakje';
    case 'blockTitle':
      return 'een titel';
    case 'measure':
      return 'een regel over wat werkt';
    default:
      return 'een ander blok';
  }
}

function filledIn(
  {block, field, from, to}: Extract<Change, {what: 'field'}>,
  blocks: ChangedBlocks,
  people: NamedPeople,
): Phrase {
  const type = blocks.typeOf(block);
  const words = quoted(blocks.textOf(block));
  if (type === 'taskItem' && field === 'checked') return ticked(to === true, words || 'een regel');
  const name = `${fieldName(type, field)}${fieldOf(type, words)}`;
  const values = [from, to].map((value) => fieldValue(type, field, value, people)).join(' → ');
  const rest = `${name}: ${values}`;
  const short = rest.replace(/^(?:de|het|een) /, '');
  return {verb: ['veranderde', 'veranderden'], rest, short};
}

function ticked(isDone: boolean, thing: string): Phrase {
  return isDone
    ? {verb: ['vinkte', 'vinkten'], rest: `${thing} af`, short: `afgevinkt: ${thing}`}
    : {
        verb: ['haalde', 'haalden'],
        rest: `het vinkje weg bij ${thing}`,
        short: `vinkje weg: ${thing}`,
      };
}

/** Of which line it is the field: a block has several of these. */
function fieldOf(type: string, words: string): string {
  if (words === '') return '';
  switch (type) {
    case 'fund':
      return ` voor ${words}`;
    case 'carrier':
    case 'account':
    case 'heading':
      return ` van ${words}`;
    default:
      return '';
  }
}

function formatted(
  added: readonly DifferenceMark[],
  removed: readonly DifferenceMark[],
  words: string,
): Phrase {
  const sources = added.flatMap(({type}) => sourceOfMark(type) ?? []);
  if (sources.length === added.length && sources.length > 0 && removed.length === 0) {
    const on = inRow(sources.map(sourceWord));
    const rest = `aan dat ${words} rust op ${on}`;
    return {verb: ['gaf', 'gaven'], rest, short: `${words} rust op ${on}`};
  }
  // Another address, another shade: neither came nor went.
  const isOther = ({type}: DifferenceMark) => removed.some((one) => one.type === type);
  const isNew = (mark: DifferenceMark) => !isOther(mark);
  const isGone = ({type}: DifferenceMark) => !added.some((one) => one.type === type);
  const said = [
    ...added.filter(isOther).map(({type}) => `${markName(type)} anders`),
    ...added.filter(isNew).map(({type}) => `${markName(type)} erbij`),
    ...removed.filter(isGone).map(({type}) => `${markName(type)} weg`),
  ];
  const rest = `de opmaak van ${words}: ${said.join(', ')}`;
  return {verb: ['veranderde', 'veranderden'], rest, short: rest.replace(/^de /, '')};
}

function markName(type: string): string {
  const source = sourceOfMark(type);
  if (source) return sourceWord(source);
  switch (type) {
    case 'bold':
      return 'vet';
    case 'italic':
      return 'schuin';
    case 'underline':
      return 'onderstreept';
    case 'strike':
      return 'doorgestreept';
    case 'link':
      return 'link';
    default:
      return 'opmaak';
  }
}
