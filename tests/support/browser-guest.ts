/** Somebody outside the lab who comes into one document by an invitation, with a browser of their own. */

import type {DocumentId, InvitationMade, Role} from '@samenspel/shared';
import type {BrowserLab} from './browser-lab.ts';
import {visit, type Visit, type VisitOptions} from './browser.ts';
import {tokenOf} from './started-server.ts';

export interface GuestOptions extends Omit<VisitOptions, 'server' | 'cookie'> {
  readonly name: string;
  readonly role: Role;
}

/** Invited by the first of the lab. */
export async function visitAsGuest(
  {server, seeded}: BrowserLab,
  document: DocumentId,
  {name, role, ...options}: GuestOptions,
): Promise<Visit> {
  const cookie = seeded.people[0]?.cookie ?? '';
  const made = await server.ask(`/api/documents/${document}/invitations`, {
    cookie,
    body: {role, side: 'formal', use: 'once'},
  });
  if (made.status !== 201) throw new Error(`Inviting answered ${made.status}`);
  const {link} = (await made.json()) as InvitationMade;
  const accepted = await server.ask('/api/invitations/accept', {
    body: {token: tokenOf(link), name},
  });
  if (!accepted.ok) throw new Error(`Accepting answered ${accepted.status}`);
  const own = accepted.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return visit({...options, server, cookie: own});
}
