/** The port to a lab's own templates: what it begins documents with, besides what comes with the product. */

import type {DocumentKind, LabId, PersonId, TemplateId} from '@samenspel/shared';
import type {TemplateText} from '@samenspel/shared/templates/file';

export interface TemplateRow {
  readonly id: TemplateId;
  readonly labId: LabId;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly createdAt: number;
  readonly createdBy: PersonId;
  readonly archivedAt: number | null;
}

export interface NewTemplate extends TemplateText {
  readonly labId: LabId;
  readonly by: PersonId;
  /** Where its text comes from. */
  readonly from: 'document' | 'file';
}

export interface Templates {
  /** Every template of a lab, archived ones included, by name. */
  ofLab(labId: LabId): Promise<readonly TemplateRow[]>;
  /** null when it is absent. */
  find(id: TemplateId): Promise<TemplateRow | null>;
  /** null when it is absent. */
  text(id: TemplateId): Promise<TemplateText | null>;
  /**
   * Told in the lab's log, as putting away and bringing back are.
   * @throws AppError 'full' when the lab has as many as anybody would choose from
   */
  create(template: NewTemplate): Promise<TemplateRow>;
  /** Puts it away at the first call and keeps that moment; null brings it back. @throws AppError 'full' */
  archive(id: TemplateId, at: number | null, by: PersonId): Promise<void>;
}
