/** How a lab begins: somebody who is signed in founds it, or, on an empty server, who has the link. */

import type {Kysely} from 'kysely';
import type {LabId, PersonId, Side} from '@samenspel/shared';
import {createPerson} from '../auth/people.ts';
import {AppError} from '../errors.ts';
import {anyLab} from '../labs/example.ts';
import {addMember, createLab} from '../labs/store.ts';
import type {Log} from '../log/log.ts';
import {readMeta, takeMeta, writeMeta} from '../store/meta.ts';
import type {Tables} from '../store/tables.ts';
import {hashOfToken, newToken} from '../token.ts';

export interface NewLab {
  readonly name: string;
  readonly neighbourhood: string;
  /** Of the founder, who counts at once: there is nobody to confirm them. */
  readonly side: Side;
}

export interface Founding {
  found(founder: PersonId, lab: NewLab): Promise<LabId>;
  /** A link that founds the first lab, once, within a week; those before it are void. */
  link(): Promise<string>;
  /** @throws AppError 'link_invalid' when unknown, used, old, or when there is a lab already */
  look(token: string): Promise<void>;
  /** Uses the link up. @throws AppError 'link_invalid' */
  foundByLink(
    token: string,
    lab: NewLab & {readonly founder: string},
  ): Promise<{readonly labId: LabId; readonly personId: PersonId}>;
}

export interface FoundingDeps {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  readonly publicUrl: string;
  readonly now: () => number;
}

/** What is kept of the one link that works. */
interface KeptLink {
  readonly hash: string;
  readonly expiresAt: number;
}

const linkMs = 7 * 24 * 3_600_000;
const origins = ['example', 'seed', 'founded'] as const;

export function openFounding({db, log, publicUrl, now}: FoundingDeps): Founding {
  async function begin(trx: Kysely<Tables>, founder: PersonId, lab: NewLab): Promise<LabId> {
    const {name, neighbourhood, side} = lab;
    const labId = await createLab(trx, {name, neighbourhood, origin: 'founded'}, now());
    await addMember(trx, labId, founder, {side, role: 'member', counts: true}, now());
    await log.append(trx, {labId, kind: 'lab_founded', by: founder, side});
    return labId;
  }

  async function mustWork(from: Kysely<Tables>, kept: string | null, token: string): Promise<void> {
    const link = kept === null ? null : (JSON.parse(kept) as KeptLink);
    const works = link?.hash === hashOfToken(token) && link.expiresAt > now();
    if (!works || (await anyLab(from, origins))) throw new AppError('link_invalid');
  }

  return {
    found: (founder, lab) => db.transaction().execute((trx) => begin(trx, founder, lab)),
    async link() {
      const token = newToken();
      const kept: KeptLink = {hash: hashOfToken(token), expiresAt: now() + linkMs};
      await writeMeta(db, 'founding_link', JSON.stringify(kept));
      return `${publicUrl}/stichten#${token}`;
    },
    look: async (token) => mustWork(db, await readMeta(db, 'founding_link'), token),
    foundByLink: (token, lab) =>
      db.transaction().execute(async (trx) => {
        // Begins with a write; when the token is wrong, the link is put back with the rest.
        await mustWork(trx, await takeMeta(trx, 'founding_link'), token);
        const personId = await createPerson(trx, lab.founder, now());
        return {labId: await begin(trx, personId, lab), personId};
      }),
  };
}
