/** Reads tasks, goals, actions, money, agreements and cards out of a document's JSON. */

import type {BlockId, PersonId} from './ids.ts';
import type {Side} from './people.ts';
import {sides} from './people.ts';
import {
  type Field,
  type FundState,
  fundStates,
  type KeptState,
  keptStates,
  type Part,
  parts,
  type Period,
  readAmountField,
  readChoice,
  readDateField,
  readFundSource,
  readPerson,
  type Spender,
  spenders,
  type Status,
  statuses,
} from './plan-fields.ts';
import type {PlanDate} from './plan-date.ts';
import {type CardKind, type FacetName, isCardKind, isFacetName} from './schema/card-kinds.ts';
import {type SourceKind, sourceKinds, sourceOfMark} from './schema/source-kinds.ts';

/** Goes up with every change in what is read here: what was read before and kept is then read again. */
export const PLAN_READING = 1;

/** As much of a document's JSON as is read here. */
export interface PlanNode {
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly PlanNode[] | undefined;
  readonly marks?: readonly {readonly type: string}[] | undefined;
}

/** What a document knows of itself; all lists in the order of the text, long words cut. */
export interface Plan {
  readonly tasks: readonly TaskLine[];
  readonly goals: readonly GoalLine[];
  readonly actions: readonly ActionLine[];
  readonly agreements: readonly AgreementLine[];
  readonly cards: readonly CardLine[];
}

export interface Line {
  /** null for a block that an editor has not given an id yet. */
  readonly id: BlockId | null;
  readonly title: string;
  /** The same id stands earlier in the text: after two simultaneous moves. Not counted in sums. */
  readonly isDouble: boolean;
  /** Titles of the task and the goal around it, null where there is none. */
  readonly task: string | null;
  readonly goal: string | null;
}

export type TaskLine = Line;

export interface GoalLine extends Line, Period {
  readonly status: Status | null;
  /** How we will know that it worked. */
  readonly measures: readonly string[];
  readonly carriers: readonly CarrierLine[];
  /** What its text rests on, its actions and agreements included; in the order of `sourceKinds`. */
  readonly restsOn: readonly SourceKind[];
}

export interface ActionLine extends Line, Period {
  readonly status: Status | null;
  readonly carriers: readonly CarrierLine[];
  readonly funds: readonly FundLine[];
}

export interface AgreementLine extends Line {
  readonly until: Field<PlanDate>;
  readonly carriers: readonly CarrierLine[];
  readonly accounts: readonly AccountLine[];
}

/** A person, group or role. Of a person of the lab only the id is known here. */
export interface CarrierLine {
  readonly id: BlockId | null;
  readonly part: Part;
  readonly name: string;
  readonly person: PersonId | null;
  /** null when nobody said; for a person of the lab, their side is the lab's to tell. */
  readonly side: Side | null;
}

export interface FundLine {
  readonly id: BlockId | null;
  /** Cents. */
  readonly amount: Field<number>;
  /** One of `fundSources`, or the lab's own words. */
  readonly source: string | null;
  readonly state: FundState | null;
  readonly side: Spender | null;
  readonly what: string;
  readonly isDouble: boolean;
}

export interface AccountLine {
  readonly id: BlockId | null;
  readonly kept: KeptState | null;
  readonly side: Side | null;
  readonly person: PersonId | null;
  readonly words: string;
}

export interface CardLine extends Line {
  readonly kind: CardKind;
  readonly carriers: readonly CarrierLine[];
  /** What is written in each part; '' where nothing is. A part that stands twice is joined. */
  readonly facets: Readonly<Partial<Record<FacetName, string>>>;
}

/** Deeper than anybody writes: only a program nests further, and it can do so without end. */
const maxDepth = 100;

/** Where things stand side by side, an essay in one line would hide the others; UTF-16 units. */
const maxWords = 300;

const maxIdLength = 64;

/** Where a part of the text stands: titles of what is around it. */
type Around = Pick<Line, 'task' | 'goal'>;

