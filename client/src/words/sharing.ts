/** Who may see one document, and deleting one for good. */

export const sharing = {
  share: 'Delen',
  shareOf: (title: string) => `Delen: ${title}`,
  title: (title: string) => `“${title}” delen`,
  ofLab:
    'Iedereen in het lab ziet dit document. Je kunt ook iemand van buiten laten meelezen in alleen dit document.',
  personal:
    'Dit is jouw eigen document. Alleen jij ziet het, en wie jij hier uitnodigt. De andere leden van het lab zien het niet.',
  invite: 'Nodig iemand uit',
  guests: 'Leest mee op uitnodiging',
  noGuests: 'Nog niemand.',
  remove: 'Haal weg',
  removeOf: (name: string) => `Haal weg: ${name}`,
  removed: (name: string) => `${name} kan dit document niet meer openen.`,
  own: 'Alleen van jou',
  ofSomeone: (name: string) => `Van ${name}`,
};

export const deleting = {
  ask: 'Vraag: voorgoed verwijderen',
  own: 'Voorgoed verwijderen',
  title: (title: string) => `“${title}” voorgoed verwijderen?`,
  what: 'De tekst en de hele geschiedenis verdwijnen, ook voor wie je hebt uitgenodigd. Dit kan niet terug.',
  type: 'Typ de titel om door te gaan',
  wrong: 'Dit is niet de titel zoals die hier staat.',
  remove: 'Verwijder voorgoed',
};
