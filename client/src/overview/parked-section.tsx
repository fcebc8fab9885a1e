/** Initiatives that wait for somebody: anyone may take one up again. */

import type {BlockId, Parked} from '@samenspel/shared';
import {useState} from 'react';
import {Button} from '../ui/button.tsx';
import {overview as words} from '../words/overview.ts';
import {OverviewLine} from './overview-line.tsx';
import {OverviewSection} from './overview-section.tsx';

export interface ParkedSectionProps {
  readonly parked: readonly Parked[];
  /** Left out where nobody can write. */
  readonly onTakeUp?: ((block: BlockId) => void) | undefined;
}

export function ParkedSection({parked, onTakeUp}: ParkedSectionProps) {
  const [done, setDone] = useState<string | null>(null);
  return (
    <OverviewSection title={words.parked}>
      {/* Always there, so that what is said in it is heard. */}
      <p aria-live="polite" className="overview-said">
        {done === null ? '' : words.takenUp(done)}
      </p>
      {parked.length === 0 ? (
        <p className="muted">{words.noParked}</p>
      ) : (
        <>
          <p className="muted">{words.parkedWhat}</p>
          <ul className="plain">
            {parked.map(({kind, line}, at) => {
              const title = line.title || words.untitled[kind];
              const {id} = line;
              return (
                <OverviewLine
                  key={`${line.document.id} ${id ?? at}`}
                  place={line}
                  title={title}
                  action={
                    onTakeUp && id !== null ? (
                      <Button
                        aria-label={words.takeUpOf(title)}
                        onPress={() => {
                          setDone(title);
                          onTakeUp(id);
                        }}
                      >
                        {words.takeUp}
                      </Button>
                    ) : null
                  }
                />
              );
            })}
          </ul>
        </>
      )}
    </OverviewSection>
  );
}
