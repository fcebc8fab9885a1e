/** What stands around a link that is given to somebody. */

export const handOver = {
  scan: 'Laat deze code scannen met de camera van een telefoon.',
  copy: 'Kopieer de link',
  copied: 'Gekopieerd',
  share: 'Stuur door',
  byHand: 'Kopiëren lukt hier niet vanzelf. De link is geselecteerd: kopieer hem zelf.',
};
