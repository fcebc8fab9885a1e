/** Somebody who comes into one document by an invitation to it. */

import type {DocumentId, InvitationMade, MeView} from '@samenspel/shared';
import type {Participant, TestLab} from './lab.ts';
import {tokenOf} from './started-server.ts';

export type Newcomer = Omit<Participant, 'lab'>;

/** Invites to this document and accepts, as somebody new; answers 404 to who may not invite. */
export async function inviteGuest(
  {server}: TestLab,
  inviter: Participant,
  document: DocumentId,
  {name = 'Gerda', side = 'formal', role = 'commenter'} = {},
): Promise<Newcomer> {
  const made = await inviter.ask(`/api/documents/${document}/invitations`, {
    body: {role, side, use: 'once'},
  });
  if (made.status !== 201) throw new Error(`Inviting answered ${made.status}`);
  const {link} = (await made.json()) as InvitationMade;
  const accepted = await fetch(`${server.url}/api/invitations/accept`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({token: tokenOf(link), name}),
  });
  if (!accepted.ok) throw new Error(`Accepting answered ${accepted.status}`);
  const cookie = accepted.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const ask: Participant['ask'] = (path, {method, body} = {}) =>
    fetch(server.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {cookie, ...(body === undefined ? {} : {'content-type': 'application/json'})},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  const {id} = (await (await ask('/api/me')).json()) as MeView;
  return {id, name, cookie, ask};
}
