/** A whole server, put together: this file alone knows everyone. */

import {fileURLToPath} from 'node:url';
import {openAddresses} from './auth/address.ts';
import {openAttempts} from './auth/attempts.ts';
import {addressLetter, signInLetter} from './auth/contact-letters.ts';
import {openContacts} from './auth/contacts.ts';
import {openGuard} from './auth/guard.ts';
import {type Auth, openAuth} from './auth/auth.ts';
import {openSecret} from './auth/secret.ts';
import {backupInChild} from './backup/in-child.ts';
import {openSchedule} from './backup/schedule.ts';
import {type Clock, systemClock} from './clock.ts';
import {openComments} from './comments/comments-store.ts';
import {openPlaces, openPlacingThread} from './comments/places.ts';
import {openTextChanges} from './comments/text-changes.ts';
import type {Config} from './config.ts';
import {openGuests} from './documents/guests.ts';
import {openPersonalDocuments} from './documents/personal.ts';
import {openDocuments} from './documents/store.ts';
import {peopleIn} from './documents/views.ts';
import {type Founding, openFounding} from './founding/founding.ts';
import {openExports} from './export/exports.ts';
import {openHttp} from './http.ts';
import {openDifferences} from './history/difference/differences.ts';
import {openDifferencePages} from './history/difference-pages.ts';
import {openNamedVersions} from './history/named-versions-store.ts';
import {openSeen} from './history/seen-store.ts';
import {invitationLetter} from './invitations/letter.ts';
import {openInvitations} from './invitations/store.ts';
import {anyLab, ensureExampleLab, examplePeople} from './labs/example.ts';
import {openMembers} from './labs/members.ts';
import {openLabs} from './labs/store.ts';
import {openSealer} from './journal/sealer.ts';
import {openSealThread} from './journal/seal-thread.ts';
import {late} from './late.ts';
import {listen} from './listen.ts';
import {openLog} from './log/store.ts';
import type {Logger} from './logger.ts';
import {openMailer} from './mail/mailer.ts';
import {heardQuestions} from './news/asked.ts';
import {openNewsDesk} from './news/desk.ts';
import {openFundSources} from './overview/fund-sources-store.ts';
import {openPlanModels} from './overview/plan-models-store.ts';
import {openPlans, openPlanThread} from './overview/plans.ts';
import {openPost} from './mail/post.ts';
import {openForgetting} from './own-data/forget.ts';
import {openQuestions} from './questions/store.ts';
import {openClaims, openJournal} from './store/journal.ts';
import {openBringUp} from './schema/bring-up.ts';
import {lockFolder} from './store/lock.ts';
import {readEpoch} from './store/meta.ts';
import {openSchemaVersions} from './store/schema-versions.ts';
import {openSeals} from './store/seals.ts';
import {inspectFolder, openStore, type Store} from './store/open.ts';
import {openWiper} from './store/wipe.ts';
import {openSync} from './sync/open.ts';
import {openTemplates} from './templates/store.ts';

export interface RunningServer {
  /** What the operator should read, line by line. */
  readonly greeting: readonly string[];
  /** Every route that it answers, as "GET /api/me", each once; "ALL" answers every method. */
  readonly routes: readonly string[];
  /** Everything that has arrived is on disk and clients are told to come back. */
  close(): Promise<void>;
}

