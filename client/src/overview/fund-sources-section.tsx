/** The lab's own words for where money comes from: every member adds one, removes one, puts it back. */

import type {FundSourceView, LabId} from '@samenspel/shared';
import {useState} from 'react';
import {failureOf} from '../api.ts';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {overview as words} from '../words/overview.ts';
import {useAddFundSource, useFundSources, useRemoveFundSource} from './fund-sources.ts';
import {OverviewSection} from './overview-section.tsx';

export interface FundSourcesSectionProps {
  readonly labId: LabId;
  readonly mayChange: boolean;
}

/** What was just done, so that it can be said and undone. */
interface Done {
  readonly what: 'added' | 'removed';
  readonly name: string;
}

const longest = 60;

export function FundSourcesSection({labId, mayChange}: FundSourcesSectionProps) {
  const sources = useFundSources(labId);
  const [done, setDone] = useState<Done | null>(null);
  const add = useAddFundSource(labId);
  const remove = useRemoveFundSource(labId);
  const addNamed = (name: string, whenAdded?: () => void) =>
    add.mutate(name, {
      onSuccess: (source) => {
        setDone({what: 'added', name: source.name});
        whenAdded?.();
      },
    });
  return (
    <div className="fund-sources">
      <OverviewSection title={words.ownSources}>
        <p className="muted">{words.ownSourcesWhat}</p>
        <div aria-live="polite">
          {done ? (
            <Message
              kind="good"
              action={
                done.what === 'removed' && mayChange ? (
                  <Button onPress={() => addNamed(done.name)}>{words.putBack}</Button>
                ) : null
              }
            >
              {done.what === 'added'
                ? words.sourceAdded(done.name)
                : words.sourceRemoved(done.name)}
            </Message>
          ) : null}
        </div>
        {remove.isError ? <Trouble error={remove.error} /> : null}
        {sources.length === 0 ? (
          <p className="muted">{words.noOwnSources}</p>
        ) : (
          <ul className="plain">
            {sources.map((source) => (
              <li key={source.id} className="overview-line">
                <span>{source.name}</span>
                {mayChange ? (
                  <Button
                    aria-label={words.removeSourceOf(source.name)}
                    onPress={() =>
                      remove.mutate(source.id, {
                        onSuccess: () => setDone({what: 'removed', name: source.name}),
                      })
                    }
                  >
                    {words.removeSource}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {mayChange ? <AddSource sources={sources} error={add.error} onAdd={addNamed} /> : null}
      </OverviewSection>
    </div>
  );
}

interface AddSourceProps {
  readonly sources: readonly FundSourceView[];
  readonly error: Error | null;
  readonly onAdd: (name: string, whenAdded: () => void) => void;
}

function AddSource({error, onAdd}: AddSourceProps) {
  const [name, setName] = useState('');
  const problem = problemWith(name);
  const form = useSubmit([problem], () => onAdd(name, () => setName('')));
  const isKnown = error !== null && failureOf(error) === 'conflict';
  return (
    <form className="fund-sources-new" onSubmit={form.onSubmit} noValidate>
      <TextField
        label={words.newSource}
        value={name}
        onChange={setName}
        error={isKnown ? words.sourceKnown : form.isTried && name !== '' ? problem : null}
      />
      <Button type="submit">{words.addSource}</Button>
      {error !== null && !isKnown ? <Trouble error={error} /> : null}
    </form>
  );
}

function problemWith(name: string): string | null {
  if (name.trim() === '') return words.sourceMissing;
  return name.trim().length > longest ? words.sourceTooLong(longest) : null;
}
