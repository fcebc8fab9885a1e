/** The one place that says what a role may do. The side somebody is on does not occur in it. */

import type {Role} from './people.ts';

export type Action =
  | 'lab.read'
  | 'document.read'
  | 'document.write'
  | 'document.create'
  | 'document.rename'
  | 'document.archive'
  | 'history.read';

const reading = ['lab.read', 'document.read', 'history.read'] as const satisfies readonly Action[];

const allowed: Readonly<Record<Role, ReadonlySet<Action>>> = {
  member: new Set<Action>([
    ...reading,
    'document.write',
    'document.create',
    'document.rename',
    'document.archive',
  ]),
  commenter: new Set<Action>(reading),
  reviewer: new Set<Action>(reading),
};

/** Whether somebody with this role may do this. */
export function can(role: Role, action: Action): boolean {
  return allowed[role].has(action);
}
