/** What the pages that look back say. */

export const history = {
  title: 'Geschiedenis',
  titleOf: (title: string) => `Geschiedenis van ${title}`,
  back: 'Terug naar het document',
  moments: 'Momenten',
  chooseHint: 'Kies een moment met de pijltjes omhoog en omlaag.',
  none: 'Er is nog niets om op terug te kijken',
  noneWhat: 'Zodra iemand schrijft, staat het hier.',
  asItWas: (onMoment: string) => `Zo was het ${onMoment}`,
  readOnly: 'Je kijkt terug. Je kunt hier niets veranderen.',
  newer: 'Later',
  older: 'Eerder',
  empty: 'Op dit moment was de pagina nog leeg.',
  template: 'Tekst van het begin',
  restored: 'Teruggezet',
  absent: 'Dit moment is er niet',
  absentWhat: 'Kies een ander moment.',
  unreadable: 'Dit moment kunnen we hier niet laten zien',
  unreadableWhat: 'De tekst is met een andere versie van Samenspel gemaakt. Ververs de pagina.',
  damaged:
    'Dit moment is op de server beschadigd en niet meer te lezen. De tekst van nu is er nog. Vraag de beheerder om hulp.',
  nearest: 'Bekijk het dichtstbijzijnde moment',
  allMoments: 'Alle momenten',
  table: 'Tabel',
  taskDone: 'gedaan',
  taskOpen: 'nog te doen',
};
