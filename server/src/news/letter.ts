/** News as a letter: what is still unread, still there and still its reader's to see when it is written. */

import type {Kysely} from 'kysely';
import {newsPath, newsSentence} from '@samenspel/shared';
import type {LetterWriter} from '../mail/mail.ts';
import {newsWords} from '../mail/words.ts';
import type {Tables} from '../store/tables.ts';
import type {NewsStore} from './news.ts';
import type {OffLinks} from './off-link.ts';
import type {Telling} from './telling.ts';
import type {Wishes} from './wishes.ts';

export interface NewsLetterDeps {
  readonly db: Kysely<Tables>;
  readonly store: Pick<NewsStore, 'inLetter'>;
  readonly wishes: Pick<Wishes, 'of'>;
  readonly telling: Pick<Telling, 'tellOutside'>;
  readonly offLinks: OffLinks;
  readonly publicUrl: string;
}

/** More than this is read in the lab itself. */
const maxItems = 30;

export function newsLetter(deps: NewsLetterDeps): LetterWriter {
  const {db, store, wishes, telling, offLinks, publicUrl} = deps;
  return async ({person, lab, address, facts}) => {
    if (person === null || lab === null) return null;
    // Switched off, or gone to another mailbox, after it was put in the queue.
    const wanted = (await wishes.of(person)).some(({labId}) => labId === lab);
    const reads = await db
      .selectFrom('contact')
      .select('address')
      .where('person', '=', person)
      .where('address', '=', address)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst();
    if (!wanted || !reads) return null;
    const rows = await store.inLetter(person, facts['letter'] ?? '');
    const told = await telling.tellOutside(person, rows);
    const [first] = told;
    if (!first) return null;
    const token = offLinks.token(person, lab);
    const words = newsWords({
      labName: first.labName,
      items: told.slice(0, maxItems).map((one) => ({
        sentence: newsSentence(one),
        link: publicUrl + newsPath(one),
      })),
      // In the fragment, which no server, log or referrer ever sees.
      offLink: `${publicUrl}/mail-uit#${token}`,
    });
    return {
      ...words,
      headers: {
        'List-Unsubscribe': `<${publicUrl}/api/mail/off/${token}>`,
        // RFC 8058: a mail programme may press it for its reader, by a POST and nothing else.
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  };
}
