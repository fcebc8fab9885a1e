/** All of news, put together from what the rest of the server knows. */

import type {Kysely} from 'kysely';
import type {LabId, PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {OnComment, OnTakenBack} from '../comments/happening.ts';
import {openRecentDifferences} from '../history/recent-differences.ts';
import type {Journal} from '../journal/journal.ts';
import type {Logger} from '../logger.ts';
import type {LetterWriter, Mailer} from '../mail/mail.ts';
import type {Questions} from '../questions/questions.ts';
import type {Tables} from '../store/tables.ts';
import type {Sync} from '../sync/sync.ts';
import {newsLetter} from './letter.ts';
import type {NewsStore} from './news.ts';
import {type OffLinks, openOffLinks} from './off-link.ts';
import {labNames, newsPlaces} from './places.ts';
import {openSince, type Since, type SinceDeps} from './since.ts';
import {openNewsStore} from './store.ts';
import {tellLive} from './tell-live.ts';
import {openTelling, type Telling, type TellingDeps} from './telling.ts';
import {openNewsWatch, type NewsWatchDeps} from './watch.ts';
import type {Wishes} from './wishes.ts';
import {openWishes} from './wishes-store.ts';
import type {Documents} from '../documents/documents.ts';

export interface NewsDeskDeps
  extends
    Omit<TellingDeps, 'labName' | 'now' | 'onUnread' | 'documents' | 'questions'>,
    Pick<NewsWatchDeps, 'clock' | 'logger'>,
    SinceDeps {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailer: Mailer;
  readonly documents: Documents;
  readonly questions: Questions;
  readonly journal: Pick<Journal, 'head'>;
  readonly sync: Pick<Sync, 'present' | 'notify'>;
  /** The folder's. */
  readonly secret: string;
  readonly publicUrl: string;
}

export interface NewsDesk {
  readonly news: NewsStore;
  readonly wishes: Wishes;
  readonly telling: Telling;
  readonly since: Since;
  readonly offLinks: OffLinks;
  readonly letter: LetterWriter;
  readonly onComment: OnComment;
  readonly onTakenBack: OnTakenBack;
  /** A question of this lab was asked, or a key turned. */
  readonly onKeys: (labId: LabId) => void;
  /** Somebody read news: told on their other devices. */
  readonly tellRead: (personId: PersonId, labs: readonly LabId[]) => void;
  close(): Promise<void>;
}

export function openNewsDesk(deps: NewsDeskDeps): NewsDesk {
  const {db, clock, logger, mailer, journal, secret, publicUrl} = deps;
  const store = openNewsStore(db);
  const wishes = openWishes(db, mailer);
  const offLinks = openOffLinks(secret);
  const telling = openTelling({
    ...deps,
    ...{labName: labNames(db), now: clock.now},
    onUnread: ({documentId}, err) =>
      logger.error({documentId, err}, 'what is due in a document could not be read'),
  });
  const tell = (personId: PersonId, labId: LabId) => {
    tellLive(deps, personId, labId).catch((err: unknown) =>
      logger.error({err}, 'somebody could not be told that there is news'),
    );
  };
  const watch = openNewsWatch({...deps, store, wishes, tell, places: newsPlaces(db)});
  const differences = openRecentDifferences({...deps, head: journal.head});
  const since = openSince({...deps, differences});
  return {
    ...{news: store, wishes, telling, since, offLinks},
    letter: newsLetter({db, store, wishes, telling, offLinks, publicUrl}),
    onComment: watch.onComment,
    onTakenBack: watch.onTakenBack,
    onKeys: watch.onKeys,
    tellRead: (personId, labs) => labs.forEach((labId) => tell(personId, labId)),
    async close() {
      await Promise.all([watch.close(), since.close()]);
    },
  };
}
