/** What the screens need of the world around them, handed in so that tests own it. */

import {createContext, type ReactNode, useContext, useEffect, useState} from 'react';
import type {DocumentId, PersonId} from '@samenspel/shared';

export interface World {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once the page has nothing better to do, never where data is spared; returns its stop. */
  whenIdle(callback: () => void): () => void;
  readonly localCopies: LocalCopies;
}

/** The text that a person has on this device. */
export interface LocalCopies {
  /** Documents with text that the server does not have yet. */
  unsent(personId: PersonId): Promise<readonly DocumentId[]>;
  /** Removes everything of this person from this device. */
  clear(personId: PersonId): Promise<void>;
}

const WorldContext = createContext<World | null>(null);

export function WorldProvider({
  world,
  children,
}: {
  readonly world: World;
  readonly children: ReactNode;
}) {
  return <WorldContext.Provider value={world}>{children}</WorldContext.Provider>;
}

/** @throws Error outside a WorldProvider */
export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error('No world around this component');
  return world;
}

/** The time, followed closely enough for words like "zojuist". */
export function useNow(): number {
  const world = useWorld();
  const [now, setNow] = useState(() => world.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(world.now()), 20_000);
    return () => clearInterval(timer);
  }, [world]);
  return now;
}
