/** What a lab is called, where it is, and who begins it. */

import type {Side} from '@samenspel/shared';
import {useState} from 'react';
import {SideChoice} from '../labs/side-choice.tsx';
import {Button} from '../ui/button.tsx';
import {Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {textProblem} from '../ui/text-problem.ts';
import {founding as words, sideOfMine, sideOfMineWhat} from '../words/founding.ts';

export interface Founded {
  readonly labName: string;
  readonly neighbourhood: string;
  /** '' when it was not asked. */
  readonly name: string;
  readonly side: Side;
}

export interface FoundingFormProps {
  readonly asksName: boolean;
  readonly begin: {
    mutate(founded: Founded): void;
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
  };
}

const most = {labName: 80, neighbourhood: 80, name: 60} as const;

export function FoundingForm({asksName, begin}: FoundingFormProps) {
  const [labName, setLabName] = useState('');
  const [neighbourhood, setNeighbourhood] = useState('');
  const [name, setName] = useState('');
  const [side, setSide] = useState<Side | null>(null);
  const {tooLong} = words;
  const problems = {
    labName: textProblem(labName, most.labName, {missing: words.labNameMissing, tooLong}),
    neighbourhood: textProblem(neighbourhood, most.neighbourhood, {
      missing: words.neighbourhoodMissing,
      tooLong,
    }),
    name: asksName ? textProblem(name, most.name, {missing: words.nameMissing, tooLong}) : null,
    side: side === null ? words.sideMissing : null,
  };
  const {isTried, onSubmit} = useSubmit(Object.values(problems), () => {
    if (side === null || begin.isPending) return;
    begin.mutate({
      ...{labName: labName.trim(), neighbourhood: neighbourhood.trim()},
      ...{name: name.trim(), side},
    });
  });
  const said = (problem: string | null) => (isTried ? problem : null);

  return (
    <form className="way-in-form" onSubmit={onSubmit} noValidate>
      <TextField
        label={words.labName}
        hint={words.labNameHint}
        value={labName}
        onChange={setLabName}
        error={said(problems.labName)}
      />
      <TextField
        label={words.neighbourhood}
        value={neighbourhood}
        onChange={setNeighbourhood}
        error={said(problems.neighbourhood)}
      />
      {asksName ? (
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          onChange={setName}
          error={said(problems.name)}
          autoComplete="given-name"
        />
      ) : null}
      <SideChoice
        label={words.side}
        value={side}
        onChange={setSide}
        words={sideOfMine}
        hint={sideOfMineWhat}
        error={said(problems.side)}
      />
      {begin.isError ? <Trouble error={begin.error} /> : null}
      <div>
        <Button kind="primary" type="submit" isDisabled={begin.isPending}>
          {begin.isPending ? words.beginning : words.begin}
        </Button>
      </div>
    </form>
  );
}
