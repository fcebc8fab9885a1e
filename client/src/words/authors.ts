/** What is said when somebody asks whose words these are. */

export const authors = {
  tool: 'Wie schreef dit?',
  title: 'Wie schreef dit?',
  act: 'Wie schreef dit?',
  choose: 'Van welk stukje?',
  chooseHint: 'Je kunt ook eerst woorden in de tekst kiezen.',
  waiting: 'We wachten tot alles is opgeslagen…',
  looking: 'We zoeken het op…',
  nothing: 'Op deze plek staan nog geen woorden.',
  ours: 'Deze woorden kwamen met de voorbeeldtekst mee.',
  somebody: 'iemand',
  written: (when: string) => `geschreven ${when}`,
  removedTitle: 'Wat hier is weggehaald',
  removed: (when: string) => `weggehaald ${when}`,
  toMoment: 'Naar dat moment',
  toMomentOf: (words: string) => `Naar dat moment: “${words}”`,
  restore: 'Zet deze woorden terug',
  more: 'Je koos meer dan we in één keer laten zien. Kies een kleiner stuk voor de rest.',
};
