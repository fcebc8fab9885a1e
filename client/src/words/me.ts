/** What the page about oneself says: name, address, devices, data. */

export const me = {
  title: 'Over jou',
  name: 'Je naam',
  nameField: 'Zo heet je in al je labs',
  nameMissing: 'Vul een naam in. Een bijnaam mag ook.',
  nameTooLong: (most: number) => `Maak je naam korter: hoogstens ${most} tekens.`,
  nameSave: 'Verander je naam',
  nameSaved: (name: string) => `Je heet nu ${name}.`,
  address: 'Je mailadres',
  addressWhat:
    'Alleen om later weer binnen te komen, en voor nieuws als je dat zelf kiest. Niemand anders ziet het.',
  addressNoMail:
    'Deze server verstuurt nu geen mail. Kom je niet meer binnen, vraag je lab dan om een nieuwe inloglink.',
  addressField: 'Mailadres',
  addressWrong: 'Dit lijkt geen mailadres. Kijk het na.',
  addressSave: 'Bewaar het adres',
  addressRemove: 'Haal het adres weg',
  addressSaved: 'Je mailadres is bewaard.',
  addressWaits: (address: string) =>
    `Nog één stap: we mailen een link naar ${address}. Open hem en zeg: dit is mijn adres. Tot dan mailen we er niets anders heen.`,
  addressAgain: 'Stuur de mail opnieuw',
  addressSentAgain: 'De mail is onderweg. Kijk ook bij de ongewenste mail.',
  addressConfirmed: 'Dit adres is bevestigd.',
  addressRemoved: 'Je mailadres is weg.',
  devices: 'Waar je bent ingelogd',
  devicesWhat: 'Zie je iets dat je niet kent? Log het uit.',
  deviceCurrent: 'dit apparaat',
  deviceLast: (day: string) => `Laatst gebruikt ${day}`,
  deviceOnly: (labName: string) => `alleen voor ${labName}`,
  signOutDevice: 'Log uit',
  signOutDeviceOf: (label: string) => `Log uit: ${label}`,
  signedOut: (label: string) => `${label} is uitgelogd.`,
  everywhere: 'Log overal uit',
  everywhereTitle: 'Overal uitloggen?',
  everywhereWhat: 'Ook op dit apparaat. Je hebt daarna een nieuwe inloglink nodig.',
  data: 'Jouw gegevens',
  dataWhat: 'Alles wat deze server over jou bewaart.',
  dataRead: 'Download om te lezen',
  dataJson: 'Download als bestand (JSON)',
  forget: 'Vergeet mij',
  forgetWhat: 'Je gaat weg uit al je labs en je naam verdwijnt.',
  forgetTitle: 'Wil je dat we je vergeten?',
  forgetGoes:
    'Weg zijn dan: je naam (overal staat “iemand”), je mailadres, je apparaten, en je eigen ontwikkelroutes met alles erin.',
  forgetStays: 'Blijven staan: de teksten die je samen met anderen schreef.',
  forgetBackups: 'In reservekopieën van de server staat het nog tot die worden opgeruimd.',
  forgetFinal: 'Dit kan niet terug. Download eerst je gegevens als je ze wilt houden.',
  forgetUnsent: (count: number) =>
    count === 1
      ? 'In één document staat nog tekst die niet bij de server is. Die tekst verdwijnt ook.'
      : `In ${count} documenten staat nog tekst die niet bij de server is. Die tekst verdwijnt ook.`,
  forgetType: (name: string) => `Typ je naam om door te gaan: ${name}`,
  forgetWrong: 'Dit is niet je naam zoals die hier staat.',
  forgetDo: 'Vergeet mij',
  forgetting: 'Bezig…',
  oneLab: (labName: string) =>
    `Je bent binnen met een link die alleen ${labName} opent. Je naam, je mailadres en je gegevens verander je als je met je eigen inloglink binnenkomt.`,
};
