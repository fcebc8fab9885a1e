/** Everything that is asked over HTTP, in one app. */

import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {compress} from 'hono/compress';
import {except} from 'hono/combine';
import {createMiddleware} from 'hono/factory';
import type {Auth} from './auth/auth.ts';
import type {Contacts} from './auth/contacts.ts';
import type {Guard} from './auth/guard.ts';
import {meRoutes} from './auth/me-routes.ts';
import {authRoutes} from './auth/routes.ts';
import {signedIn} from './auth/session.ts';
import type {Kysely} from 'kysely';
import type {Clock} from './clock.ts';
import type {Comments} from './comments/comments.ts';
import {openDiscussion} from './comments/discussion.ts';
import type {OnComment, OnTakenBack} from './comments/happening.ts';
import type {Places} from './comments/places.ts';
import {commentRoutes} from './comments/routes.ts';
import type {TextChanges} from './comments/text-changes.ts';
import {threadRoutes} from './comments/thread-routes.ts';
import type {Documents} from './documents/documents.ts';
import type {Guests} from './documents/guests.ts';
import {guestRoutes} from './documents/guests-routes.ts';
import {peopleRoutes} from './documents/people-routes.ts';
import type {PersonalDocuments} from './documents/personal.ts';
import {personalRoutes} from './documents/personal-routes.ts';
import {documentRoutes} from './documents/routes.ts';
import {documentViews} from './documents/views.ts';
import {AppError} from './errors.ts';
import type {Founding} from './founding/founding.ts';
import {foundingLinkRoutes, foundingRoutes} from './founding/routes.ts';
import {headers} from './headers.ts';
import type {Differences} from './history/difference/differences.ts';
import type {DifferencePages} from './history/difference-pages.ts';
import {differenceRoutes} from './history/difference-routes.ts';
import {journalFileRoutes} from './history/journal-file-routes.ts';
import type {NamedVersions} from './history/named-versions.ts';
import {namedVersionRoutes} from './history/named-versions-routes.ts';
import {copyRoutes} from './history/copy-routes.ts';
import {newsRoutes} from './history/news-routes.ts';
import type {Seen} from './history/seen.ts';
import {pastRoutes} from './history/past-routes.ts';
import {passageRoutes} from './history/passage-routes.ts';
import {restoreRoutes} from './history/restore-routes.ts';
import {writersRoutes} from './history/writers-routes.ts';
import type {Restoring} from './history/restoring.ts';
import {historyRoutes, type PeopleOf} from './history/routes.ts';
import type {Invitations} from './invitations/invitations.ts';
import {invitationRoutes, joiningRoutes} from './invitations/routes.ts';
import type {Claims, Journal} from './journal/journal.ts';
import type {Labs} from './labs/labs.ts';
import type {Members} from './labs/members.ts';
import {labRoutes} from './labs/routes.ts';
import type {Log} from './log/log.ts';
import {logRoutes} from './log/routes.ts';
import type {Logger} from './logger.ts';
import type {Mailer} from './mail/mail.ts';
import type {Exports} from './export/exports.ts';
import type {FundSources} from './overview/fund-sources.ts';
import {fundSourceRoutes} from './overview/fund-sources-routes.ts';
import type {NewsDesk} from './news/desk.ts';
import {mailOffRoutes, newsMailRoutes, offPath} from './news/mail-routes.ts';
import {myNewsRoutes} from './news/routes.ts';
import type {Plans} from './overview/plans.ts';
import {overviewRoutes} from './overview/routes.ts';
import {exportRoutes} from './own-data/export-routes.ts';
import type {Forgetting} from './own-data/forget.ts';
import {forgetRoutes} from './own-data/forget-routes.ts';
import type {SchemaVersions} from './schema/versions.ts';
import {isOwnOrigin} from './sync/origin.ts';
import {pages} from './pages.ts';
import {answerProblem} from './problems.ts';
import type {Questions} from './questions/questions.ts';
import {questionRoutes} from './questions/routes.ts';
import {smallerData} from './smaller.ts';
import type {Tables} from './store/tables.ts';
import {templateFilesPath, templateRoutes} from './templates/routes.ts';
import type {Templates} from './templates/templates.ts';
import type {Wiper} from './store/wipe.ts';
import type {Sync} from './sync/sync.ts';
import {wellKnownRoutes} from './well-known/routes.ts';

export interface HttpDeps {
  readonly auth: Auth;
  readonly db: Kysely<Tables>;
  readonly guard: Guard;
  readonly mailer: Mailer;
  readonly contacts: Contacts;
  readonly invitations: Invitations;
  readonly founding: Founding;
  readonly labs: Labs;
  readonly members: Members;
  readonly questions: Questions;
  readonly log: Log;
  readonly documents: Documents;
  readonly templates: Templates;
  readonly guests: Guests;
  readonly personal: PersonalDocuments;
  readonly comments: Comments;
  readonly places: Places;
  readonly textChanges: TextChanges;
  /** Who is told of what is said in comments. */
  readonly onComment: readonly OnComment[];
  readonly onTakenBack: OnTakenBack;
  readonly fundSources: FundSources;
  readonly plans: Plans;
  readonly exports: Exports;
  readonly forgetting: Forgetting;
  readonly wiper: Wiper;
  readonly people: PeopleOf;
  readonly journal: Journal;
  readonly claims: Claims;
  readonly versions: SchemaVersions;
  readonly namedVersions: NamedVersions;
  readonly seen: Seen;
  readonly news: NewsDesk;
  readonly differences: Pick<Differences, 'between'>;
  readonly differencePages: Pick<DifferencePages, 'make'>;
  readonly restoring: () => Promise<Restoring>;
  readonly sync: Sync;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly securityContact: string | null;
  readonly pagesFolder: string | null;
  /** Where the built client stands. */
  readonly clientFolder: string;
}

