/** What the menu under my name says, and the warning before signing out. */

export const account = {
  menu: (name: string) => `Jouw menu, ${name}`,
  standing: (sideWord: string) => `Je doet mee aan de kant: ${sideWord}`,
  labs: 'Mijn labs',
  newLab: 'Nieuw lab',
  me: 'Over jou',
  signOut: 'Uitloggen',
  signingOut: 'Bezig met uitloggen…',
  unsentTitle: 'Er staat nog tekst op dit apparaat',
  unsentWhat: (count: number) =>
    count === 1
      ? 'In één document staat tekst die nog niet bij de server is. Als je nu uitlogt, verdwijnt die tekst.'
      : `In ${count} documenten staat tekst die nog niet bij de server is. Als je nu uitlogt, verdwijnt die tekst.`,
  unsentAdvice: 'Blijf ingelogd en wacht tot er “Opgeslagen” staat.',
  stay: 'Blijf ingelogd',
  signOutAnyway: 'Log uit en wis de tekst',
};
