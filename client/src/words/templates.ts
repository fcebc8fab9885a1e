/** Beginning a document, and a lab's own templates. */

export const groups = {
  own: 'Sjablonen van dit lab',
  agree: 'Samen afspreken',
  understand: 'Elkaar begrijpen',
  learn: 'Leren van het werk',
  free: 'Voor jezelf, of vrij',
};

/** Behind what a personal document is: who sees it. */
export const onlyYours = 'Alleen jij ziet dit, en wie jij uitnodigt.';

export const templates = {
  manage: 'Sjablonen van dit lab',
  title: 'Sjablonen van dit lab',
  what: 'Een sjabloon is een tekst om mee te beginnen. Iedereen in het lab kan ermee beginnen.',
  none: 'Dit lab heeft nog geen eigen sjablonen. Bewaar een document als sjabloon, of kies een bestand.',
  back: 'Terug naar het nieuwe document',
  madeBy: (kind: string, when: string, name: string | null) =>
    name === null ? `${kind} · bewaard ${when}` : `${kind} · bewaard ${when} door ${name}`,
  take: 'Meenemen als bestand',
  takeOf: (name: string) => `Meenemen als bestand: ${name}`,
  putAway: 'Haal weg',
  putAwayOf: (name: string) => `Haal weg: ${name}`,
  wentAway: (name: string) => `“${name}” is weggehaald.`,
  bringBack: 'Terugzetten',
  bringBackOf: (name: string) => `Terugzetten: ${name}`,
  cameBack: (name: string) => `“${name}” staat er weer bij.`,
  away: (count: number) => `Weggehaald (${count})`,
  fromFile: 'Kies een sjabloon uit een bestand',
  brought: (name: string) =>
    `“${name}” staat nu bij de sjablonen. Controleer of er namen in staan.`,
  fileUnreadable:
    'Dit is geen sjabloon van Samenspel. Kies een bestand dat je met “Meenemen als bestand” kreeg.',
  fileNewer:
    'Dit sjabloon komt van een nieuwere Samenspel. Vraag de beheerder om deze server bij te werken.',
  fileTooLarge: 'Dit bestand is te groot. Kies een ander bestand.',
};

export const savingTemplate = {
  item: 'Bewaar als sjabloon',
  title: 'Bewaar als sjabloon van het lab',
  what: 'Het lab kan hiermee nieuwe documenten beginnen. Dit document blijft zoals het is.',
  check:
    'Controleer of er namen in de tekst staan. Wie als lid bij een doel of afspraak staat, gaat niet mee.',
  name: 'Hoe heet het sjabloon?',
  nameMissing: 'Geef het sjabloon een naam.',
  nameTooLong: (most: number) => `Maak de naam korter: hoogstens ${most} tekens.`,
  save: 'Bewaar het sjabloon',
  saving: 'Bezig met bewaren…',
  saved: (name: string) => `“${name}” staat nu bij “Nieuw document”.`,
  done: 'Klaar',
};
