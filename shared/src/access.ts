/** The one place that says what a role may do. The side somebody is on does not occur in it. */

import type {Role} from './people.ts';

export type Action =
  | 'lab.read'
  | 'lab.leave'
  | 'log.read'
  | 'member.confirm'
  | 'invitation.read'
  | 'invitation.create'
  | 'invitation.withdraw'
  | 'question.read'
  | 'question.ask'
  | 'question.turn'
  | 'question.withdraw'
  | 'document.read'
  | 'document.write'
  | 'document.create'
  | 'document.rename'
  | 'document.archive'
  | 'history.read';

/** Who may read a document may read its history; leaving is always possible. */
const everybody = [
  'lab.read',
  'lab.leave',
  'document.read',
  'history.read',
] as const satisfies readonly Action[];

const allowed: Readonly<Record<Role, ReadonlySet<Action>>> = {
  member: new Set<Action>([
    ...everybody,
    'log.read',
    'member.confirm',
    'invitation.read',
    'invitation.create',
    'invitation.withdraw',
    'question.read',
    'question.ask',
    'question.turn',
    'question.withdraw',
    'document.write',
    'document.create',
    'document.rename',
    'document.archive',
  ]),
  commenter: new Set<Action>(everybody),
  reviewer: new Set<Action>(everybody),
};

/** What a closed lab leaves to those who may: looking, and going. */
const afterClosing: ReadonlySet<Action> = new Set<Action>([
  ...everybody,
  'log.read',
  'invitation.read',
  'question.read',
]);

/** Whether somebody with this role may do this. */
export function can(role: Role, action: Action): boolean {
  return allowed[role].has(action);
}

/** Whether this goes on when the lab is closed, for those who could do it before. */
export function outlivesLab(action: Action): boolean {
  return afterClosing.has(action);
}
