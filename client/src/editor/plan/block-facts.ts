/** What is known of a goal, action or agreement, read from its node; nothing in a document is trusted. */

import {
  endsBeforeItBegins,
  type Field,
  type KeptState,
  keptStates,
  type Period,
  readAmountField,
  readChoice,
  readDateField,
  readFundSource,
  type Spender,
  spenders,
  type FundState,
  fundStates,
  type Status,
  statuses,
} from '@samenspel/shared';
import {type FactName, factNames} from '@samenspel/shared/schema';
import type {Node as ProseMirrorNode} from '@tiptap/pm/model';

export const factBlockNames = ['goal', 'action', 'agreement'] as const;
/** The blocks with a line of facts under their title. */
export type FactBlockName = (typeof factBlockNames)[number];

export interface BlockFacts extends Period {
  readonly name: FactBlockName;
  readonly status: Status | null;
  readonly money: Money;
  /** What all accounts say, `differs` when they don't agree. */
  readonly verdict: KeptState | 'differs' | null;
  readonly hasMeasure: boolean;
  /** Something stands in a field that can't be read, or a period that ends before it begins. */
  readonly needsALook: boolean;
}

/** The sum of what can be read; null cents when no amount can. */
interface Money {
  readonly cents: number | null;
  readonly lines: number;
  readonly hasUnreadable: boolean;
}

export interface FundFacts {
  readonly amount: Field<number>;
  readonly source: string | null;
  readonly state: FundState | null;
  readonly side: Spender | null;
}

export function isFactBlock(name: string): name is FactBlockName {
  return factBlockNames.some((known) => known === name);
}

export function isFact(name: string): name is FactName {
  return factNames.some((known) => known === name);
}

export function readBlock(node: ProseMirrorNode, name: FactBlockName): BlockFacts {
  const status = readChoice(statuses, node.attrs['status']);
  const period = {
    from: readDateField(node.attrs['from']),
    until: readDateField(node.attrs['until']),
  };
  const money = moneyIn(node);
  return {
    ...{name, status, ...period, money},
    verdict: verdictIn(node),
    hasMeasure: childrenOf(node, 'measure').length > 0,
    needsALook:
      period.from.kind === 'unreadable' ||
      period.until.kind === 'unreadable' ||
      money.hasUnreadable ||
      endsBeforeItBegins(period),
  };
}

export function readFund({attrs}: ProseMirrorNode): FundFacts {
  return {
    amount: readAmountField(attrs['amount']),
    source: readFundSource(attrs['source']),
    state: readChoice(fundStates, attrs['state']),
    side: readChoice(spenders, attrs['side']),
  };
}

/** The id of a node; null when an editor has not given it one yet. */
export function idOf({attrs}: ProseMirrorNode): string | null {
  const id: unknown = attrs['id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

export function childrenOf(node: ProseMirrorNode, name: string): readonly ProseMirrorNode[] {
  return node.children.filter((child) => child.type.name === name);
}

function verdictIn(node: ProseMirrorNode): BlockFacts['verdict'] {
  const said = new Set(
    childrenOf(node, 'account').flatMap(({attrs}) => readChoice(keptStates, attrs['kept']) ?? []),
  );
  const [first = null] = said;
  return said.size > 1 ? 'differs' : first;
}

/** Of an action its own lines, of a goal those of its actions; what stands twice is counted once. */
function moneyIn(node: ProseMirrorNode): Money {
  const seen = new Set<string>();
  const isNew = (one: ProseMirrorNode) => {
    const id = idOf(one);
    if (id !== null && seen.has(id)) return false;
    if (id !== null) seen.add(id);
    return true;
  };
  const holders = [node, ...childrenOf(node, 'action').filter(isNew)];
  const lines = holders.flatMap((holder) => childrenOf(holder, 'fund')).filter(isNew);
  const amounts = lines.map((line) => readAmountField(line.attrs['amount']));
  const read = amounts.flatMap((amount) => (amount.kind === 'read' ? amount.value : []));
  return {
    cents: read.length === 0 ? null : read.reduce((sum, cents) => sum + cents, 0),
    lines: lines.length,
    hasUnreadable: amounts.some(({kind}) => kind === 'unreadable'),
  };
}
