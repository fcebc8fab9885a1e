/** The port to labs and who is in them. */

import type {LabId, LabRules, LabSummary, MemberView, PersonView} from '@samenspel/shared';
import type {Asker} from '../auth/principal.ts';

/** A lab as one of its people stands in it. */
export interface LabStanding extends LabSummary {
  readonly rules: LabRules;
  /** null while it is in use. */
  readonly closedAt: number | null;
}

export interface Member extends MemberView {
  /** Counts for the key of their side. */
  readonly counts: boolean;
}

export interface Labs {
  /** The labs somebody is in, by name, as far as their session opens them; [] if none. */
  of(asker: Asker): Promise<readonly LabSummary[]>;
  /** The lab as this person stands in it; null when it is absent or none of their business. */
  find(labId: LabId, asker: Asker): Promise<LabStanding | null>;
  /** Everybody in it now, in order of joining. */
  members(labId: LabId): Promise<readonly Member[]>;
  /** Everybody who is or ever was in it, or in one of its documents: for names beside what they did. */
  everyone(labId: LabId): Promise<readonly PersonView[]>;
}
