/** The one place that says what a role may do. The side somebody is on does not occur in it. */

import type {Role} from './people.ts';

export type Action =
  | 'lab.read'
  | 'lab.leave'
  | 'lab.export'
  | 'log.read'
  | 'member.confirm'
  | 'invitation.read'
  | 'invitation.create'
  | 'invitation.withdraw'
  | 'question.read'
  | 'question.ask'
  | 'question.turn'
  | 'question.withdraw'
  | 'fund_source.change'
  | 'document.read'
  | 'document.write'
  | 'document.create'
  | 'document.rename'
  | 'document.archive'
  /** For good and alone: one's own personal document. Any other one is asked for. */
  | 'document.delete'
  /** A lab's own templates. */
  | 'template.read'
  | 'template.create'
  | 'template.archive'
  /** Gives a moment a name, or takes it away. */
  | 'version.name'
  /** How the voices of the two sides are balanced: for the lab itself, never for outsiders. */
  | 'voice.read'
  /** Makes a new document of it, seen by whoever sees this one. */
  | 'document.copy'
  | 'guest.read'
  | 'guest.remove'
  | 'comment.read'
  /** Says something, reacts, handles and reopens; changes and withdraws one's own. */
  | 'comment.write'
  /** Hides a thread that hurts, with a reason, and shows it again. */
  | 'comment.hide'
  | 'history.read';

/** Who may read a document may read its history; leaving is always possible. */
const everybody = [
  'lab.read',
  'lab.leave',
  'document.read',
  'comment.read',
  'history.read',
] as const satisfies readonly Action[];

const allowed: Readonly<Record<Role, ReadonlySet<Action>>> = {
  member: new Set<Action>([
    ...everybody,
    'lab.export',
    'log.read',
    'member.confirm',
    'invitation.read',
    'invitation.create',
    'invitation.withdraw',
    'question.read',
    'question.ask',
    'question.turn',
    'question.withdraw',
    'fund_source.change',
    'document.write',
    'document.create',
    'document.rename',
    'document.archive',
    'document.delete',
    'template.read',
    'template.create',
    'template.archive',
    'version.name',
    'voice.read',
    'document.copy',
    'guest.read',
    'guest.remove',
    'comment.write',
    'comment.hide',
  ]),
  commenter: new Set<Action>([...everybody, 'comment.write']),
  reviewer: new Set<Action>(everybody),
};

/** What a closed lab leaves to those who may: looking, and going. */
const afterClosing: ReadonlySet<Action> = new Set<Action>([
  ...everybody,
  'lab.export',
  'log.read',
  'invitation.read',
  'question.read',
  'template.read',
  'voice.read',
  // What is personal stays one's own: to delete it, and to see and end who reads along.
  'document.delete',
  'guest.read',
  'guest.remove',
]);

/** Whether somebody with this role may do this. */
export function can(role: Role, action: Action): boolean {
  return allowed[role].has(action);
}

/** Whose document it is: the lab's, or personal, and then one's own or somebody else's. */
export type Whose = 'lab' | 'mine' | 'anothers';

/** In a personal document these are its writer's alone. */
const writersOwn: ReadonlySet<Action> = new Set<Action>([
  'document.copy',
  'document.rename',
  'document.archive',
  'document.delete',
  'guest.read',
  'guest.remove',
  'invitation.read',
  'invitation.create',
  'invitation.withdraw',
]);

/** Whether somebody with this role in a document may do this with it. */
export function canIn(
  {role, whose}: {readonly role: Role; readonly whose: Whose},
  action: Action,
): boolean {
  if (whose === 'anothers' && writersOwn.has(action)) return false;
  if (whose === 'lab' && action === 'document.delete') return false;
  // Everybody in the lab would read it.
  if (whose !== 'lab' && action === 'template.create') return false;
  return can(role, action);
}

/** Whether this goes on when the lab is closed, for those who could do it before. */
export function outlivesLab(action: Action): boolean {
  return afterClosing.has(action);
}