export function readPlan(document: PlanNode): Plan {
  return joinPlans([readPart(document)]);
}

/**
 * What a part of the text knows, apart from the rest: doubles show once all parts are joined. For who
 * reads a long text again and again, and only what changed.
 */
export function readPart(part: PlanNode): Plan {
  const lines = {
    tasks: [] as TaskLine[],
    goals: [] as GoalLine[],
    actions: [] as ActionLine[],
    agreements: [] as AgreementLine[],
    cards: [] as CardLine[],
  };

  function walk(node: PlanNode, around: Around, depth: number): void {
    const read = () => lineOf(node, around);
    switch (node.type) {
      case 'task': {
        const line = read();
        lines.tasks.push(line);
        return into(node, {task: line.title, goal: null}, depth);
      }
      case 'goal': {
        const line = read();
        lines.goals.push({...line, ...goalFields(node)});
        return into(node, {...around, goal: line.title}, depth);
      }
      case 'action':
        lines.actions.push({...read(), ...actionFields(node)});
        return;
      case 'agreement':
        lines.agreements.push({...read(), ...agreementFields(node)});
        return;
      case 'card':
        if (isCardKind(node.attrs?.['kind'])) {
          lines.cards.push({...read(), ...cardFields(node, node.attrs['kind'])});
        }
        return;
      default:
        return into(node, around, depth);
    }
  }
  function into(node: PlanNode, around: Around, depth: number): void {
    if (depth >= maxDepth) return;
    for (const child of node.content ?? []) walk(child, around, depth + 1);
  }

  walk(part, {task: null, goal: null}, 0);
  return lines;
}

/** The parts of one document, in the order of its text, as one. */
export function joinPlans(pieces: readonly Plan[]): Plan {
  const seen = new Set<string>();
  const joined = <T extends Line>(lines: (plan: Plan) => readonly T[]): readonly T[] =>
    pieces.flatMap(lines).map((line) => marked(line, isSecond(line.id, seen)));
  return {
    tasks: joined((plan) => plan.tasks),
    goals: joined((plan) => plan.goals),
    actions: joined((plan) => plan.actions).map((line) => {
      const funds = line.funds.map((fund) =>
        marked(fund, isSecond(fund.id, seen) || (fund.id === null && line.isDouble)),
      );
      return funds.some((fund, at) => fund !== line.funds[at]) ? {...line, funds} : line;
    }),
    agreements: joined((plan) => plan.agreements),
    cards: joined((plan) => plan.cards),
  };
}

/** Whether it was kept: what all accounts say, `differs` when they don't agree, null without any. */
export function verdictOf({
  accounts,
}: Pick<AgreementLine, 'accounts'>): KeptState | 'differs' | null {
  const said = new Set(accounts.map(({kept}) => kept).filter((kept) => kept !== null));
  const [first] = said;
  return said.size > 1 ? 'differs' : (first ?? null);
}

/** The words of a node, without marks; a space between its blocks. */
export function wordsOf(node: PlanNode): string {
  return wordsIn(node, 0);
}

function wordsIn(node: PlanNode, depth: number): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return ' ';
  if (depth >= maxDepth) return '';
  const inside = (node.content ?? []).map((child) => wordsIn(child, depth + 1));
  return inside
    .filter((words) => words !== '')
    .join(isLineOfText(node) ? '' : ' ')
    .trim();
}

function lineOf(node: PlanNode, around: Around): Line {
  const title = short(
    childrenOf(node, 'blockTitle')
      .map((line) => wordsOf(line))
      .filter(Boolean)
      .join(' '),
  );
  return {id: idOf(node), title, isDouble: false, ...around};
}

function goalFields(node: PlanNode): Omit<GoalLine, keyof Line> {
  const measures = childrenOf(node, 'measure').map(shortWordsOf).filter(Boolean);
  const found = new Set<SourceKind>();
  collectSources(node, found, 0);
  return {
    ...statusAndPeriod(node),
    measures,
    carriers: carriersIn(node),
    restsOn: sourceKinds.filter((kind) => found.has(kind)),
  };
}