/** Within this a start has let in whoever was waiting. */
const warmMs = 1_000;
const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** @throws StartError when it can't start; then nothing on disk was touched */
export async function startServer(
  config: Config,
  logger: Logger,
  clock: Clock = systemClock,
): Promise<RunningServer> {
  // First everything that can be refused without leaving a trace.
  await inspectFolder(config.dataFolder);
  const listening = await listen(config.port, config.host);
  const publicUrl = config.publicUrl ?? `http://localhost:${listening.port}`;

  // Before the database: two servers would not know of each other's live documents.
  const unlock = await lockFolder(config.dataFolder);
  const store = await openStore(config.dataFolder, clock.now, {backups: config.backup.folder});
  const {db} = store;
  const secret = await openSecret(config.dataFolder);
  const log = openLog({db, secret, now: clock.now});
  if (!config.noExample) await ensureExampleLab(db, log, clock.now());

  const auth = openAuth({db, secret, publicUrl, clock});
  await auth.forgetExpired();
  const labs = openLabs(db);
  const documents = openDocuments(db, log, clock.now);
  const thread = openSealThread();
  const sealer = openSealer({
    ...{journal: openJournal(store), seals: openSeals(store, clock.now), work: thread.work},
    sealRows: config.limits.sealRows,
    onError: (documentId, err) => logger.error({documentId, err}, 'a document could not be sealed'),
  });
  const {journal} = sealer;
  const [claims, versions] = [openClaims(store), openSchemaVersions(store)];
  const bringUp = openBringUp({journal, claims, versions, now: clock.now});
  const sync = openSync({
    ...{bringUp, journal, claims, clock, logger, epoch: await readEpoch(db)},
    ...{authenticate: auth.authenticate, standing: documents.standing},
    config: {...config.limits, publicUrl},
  });
  const members = openMembers({db, log, now: clock.now});
  const wiper = openWiper({
    ...{...store, clock},
    onError: (err) => logger.error({err}, 'what was deleted is still in the write-ahead log'),
  });
  const asked = openQuestions({
    ...{db, log, now: clock.now, labLink: auth.labLink},
    rights: {
      personChanged: sync.recheckPerson,
      labChanged: (ids) => ids.forEach(sync.recheck),
      documentDeleted(documentId) {
        sync.deleted(documentId);
        wiper.soon();
      },
    },
  });
  const mailer = openMailer({
    ...{db, clock, logger, post: config.mail && openPost(config.mail)},
    writers: {
      address: addressLetter({db, secret, publicUrl, now: clock.now}),
      sign_in: signInLetter(db, auth),
      invitation: invitationLetter({db, secret, publicUrl, now: clock.now}),
      news: (mail) => news.letter(mail),
    },
  });
  const contacts = openContacts({db, mailer, secret, clock});
  const invitations = openInvitations({db, log, mailer, contacts, secret, now: clock.now});
  const founding = openFounding({db, log, publicUrl, now: clock.now});
  const planThread = openPlanThread();
  const plans = openPlans({
    ...{journal, models: openPlanModels(db), versions, read: planThread.work},
    onUnkept: (documentId, err) => logger.error({documentId, err}, 'a plan could not be kept'),
  });
  // It reads with the editor's schema, which no start has to wait for.
  const restoring = late(async () => {
    const {openRestoring} = await import('./history/restoring.ts');
    return openRestoring({journal, claims, versions, bringUp, edit: sync.edit});
  });
  const comments = openComments({db, log, now: clock.now});
  const placing = openPlacingThread();
  const places = openPlaces({
    ...{journal, place: placing.work, follow: comments.follow},
    onUnkept: (documentId, err) => logger.error({documentId, err}, 'a place could not be kept'),
  });
  // It asks the editor's schema where a block may stand.
  const textActs = late(async () => {
    const {openTextActs} = await import('./comments/text-acts.ts');
    return openTextActs({journal, claims, edit: sync.edit});
  });
  const textChanges = openTextChanges({comments, textActs, journal});
  await textChanges.settleAll((documentId, err) =>
    logger.error({documentId, err}, 'what a comment did to a text could not be settled'),
  );
  const exports = openExports({folder: config.dataFolder, clock});
  const differences = openDifferences(config.dataFolder);
  const differencePages = openDifferencePages();
  const people = peopleIn(documents, labs);
  const news = openNewsDesk({
    ...{
      db,
      secret,
      publicUrl,
      clock,
      logger,
      mailer,
      journal,
      sync,
      labs,
      documents,
      comments,
      plans,
    },
    ...{questions: asked, differences, people},
  });
  const questions = heardQuestions(asked, news.onKeys);
  const http = openHttp({
    ...{exports, differences, differencePages},
    ...{comments, places, textChanges, onComment: [news.onComment], onTakenBack: news.onTakenBack},
    ...{guests: openGuests(db, log, clock.now), personal: openPersonalDocuments(db, log), wiper},
    templates: openTemplates(db, log, clock.now),
    forgetting: openForgetting({db, log, now: clock.now}),
    guard: openGuard(openAttempts(clock), openAddresses(config.trustProxy)),
    ...{db, auth, mailer, contacts, invitations, founding},
    ...{fundSources: openFundSources({db, log, now: clock.now}), plans},
    ...{securityContact: config.securityContact, pagesFolder: config.pagesFolder},
    ...{labs, members, questions, documents, journal, claims, versions, log, sync, clock, logger},
    ...{namedVersions: openNamedVersions({db, log}), seen: openSeen(db), restoring},
    ...{news, people, publicUrl, clientFolder},
  });
  const {folder, ...plan} = config.backup;
  const schedule = await openSchedule({
    ...{dataFolder: config.dataFolder, folder, ...plan, clock, logger, make: backupInChild},
  });
  listening.answerWith({
    fetch: (request, env) => http.fetch(request, env),
    upgrade: (request, socket, head) => sync.upgrade(request, socket, head),
  });

  const stopWarming = warmLater(auth, clock, logger);

  return {
    greeting: [
      `Samenspel staat klaar op ${publicUrl}`,
      // Behind a proxy the two differ.
      ...(config.publicUrl ? [`Luistert op ${config.host}:${listening.port}`] : []),
      ...(await greet(store, auth, founding)),
    ],
    routes: [...new Set(http.routes.map(({method, path}) => `${method} ${path}`))],
    async close() {
      stopWarming();
      wiper.close();
      await news.close();
      const closed = [listening.close(), exports.close(), schedule.close(), mailer.close()];
      closed.push(differences.close(), placing.close(), differencePages.close());
      await sync.close();
      await Promise.all([...closed, sealer.close(), thread.close(), planThread.close()]);
      await store.close();
      unlock();
    },
  };
}

/** Whoever signs in first finds it there; loading holds everybody up, so it waits for who is at the door. */
function warmLater(auth: Auth, clock: Clock, logger: Logger): () => void {
  return clock.after(warmMs, () => {
    auth
      .warm()
      .catch((err: unknown) => logger.error({err}, 'what signing in needs could not be loaded'));
  });
}

/** The way in. */
async function greet({db}: Store, auth: Auth, founding: Founding): Promise<readonly string[]> {
  const people = await examplePeople(db);
  const links = await Promise.all(
    people.map(async ({personId, side}) => {
      const who = side === 'informal' ? 'Sleutelpersoon' : 'Professional';
      return `${who}: ${await auth.signInLink(personId)}`;
    }),
  );
  const empty = !(await anyLab(db, ['example', 'seed', 'founded']));
  return [
    ...(links.length > 0
      ? ['Kijk rond in het voorbeeldlab. Elke link werkt één keer, een dag lang:', ...links]
      : []),
    ...(empty
      ? [
          'Er is nog geen lab. Sticht het eerste met deze link. Hij werkt één keer, een week lang:',
          await founding.link(),
          'Of maak er een om mee te oefenen met: pnpm seed',
        ]
      : []),
  ];
}
