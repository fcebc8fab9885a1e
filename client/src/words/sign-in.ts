/** What the pages say before somebody is signed in. */

export const signIn = {
  title: 'Inloggen',
  looking: 'We kijken je link na…',
  goOnAs: (name: string) => `Je gaat verder als ${name}`,
  inLab: (labName: string) => `Deze link is voor ${labName}.`,
  once: 'De link werkt één keer. Daarna blijf je op dit apparaat ingelogd.',
  goOn: 'Ga verder',
  invalid: 'Deze link werkt niet meer',
  invalidWhat:
    'Een inloglink werkt één keer en een beperkte tijd. Vraag een nieuwe link aan iemand uit je lab. Ben je hier al ingelogd, dan kun je gewoon verder.',
  missing: 'Er zit geen code in deze link',
  missingWhat:
    'Misschien is de link niet helemaal meegekomen. Kopieer de hele link uit het bericht en open hem opnieuw.',
  toStart: 'Ga naar het begin',
};

export const start = {
  title: 'Samen schrijven aan plannen voor de wijk',
  what: 'In Samenspel schrijven bewoners en professionals samen aan één wijkuitvoeringsplan, met precies dezelfde rechten.',
  how: 'Je komt binnen met een inloglink. Heb je er geen? Vraag iemand uit je lab om een link voor jou te maken.',
  labs: 'Jouw labs',
  newLab: 'Nieuw lab',
  documents: 'Documenten waarbij je bent uitgenodigd',
  myDocuments: 'Jouw documenten',
  inLab: (labName: string, what: string) => `${labName} · ${what}`,
  own: 'alleen van jou',
  stop: 'Stop met meelezen',
  stopOf: (title: string) => `Stop met meelezen: ${title}`,
  stopTitle: (title: string) => `Stoppen met “${title}”?`,
  stopWhat:
    'Je kunt dit document dan niet meer openen. Om terug te komen heb je een uitnodiging nodig.',
  noLabs: 'Je zit nog niet in een lab',
  noLabsWhat: 'Vraag iemand uit een lab om je uit te nodigen, of begin zelf een lab.',
};

export const mailAddress = {
  title: 'Is dit jouw mailadres?',
  what: (name: string) =>
    `${name} gaf dit mailadres, om later weer binnen te komen. Ben jij ${name}, en is dit jouw adres?`,
  notYou: 'Ben jij dat niet? Sluit deze pagina. We mailen dan niets meer naar dit adres.',
  confirm: 'Dit is mijn adres',
  confirmed: 'Je mailadres is bevestigd',
  confirmedWhat: 'Vanaf nu kunnen we je een link mailen als je weer binnen wilt komen.',
  invalidWhat:
    'Misschien heb je al gezegd dat dit jouw adres is, of is de link ouder dan drie dagen. Kijk bij “Over jou”. Daar kun je ook een nieuwe mail vragen.',
};

export const mailLink = {
  title: 'Een link per mail',
  address: 'Je mailadres',
  hint: 'Heb je je mailadres gegeven en bevestigd? Dan mailen we je een link om binnen te komen.',
  wrong: 'Dit lijkt geen mailadres. Kijk het na.',
  send: 'Mail mij een link',
  sent: 'Als we dit adres kennen, komt er zo een mail met een link. Kijk ook bij de ongewenste mail.',
};
