/** Who is named in the text around: handed down, so that who comes to be known draws only their lines anew. */

import type {NamedPeople} from '@samenspel/shared';
import {createContext, useContext} from 'react';

export const PeopleInText = createContext<NamedPeople>(new Map());

export function usePeopleInText(): NamedPeople {
  return useContext(PeopleInText);
}
