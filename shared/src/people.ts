/** Who somebody is in a lab: a side (where they stand) and a role (what they may do). */

/** informal: works from lived experience; formal: works from an assignment. Never a permission. */
export type Side = 'informal' | 'formal';
/** member writes, comments, decides; commenter reads and comments; reviewer reads text and history. */
export type Role = 'member' | 'commenter' | 'reviewer';

/** What somebody is called who was forgotten, everywhere where their name stood. */
export const forgottenName = 'iemand';

export const sides = ['informal', 'formal'] as const satisfies readonly Side[];
export const roles = ['member', 'commenter', 'reviewer'] as const satisfies readonly Role[];
