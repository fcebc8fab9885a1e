/** What I am called, in all my labs. */

import {useState} from 'react';
import {Button} from '../ui/button.tsx';
import {Message, Trouble} from '../ui/message.tsx';
import {useSubmit} from '../ui/submit.ts';
import {TextField} from '../ui/text-field.tsx';
import {textProblem} from '../ui/text-problem.ts';
import {me as words} from '../words/me.ts';
import {useRename} from './account.ts';

const maxNameLength = 60;

export function AccountName({name}: {readonly name: string}) {
  const [wanted, setWanted] = useState(name);
  const rename = useRename();
  const problem = textProblem(wanted, maxNameLength, {
    missing: words.nameMissing,
    tooLong: words.nameTooLong,
  });
  const {isTried, onSubmit} = useSubmit([problem], () => rename.mutate(wanted.trim()));
  return (
    <section className="account-section" aria-labelledby="account-name">
      <h2 id="account-name">{words.name}</h2>
      <form className="account-form" onSubmit={onSubmit} noValidate>
        <TextField
          label={words.nameField}
          value={wanted}
          onChange={setWanted}
          error={isTried ? problem : null}
        />
        <Button type="submit" isDisabled={rename.isPending || wanted.trim() === name}>
          {words.nameSave}
        </Button>
      </form>
      {rename.isError ? <Trouble error={rename.error} /> : null}
      <div aria-live="polite">
        {rename.isSuccess ? (
          <Message kind="good">{words.nameSaved(rename.data.name)}</Message>
        ) : null}
      </div>
    </section>
  );
}
