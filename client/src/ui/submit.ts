/** Sending a form: once, and only when nothing is wrong; otherwise to the first thing that is. */

import {type FormEvent, useState} from 'react';

export interface Submit {
  /** Somebody has tried, so what is wrong may be said. */
  readonly isTried: boolean;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

/** `problems` are sentences, null for what is fine; `send` is called when all are. */
export function useSubmit(problems: readonly (string | null)[], send: () => void): Submit {
  const [isTried, setTried] = useState(false);
  return {
    isTried,
    onSubmit: (event) => {
      event.preventDefault();
      const form = event.currentTarget;
      const isFine = problems.every((problem) => problem === null);
      // A form that stays, for a next one, begins anew: being empty again is not wrong yet.
      setTried(!isFine);
      if (isFine) return send();
      // After the fields have heard that they are wrong.
      requestAnimationFrame(() =>
        form
          .querySelector<HTMLElement>(
            'input[aria-invalid=true], textarea[aria-invalid=true], [role=radiogroup][data-invalid] input',
          )
          ?.focus(),
      );
    },
  };
}
