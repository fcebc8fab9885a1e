/**
 * Sees to it that news reaches whom it concerns: hears what happens, looks once a day for what is due,
 * and puts letters in the queue when their time has come. Whatever it holds is in the database: after a
 * restart it goes on where it was.
 */

import {amsterdamDay, type Day, type LabId, newsKeptMs, type PersonId} from '@samenspel/shared';
import type {Clock} from '../clock.ts';
import type {OnComment, OnTakenBack} from '../comments/happening.ts';
import type {Labs} from '../labs/labs.ts';
import type {Logger} from '../logger.ts';
import type {Mailer} from '../mail/mail.ts';
import type {Plans} from '../overview/plans.ts';
import type {Questions} from '../questions/questions.ts';
import {newsOfKeys} from './asked.ts';
import {type DueDocument, newsOfDue} from './due.ts';
import {nextLetterAt} from './mornings.ts';
import type {NewNews, NewsStore} from './news.ts';
import {newsOfComment} from './said.ts';
import type {Wishes} from './wishes.ts';

export interface NewsWatchDeps {
  readonly store: NewsStore;
  readonly wishes: Wishes;
  readonly places: NewsPlaces;
  readonly labs: Pick<Labs, 'members'>;
  readonly questions: Pick<Questions, 'ofLab'>;
  readonly plans: Plans;
  readonly mailer: Pick<Mailer, 'offered' | 'wake'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** There is something new for this person: told where they are now. */
  readonly tell: (personId: PersonId, labId: LabId) => void;
}

/** What there is to look through. */
export interface NewsPlaces {
  /** The lab of a document; null when it is absent. */
  labOf(documentId: DueDocument['id']): Promise<LabId | null>;
  /** Labs in which something waits for a key. */
  labsThatAsk(): Promise<readonly LabId[]>;
  /** Documents in use of labs in use, without personal ones. */
  documentsInUse(): Promise<readonly DueDocument[]>;
}

export interface NewsWatch {
  readonly onComment: OnComment;
  readonly onTakenBack: OnTakenBack;
  /** A question of this lab was asked, or a key turned. */
  onKeys(labId: LabId): void;
  /** Looks no more, and lets what is under way end. */
  close(): Promise<void>;
}

const lookAgainMs = 60_000;
/** Nobody who waits for a start waits for this. */
const firstLookMs = 5_000;
/** Who reads it within this time, in the text itself mostly, is not mailed too. */
const graceMs = 60_000;

export function openNewsWatch(deps: NewsWatchDeps): NewsWatch {
  const {store, wishes, places, plans, mailer, clock, logger, tell} = deps;
  const busy = new Set<Promise<void>>();
  let stopTimer: () => void = () => undefined;
  let looked: Day | null = null;
  let closed = false;

  async function add(news: readonly NewNews[]): Promise<void> {
    const people = new Set(await store.add(news));
    const told = new Map(news.map(({person, labId}) => [`${person} ${labId}`, {person, labId}]));
    for (const {person, labId} of told.values()) if (people.has(person)) tell(person, labId);
  }

  /** Whatever happened goes on; the round makes up for keys and dates that could not be kept now. */
  function start(work: () => Promise<void>): Promise<void> {
    const done = work()
      .catch((err: unknown) => logger.error({err}, 'news could not be looked after'))
      .finally(() => busy.delete(done));
    busy.add(done);
    return done;
  }

  async function round(): Promise<void> {
    for (const labId of await places.labsThatAsk()) await add(await newsOfKeys(deps, labId));
    await lookAtDates();
    if (mailer.offered) await writeLetters();
  }

  async function lookAtDates(): Promise<void> {
    const today = amsterdamDay(clock.now());
    if (looked === today) return;
    await store.forgetBefore(clock.now() - newsKeptMs);
    for (const document of await places.documentsInUse()) {
      if (closed) return;
      try {
        await add(await newsOfDue(plans, document, clock.now()));
      } catch (err) {
        // One that is damaged keeps nobody from what is due in the others.
        logger.error({documentId: document.id, err}, 'what is due in a document could not be read');
      }
    }
    looked = today;
  }

  async function writeLetters(): Promise<void> {
    const at = clock.now();
    let isWaiting = false;
    for (const wish of await wishes.due(at)) {
      if (closed) break;
      const until = wish.how === 'at_once' ? at - graceMs : at;
      const claimed = await wishes.claim(wish, {nextAt: nextLetterAt(wish.how, at), until});
      isWaiting ||= claimed !== null;
    }
    if (isWaiting) mailer.wake();
  }

  function look(): void {
    if (closed) return;
    void start(round).then(() => {
      if (!closed) stopTimer = clock.after(lookAgainMs, look);
    });
  }

  stopTimer = clock.after(firstLookMs, look);
  return {
    onComment: (happening) =>
      start(async () => {
        const labId = await places.labOf(happening.documentId);
        if (labId !== null) await add(newsOfComment(happening, labId));
      }),
    onTakenBack: (documentId, threadId) =>
      start(async () => {
        for (const {person, labId} of await store.about(documentId, threadId)) tell(person, labId);
      }),
    onKeys(labId) {
      void start(async () => add(await newsOfKeys(deps, labId)));
    },
    async close() {
      closed = true;
      stopTimer();
      await Promise.all(busy);
    },
  };
}
