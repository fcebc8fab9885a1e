/** What a plan's blocks and lines say beside their text: for pages and files that only show a document. */

import type {PersonId} from './ids.ts';
import {type Side, sides} from './people.ts';
import type {PlanNode} from './plan.ts';
import {
  fundStates,
  type KeptState,
  keptStates,
  type Part,
  parts,
  readAmountField,
  readChoice,
  readDateField,
  readFundSource,
  readPerson,
  spenders,
  statuses,
} from './plan-fields.ts';
import {fundFactsText, periodText, statusWord} from './plan-words.ts';
import {type SourceKind, sourceKinds, sourceOfMark} from './schema/source-kinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Somebody as they are called now; the side is null where it says nothing here. */
export interface NamedPerson {
  readonly name: string;
  readonly side: Side | null;
}

/** Who is named in a document, by id. */
export type NamedPeople = ReadonlyMap<PersonId, NamedPerson>;

/** For who is not known any more, or never was. */
export const somebody: NamedPerson = {name: 'iemand', side: null};

/** "bezig · maart 2027 t/m juni 2028"; '' when nothing is filled in. */
export function stateText(fields: Fields): string {
  const status = readChoice(statuses, fields['status']);
  const [from, until] = [readDateField(fields['from']), readDateField(fields['until'])];
  const known = [status ? statusWord(status) : '', periodText({from, until})];
  return known.filter((word) => word !== '').join(' · ');
}

/** "€ 1.250 · buurtbudget · toegezegd · informeel". */
export function fundText(fields: Fields): string {
  return fundFactsText({
    amount: readAmountField(fields['amount']),
    source: readFundSource(fields['source']),
    state: readChoice(fundStates, fields['state']),
    side: readChoice(spenders, fields['side']),
  });
}

/** Who carries, expects or promises; `person` is null for a name that stands in the text. */
export function carrierFacts(
  fields: Fields,
  people: NamedPeople,
): {readonly part: Part; readonly person: NamedPerson | null; readonly side: Side | null} {
  return {part: readChoice(parts, fields['part']) ?? 'carries', ...whoIn(fields, people)};
}

/** Whether it was kept, by whose account. */
export function accountFacts(
  fields: Fields,
  people: NamedPeople,
): {
  readonly kept: KeptState | null;
  readonly person: NamedPerson | null;
  readonly side: Side | null;
} {
  return {kept: readChoice(keptStates, fields['kept']), ...whoIn(fields, people)};
}

/** The people of whom a document holds only the id, each once. */
export function peopleNamedIn(node: PlanNode): readonly PersonId[] {
  const found = new Set<PersonId>();
  const visit = ({attrs, content}: PlanNode): void => {
    const person = readPerson(attrs?.['person']);
    if (person) found.add(person);
    content?.forEach(visit);
  };
  visit(node);
  return [...found];
}

/** A question stands for an answer that is not there yet; it is no part of the text. */
export function isOpenQuestion({type, attrs, content}: PlanNode): boolean {
  const question = attrs?.['question'];
  return type === 'paragraph' && !content?.length && typeof question === 'string';
}

/**
 * The pieces of a line, each with the sources of passages that end with it. A passage goes on as long
 * as its mark does, whatever other marks cut it into pieces.
 */
export function withSources<T extends PlanNode>(
  line: readonly T[],
): readonly {readonly piece: T; readonly ends: readonly SourceKind[]}[] {
  const kinds = line.map(sourcesOf);
  return line.map((piece, at) => {
    const next = kinds[at + 1] ?? [];
    return {piece, ends: (kinds[at] ?? []).filter((kind) => !next.includes(kind))};
  });
}

function sourcesOf({marks}: PlanNode): readonly SourceKind[] {
  const names = (marks ?? []).map(({type}) => sourceOfMark(type));
  return sourceKinds.filter((kind) => names.includes(kind));
}

function whoIn(
  fields: Fields,
  people: NamedPeople,
): {readonly person: NamedPerson | null; readonly side: Side | null} {
  const id = readPerson(fields['person']);
  const person = id === null ? null : (people.get(id) ?? somebody);
  return {person, side: person?.side ?? readChoice(sides, fields['side'])};
}
