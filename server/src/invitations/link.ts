/** Where an invitation leads: the token in the fragment, which no server, log or referrer ever sees. */

export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/meedoen#${token}`;
}
