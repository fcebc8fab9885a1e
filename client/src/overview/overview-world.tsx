/** What the lines of an overview need to know of where it stands: names, and how to get to a place. */

import {
  type BlockId,
  type Carrier,
  forgottenName,
  type PersonView,
  type Side,
} from '@samenspel/shared';
import {createContext, type ReactNode, useContext, useMemo} from 'react';

export interface OverviewWorld {
  nameOf(carrier: Carrier): string;
  /** null when nobody said. */
  sideOf(carrier: Carrier): Side | null;
  /** What leads to a place in a text. */
  readonly lead: Lead;
}

export type Lead =
  /** In the text beside it. */
  | {readonly kind: 'jump'; readonly to: (block: BlockId) => void}
  /** To a document of the lab. */
  | {
      readonly kind: 'open';
      /** Whether each line says in which document it stands. */
      readonly isNamed: boolean;
    }
  /** On paper. */
  | {readonly kind: 'none'};

const OverviewContext = createContext<OverviewWorld | null>(null);

export interface OverviewWorldProps {
  readonly people: readonly PersonView[];
  readonly lead: Lead;
  readonly children: ReactNode;
}

export function OverviewWorldProvider({people, lead, children}: OverviewWorldProps) {
  const world = useMemo((): OverviewWorld => {
    const byId = new Map<string, PersonView>(people.map((one) => [one.id, one]));
    const personOf = ({person}: Carrier) => (person === null ? null : byId.get(person));
    return {
      lead,
      nameOf: (carrier) =>
        carrier.person === null ? carrier.name : (personOf(carrier)?.name ?? forgottenName),
      sideOf: (carrier) => personOf(carrier)?.side ?? carrier.side,
    };
  }, [people, lead]);
  return <OverviewContext.Provider value={world}>{children}</OverviewContext.Provider>;
}

/** @throws Error outside a provider */
export function useOverviewWorld(): OverviewWorld {
  const world = useContext(OverviewContext);
  if (!world) throw new Error('No overview around this line');
  return world;
}