function actionFields(node: PlanNode): Omit<ActionLine, keyof Line> {
  const funds = childrenOf(node, 'fund').map(fundLine);
  return {...statusAndPeriod(node), carriers: carriersIn(node), funds};
}

function agreementFields(node: PlanNode): Omit<AgreementLine, keyof Line> {
  return {
    until: shortField(readDateField(node.attrs?.['until'])),
    carriers: carriersIn(node),
    accounts: childrenOf(node, 'account').map(accountLine),
  };
}

function cardFields(node: PlanNode, kind: CardKind): Omit<CardLine, keyof Line> {
  const facets: Partial<Record<FacetName, string>> = {};
  for (const facet of childrenOf(node, 'facet')) {
    const name = facet.attrs?.['name'];
    if (isFacetName(name)) facets[name] = short(`${facets[name] ?? ''} ${wordsOf(facet)}`.trim());
  }
  return {kind, carriers: carriersIn(node), facets};
}

function statusAndPeriod({attrs = {}}: PlanNode): Period & {readonly status: Status | null} {
  return {
    status: readChoice(statuses, attrs['status']),
    from: shortField(readDateField(attrs['from'])),
    until: shortField(readDateField(attrs['until'])),
  };
}

function carriersIn(node: PlanNode): readonly CarrierLine[] {
  return childrenOf(node, 'carrier').map((carrier) => ({
    id: idOf(carrier),
    part: readChoice(parts, carrier.attrs?.['part']) ?? 'carries',
    name: shortWordsOf(carrier),
    person: readPerson(carrier.attrs?.['person']),
    side: readChoice(sides, carrier.attrs?.['side']),
  }));
}

function fundLine(node: PlanNode): FundLine {
  const {attrs = {}} = node;
  const source = readFundSource(attrs['source']);
  return {
    id: idOf(node),
    amount: shortField(readAmountField(attrs['amount'])),
    source: source && short(source),
    state: readChoice(fundStates, attrs['state']),
    side: readChoice(spenders, attrs['side']),
    what: shortWordsOf(node),
    isDouble: false,
  };
}

function accountLine(node: PlanNode): AccountLine {
  return {
    id: idOf(node),
    kept: readChoice(keptStates, node.attrs?.['kept']),
    side: readChoice(sides, node.attrs?.['side']),
    person: readPerson(node.attrs?.['person']),
    words: shortWordsOf(node),
  };
}

function collectSources(node: PlanNode, into: Set<SourceKind>, depth: number): void {
  for (const {type} of node.marks ?? []) {
    const kind = sourceOfMark(type);
    if (kind) into.add(kind);
  }
  if (depth >= maxDepth) return;
  for (const child of node.content ?? []) collectSources(child, into, depth + 1);
}

function childrenOf(node: PlanNode, type: string): readonly PlanNode[] {
  return (node.content ?? []).filter((child) => child.type === type);
}

function idOf({attrs}: PlanNode): BlockId | null {
  const id = attrs?.['id'];
  return typeof id === 'string' && id !== '' && id.length <= maxIdLength ? (id as BlockId) : null;
}

function isSecond(id: BlockId | null, seen: Set<string>): boolean {
  if (id === null) return false;
  const isDouble = seen.has(id);
  seen.add(id);
  return isDouble;
}

function marked<T extends {readonly isDouble: boolean}>(line: T, isDouble: boolean): T {
  return line.isDouble === isDouble ? line : {...line, isDouble};
}

function shortWordsOf(node: PlanNode): string {
  return short(wordsOf(node));
}

function shortField<T>(field: Field<T>): Field<T> {
  return field.kind === 'unreadable' ? {...field, typed: short(field.typed)} : field;
}

function short(words: string): string {
  if (words.length <= maxWords) return words;
  // Half a sign is none.
  return `${words
    .slice(0, maxWords - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

function isLineOfText({content}: PlanNode): boolean {
  return content?.some(({type}) => type === 'text' || type === 'hardBreak') ?? false;
}
