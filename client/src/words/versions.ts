/** What is said about moments that get a name, are put back or become a document of their own. */

export const versions = {
  title: 'Versies met een naam',
  none: 'Nog geen enkel moment heeft een naam.',
  name: 'Geef dit moment een naam',
  nameTitle: 'Geef dit moment een naam',
  changeTitle: 'Andere naam voor deze versie',
  label: 'Hoe heet deze versie?',
  hint: 'Bijvoorbeeld: zoals besproken op 3 mei.',
  note: 'Wil je er iets bij zeggen?',
  missing: 'Geef de versie een naam.',
  tooLong: (most: number) => `Maak de naam korter: hoogstens ${most} tekens.`,
  noteTooLong: (most: number) => `Maak het kort: hoogstens ${most} tekens.`,
  save: 'Bewaar',
  named: (name: string) => `Dit moment heet nu “${name}”.`,
  removed: (name: string) => `De naam “${name}” is weg. Het moment zelf blijft bestaan.`,
  change: 'Andere naam',
  changeOf: (name: string) => `Andere naam: ${name}`,
  remove: 'Haal de naam weg',
  removeOf: (name: string) => `Haal de naam weg: ${name}`,
  by: (when: string, name: string | null) => (name === null ? when : `${when}, door ${name}`),
};

export const copying = {
  act: 'Maak er een kopie van',
  title: 'Een kopie van dit moment',
  what: 'Dit wordt een nieuw document met de tekst van dit moment. Wie wat schreef, gaat mee. Hier verandert niets.',
  label: 'Hoe heet het nieuwe document?',
  suggested: (title: string) => `Kopie van ${title}`,
  make: 'Maak de kopie',
};

export const restoring = {
  act: 'Zet dit terug',
  title: 'Terugzetten',
  backTitle: 'Terugdraaien',
  scope: 'Wat zet je terug?',
  everything: 'de hele tekst',
  passage: 'de gekozen woorden',
  card: 'Kaart',
  untitled: 'zonder titel',
  looking: 'We kijken wat er dan verandert…',
  nothing: 'Hier hoeft niets te veranderen: het staat er al zo.',
  what: 'Zo verandert de tekst. Wat anderen nu ergens anders schrijven, blijft staan.',
  leaving: (count: number) =>
    count === 1
      ? 'Dit stukje verdwijnt uit beeld. In de geschiedenis blijft het staan.'
      : `Deze ${count} stukjes verdwijnen uit beeld. In de geschiedenis blijven ze staan.`,
  by: (names: string) => `geschreven door ${names}`,
  preview: 'Zo wordt de tekst',
  go: 'Zet terug',
  goBack: 'Draai terug',
  done: 'Teruggezet. Iedereen ziet het nu.',
  doneNothing: 'Het stond er al zo. Er is niets veranderd.',
  undo: 'Terugdraaien',
  toDocument: 'Naar het document',
};
