/** A lab full of made-up people and text, to try things out with, also beside a running server. */

import type {DocumentId, LabId, PersonId, Role, Side} from '@samenspel/shared';
import {seedText} from '@samenspel/shared/templates';
import {type Auth, openAuth} from '../auth/auth.ts';
import {openSecret} from '../auth/secret.ts';
import {systemClock} from '../clock.ts';
import {contentToUpdate} from '../documents/content.ts';
import {createDocument} from '../documents/store.ts';
import {newId} from '../ids.ts';
import {anyLab} from '../labs/example.ts';
import {createLab, createMember} from '../labs/store.ts';
import type {Log} from '../log/log.ts';
import {openLog} from '../log/store.ts';
import {StartError} from '../start-error.ts';
import {openStore, type Store} from '../store/open.ts';
import type {SeedOptions} from './options.ts';

export {readSeedOptions} from './options.ts';

interface Seeded {
  readonly lab: {readonly id: LabId; readonly name: string};
  readonly people: readonly SeededPerson[];
  readonly documents: readonly {readonly id: DocumentId; readonly title: string}[];
}

interface SeededPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
  /** The whole value of a Cookie header. */
  readonly cookie: string;
}

const lab = {name: 'Oefenlab', neighbourhood: 'Oefenbuurt', origin: 'seed'} as const;
const names = [
  'Amina',
  'Bart',
  'Chaima',
  'Dirk',
  'Esra',
  'Femke',
  'Gloria',
  'Hans',
  'Ilham',
  'Jan',
];
/** So few that a running server never waits long for the disk. */
const batch = 25;
const clock = systemClock;

/** What to print: one JSON object, or lines for people. @throws StartError for a real lab */
export async function seed(options: SeedOptions): Promise<string> {
  const store = await openStore(options.dataFolder, clock.now);
  try {
    if (!options.force && (await anyLab(store.db, ['founded']))) {
      throw new StartError(
        `In ${options.dataFolder} staat een echt lab. Gebruik een andere map, of --force als je het zeker weet.`,
      );
    }
    const secret = await openSecret(options.dataFolder);
    const auth = openAuth({db: store.db, secret, publicUrl: options.publicUrl, clock});
    const log = openLog({db: store.db, secret, now: clock.now});
    const seeded = await fill(store, log, auth, options);
    return options.json ? JSON.stringify(seeded) : await inWords(seeded, auth);
  } finally {
    await store.close();
  }
}

async function fill({db}: Store, log: Log, auth: Auth, options: SeedOptions): Promise<Seeded> {
  const {people: count, documents: documentCount, words, role} = options;
  const labId = await db.transaction().execute(async (trx) => {
    const made = await createLab(trx, lab, clock.now());
    await log.append(trx, {labId: made, kind: 'lab_founded'});
    return made;
  });
  const people: SeededPerson[] = [];
  while (people.length < count) {
    const next = Array.from({length: Math.min(batch, count - people.length)}, (_, offset) =>
      personAt(people.length + offset, role),
    );
    const ids = await db.transaction().execute(async (trx) => {
      const made: PersonId[] = [];
      for (const person of next) made.push(await createMember(trx, labId, person, clock.now()));
      return made;
    });
    for (const [index, person] of next.entries()) {
      const id = ids[index] as PersonId;
      people.push({id, ...person, cookie: await auth.cookieFor(id)});
    }
  }
  const documents: {id: DocumentId; title: string}[] = [];
  for (let number = 1; number <= documentCount; number++) {
    const title = `Oefenplan ${number}`;
    const content = seedText(words, newId, randomFrom(number));
    const text = content && contentToUpdate(content);
    const id = await db
      .transaction()
      .execute((trx) =>
        createDocument(trx, {labId, title, kind: 'plan', createdBy: null, text}, clock.now()),
      );
    documents.push({id, title});
  }
  return {lab: {id: labId, name: lab.name}, people, documents};
}

/** The sides alternate, and so does who comes first on a list. */
function personAt(index: number, role: Role) {
  const round = Math.floor(index / names.length);
  const name = `${names[index % names.length]}${round === 0 ? '' : ` ${round + 1}`}`;
  return {name, side: index % 2 === 0 ? 'informal' : 'formal', role} as const;
}

async function inWords({people, documents}: Seeded, auth: Auth): Promise<string> {
  const links: string[] = [];
  for (const {id, name, side} of people) {
    const who = side === 'informal' ? 'sleutelpersoon' : 'professional';
    links.push(`${name} (${who}): ${await auth.signInLink(id)}`);
  }
  return [
    `${lab.name}: ${people.length} mensen, ${documents.length} documenten. Een link per persoon:`,
    ...links,
  ].join('\n');
}

/** The same numbers for the same seed, so that the same command gives the same text (Lehmer). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
