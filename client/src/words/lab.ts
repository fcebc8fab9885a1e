/** What the page of a lab says. */

export const lab = {
  loading: 'Lab',
  documents: 'Documenten',
  newDocument: 'Nieuw document',
  none: 'Hier is nog niets',
  noneWhat:
    'Begin met een wijkuitvoeringsplan, of met iets anders. De vragen die je op weg helpen staan er al in.',
  noneToRead: 'Er zijn nog geen documenten. Zodra het lab begint te schrijven, zie je het hier.',
  overview: 'Overzicht van alle plannen',
  changed: (when: string, name: string | null) =>
    name === null ? `Veranderd ${when}` : `Veranderd ${when} door ${name}`,
  presentNow: 'Nu hier:',
  menuOf: (title: string) => `Meer over ${title}`,
  more: 'Meer',
  rename: 'Andere naam',
  archive: 'Naar het archief',
  history: 'Geschiedenis',
  archived: (count: number) => `Archief (${count})`,
  archivedWhat:
    'Hier wordt niets weggegooid. Haal een document terug wanneer je het weer nodig hebt.',
  archivedAt: (when: string) => `Gearchiveerd ${when}`,
  bringBack: 'Terughalen',
  bringBackOf: (title: string) => `${title} terughalen`,
  movedToArchive: (title: string) => `“${title}” staat nu in het archief.`,
  broughtBack: (title: string) => `“${title}” staat weer bij de documenten.`,
  renamed: (title: string) => `Dit document heet nu “${title}”.`,
  people: 'Wie er meedoen',
  nobody: 'Nog niemand aan deze kant.',
  me: 'jij',
};

export const newDocument = {
  title: 'Nieuw document',
  name: 'Hoe heet het?',
  nameHint: 'Je kunt de naam later veranderen.',
  nameMissing: 'Geef het document een naam.',
  nameTooLong: (most: number) => `Maak de naam korter: hoogstens ${most} tekens.`,
  startWith: 'Waar begin je mee?',
  make: 'Maak het document',
  making: 'Bezig met maken…',
};

export const renameDocument = {
  title: 'Andere naam',
  name: 'Nieuwe naam',
  save: 'Verander de naam',
};
