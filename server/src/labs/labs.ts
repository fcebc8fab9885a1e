/** The port to labs and who is in them. */

import type {LabId, LabSummary, MemberView, PersonId} from '@samenspel/shared';

export interface Labs {
  /** The labs somebody is in, by name; [] if none. */
  of(personId: PersonId): Promise<readonly LabSummary[]>;
  /** The lab as this person stands in it; null when it is absent or none of their business. */
  find(labId: LabId, personId: PersonId): Promise<LabSummary | null>;
  /** Everybody in it, in order of joining. */
  members(labId: LabId): Promise<readonly MemberView[]>;
}
