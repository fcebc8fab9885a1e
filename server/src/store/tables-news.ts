/** The tables of news, as Kysely sees them. Times are epoch milliseconds. */

import type {DocumentId, LabId, MailHow, NewsId, NewsKind, PersonId} from '@samenspel/shared';

export interface NewsTables {
  news: {
    id: NewsId;
    /** Whom it concerns. */
    person: PersonId;
    lab: LabId;
    /** null for what is about no document. */
    document: DocumentId | null;
    kind: NewsKind;
    /** The same subject is news to somebody once. */
    subject: string;
    /** JSON: a NewsFacts, ids only. */
    facts: string;
    at: number;
    read_at: number | null;
    /** Which letter told it, or was to; null while none was. */
    letter: string | null;
  };
  /** Who wants a lab's news mailed; without a row nothing is. */
  news_mail: {
    person: PersonId;
    lab: LabId;
    how: Exclude<MailHow, 'never'>;
    /** Not before this. */
    next_at: number;
  };
}
