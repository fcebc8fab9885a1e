/** The port to a lab's own words for where money comes from, beside those that come with the product. */

import type {FundSourceView, LabId, PersonId} from '@samenspel/shared';

export interface FundSources {
  /** By name; [] if none. */
  ofLab(labId: LabId): Promise<readonly FundSourceView[]>;
  /**
   * Told in the lab's log, as removing is.
   * @throws AppError 'conflict' when it stands there already, or comes with the product
   * @throws AppError 'full' when there are more than anybody would choose from
   */
  add(labId: LabId, name: string, by: PersonId): Promise<FundSourceView>;
  /** Lines of money that have it keep it. @throws AppError 'not_found' when it is not this lab's */
  remove(labId: LabId, id: string, by: PersonId): Promise<void>;
}
