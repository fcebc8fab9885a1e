/** What went wrong, as a sentence that says what to do next. One sentence per code, none forgotten. */

import {unreachable} from '@samenspel/shared';
import type {Failure} from '../api.ts';

export function sentenceFor(failure: Failure): string {
  switch (failure) {
    case 'unreachable':
      return 'We kunnen de server nu niet bereiken. Kijk of je internet hebt en probeer het opnieuw.';
    case 'signed_out':
      return 'Je bent niet meer ingelogd. Open een inloglink om verder te gaan.';
    case 'link_invalid':
      return 'Deze link werkt niet meer. Vraag een nieuwe link aan iemand uit je lab.';
    case 'forbidden':
      return 'Dit kun je met jouw rol niet doen. Vraag een lid van het lab om het te doen.';
    case 'lab_closed':
      return 'Dit lab is afgesloten. Je kunt alles nog lezen; vraag je lab waar het verdergaat.';
    case 'one_lab_only':
      return 'Met deze inloglink kun je alleen in dit ene lab. Vraag een gewone link of log in via je mail.';
    case 'wrong_origin':
      return 'Deze pagina hoort niet bij deze server. Open Samenspel opnieuw via je eigen link.';
    case 'not_found':
      return 'Deze pagina is er niet, of je kunt er niet bij. Vraag je lab of de link klopt.';
    case 'conflict':
      return 'Iemand anders heeft dit net veranderd. Ververs de pagina en probeer het opnieuw.';
    case 'too_large':
      return 'Dit is te lang. Maak het korter en probeer het opnieuw.';
    case 'too_many':
      return 'Dit ging heel vaak achter elkaar. Wacht een minuut en probeer het opnieuw.';
    case 'full':
      return 'Hier staan er al zoveel als er kunnen. Maak plaats: haal er een weg die jullie niet meer gebruiken.';
    case 'bad_request':
      return 'De server begrijpt dit niet. Ververs de pagina en probeer het opnieuw.';
    case 'unavailable':
      return 'De server kan dit nu niet opslaan. Wacht even en probeer het opnieuw.';
    case 'damaged':
      return 'Een stuk van de geschiedenis is niet meer te lezen. Open een ander moment en vraag de beheerder om hulp.';
    case 'internal':
      return 'Dit lukt nu niet, en dat ligt aan ons. Probeer het over een paar minuten opnieuw.';
    default:
      return unreachable(failure);
  }
}