const maxBodyBytes = 64 * 1024;
/** What somebody without a session may ask. */
const open = [
  ...['/api/ways', '/api/sign-in/look', '/api/sign-in', '/api/sign-in/mail', '/api/sign-out'],
  ...['/api/address/look', '/api/address/confirm'],
  ...['/api/invitations/look', '/api/invitations/accept'],
  ...['/api/founding/look', '/api/founding'],
  offPath,
];

export function openHttp(deps: HttpDeps) {
  const {auth, labs, members, questions, documents, people, journal, log, sync} = deps;
  const {logger, publicUrl} = deps;
  const views = documentViews(sync);
  const {standing} = documents;
  const discussion = openDiscussion({...deps, standing});
  let probing: Promise<void> | null = null;
  // Each by itself: as one chain their types would be told as one, for seconds at every check.
  const app = new Hono();
  app.use(headers(publicUrl));
  app.use(except(offPath, ownPagesOnly(publicUrl)));
  app.use(
    '/api/*',
    except(templateFilesPath, bodyLimit({maxSize: maxBodyBytes, onError: tooLarge})),
  );
  app.use('/api/*', notStored);
  app.use('/api/*', compress());
  app.use('/api/*', smallerData);
  app.use('/api/*', except(open, signedIn(auth.authenticate)));
  app.get('/healthz', (c) => c.json({ok: true}));
  app.get('/readyz', async (c) => {
    // Rooms that wait for the disk know better than a small write of our own.
    if (!sync.writable()) throw new AppError('unavailable');
    // One at a time: each is a write, and anybody may ask.
    probing ??= journal.probe(1).finally(() => (probing = null));
    await probing;
    return c.json({ok: true});
  });
  app.route('/api', authRoutes(deps));
  app.route('/api', joiningRoutes(deps));
  app.route('/api', foundingLinkRoutes(deps));
  app.route('/api', mailOffRoutes(deps.news));
  app.route('/api', meRoutes(deps));
  app.route('/api', foundingRoutes(deps));
  app.route('/api', invitationRoutes(deps));
  app.route('/api', labRoutes({auth, labs, members, documents, questions, views, sync}));
  app.route('/api', questionRoutes({labs, documents, questions, sync}));
  app.route('/api', logRoutes({labs, documents, log}));
  app.route('/api', fundSourceRoutes(deps));
  app.route('/api', overviewRoutes(deps));
  app.route('/api', documentRoutes({...deps, views}));
  app.route('/api', templateRoutes(deps));
  app.route('/api', guestRoutes(deps));
  app.route('/api', peopleRoutes(deps));
  app.route('/api', personalRoutes({...deps, standing}));
  app.route('/api', exportRoutes(deps));
  app.route('/api', forgetRoutes(deps));
  app.route('/api/documents', historyRoutes({standing, journal, people, versions: deps.versions}));
  app.route('/api/documents', namedVersionRoutes({...deps, standing}));
  app.route('/api', newsRoutes({...deps, standing}));
  app.route('/api', myNewsRoutes({...deps, ...deps.news, standing}));
  app.route('/api', newsMailRoutes({...deps, ...deps.news}));
  app.route('/api/documents', writersRoutes({standing, journal, people}));
  app.route('/api/documents', pastRoutes({...deps, standing}));
  app.route('/api/documents', passageRoutes({...deps, standing}));
  app.route('/api/documents', differenceRoutes({...deps, standing}));
  app.route('/api/documents', journalFileRoutes({...deps, standing}));
  app.route('/api/documents', copyRoutes({...deps, standing}));
  app.route('/api/documents', restoreRoutes({...deps, standing}));
  app.route('/api/documents', commentRoutes({...deps, standing, discussion}));
  app.route('/api/documents', threadRoutes({...deps, discussion}));
  app.all('/api/*', () => notFound());
  app.all('/sync/*', () => notFound());
  app.route('/', wellKnownRoutes(deps));
  app.route('/', pages(deps.clientFolder));
  app.notFound(() => notFound());
  app.onError(answerProblem(logger));
  return app;
}

/** What changes something is asked by our own pages, or by a program; never by a foreign page. */
function ownPagesOnly(publicUrl: string) {
  return createMiddleware(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const {origin, host, 'content-type': type} = c.req.header();
      if (!isOwnOrigin(origin, host, publicUrl)) throw new AppError('wrong_origin');
      // A form can be sent from anywhere without asking; JSON can't.
      if (type !== undefined && !/^application\/json\b/.test(type)) {
        throw new AppError('bad_request', {fields: ['content-type']});
      }
    }
    await next();
  });
}

/** Nothing of a lab stays behind in a browser's cache. */
const notStored = createMiddleware(async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
});

function notFound(): never {
  throw new AppError('not_found');
}

function tooLarge(): never {
  throw new AppError('too_large', {maxBytes: maxBodyBytes});
}
