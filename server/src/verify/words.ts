/** What was found, in words for the operator. By id only: titles and texts are for nobody's terminal. */

import {unreachable} from '@samenspel/shared';
import type {LogProblem} from '../log/verify.ts';
import type {Finding, Verdict} from './document.ts';

export function lineOf(verdict: Verdict): string {
  const {documentId, segments, checkpoints, rows, head, findings} = verdict;
  const counts = [
    count(segments, 'segment', 'segmenten'),
    count(checkpoints, 'tussenstand', 'tussenstanden'),
    count(rows, 'losse plek', 'losse plekken'),
  ].join(', ');
  const extent = `${counts}, tot en met plek ${head}`;
  if (findings.length === 0) return `${documentId}: in orde (${extent})`;
  return `${documentId}: niet in orde: ${findings.map(inWords).join('; ')} (${extent})`;
}

export function logLineOf({labId, seq, what}: LogProblem): string {
  const where = seq === null ? '' : ` bij regel ${seq}`;
  return `Logboek van lab ${labId}: niet in orde${where}: ${tampering(what)}`;
}

function tampering(what: LogProblem['what']): string {
  switch (what) {
    case 'order':
      return 'er ontbreekt een regel, of er staat er een te veel';
    case 'link':
      return 'deze regel sluit niet aan op de vorige';
    case 'entry':
      return 'deze regel is veranderd';
    case 'words':
      return 'de woorden bij deze regel zijn veranderd';
    case 'end':
      return 'het logboek hoort ergens anders op te houden';
    case 'seal':
      return 'het zegel op de laatste regel is niet van deze server';
    case 'missing':
      return 'het is weg';
    default:
      return unreachable(what);
  }
}

export function summaryOf(verdicts: readonly Verdict[]): string {
  const wrong = verdicts.filter(({findings}) => findings.length > 0).length;
  if (verdicts.length === 0) return 'Er zijn nog geen documenten.';
  const all = count(verdicts.length, 'document', 'documenten');
  if (wrong === 0) return `${all}, alles in orde.`;
  return `${all}, waarvan ${wrong} niet in orde. Er is niets veranderd. Zet een back-up terug of vraag hulp.`;
}

function inWords(finding: Finding): string {
  switch (finding.kind) {
    case 'missing':
      return `plek ${finding.from} tot en met ${finding.until} ontbreekt`;
    case 'segmentDamaged':
      return `het segment van plek ${finding.from} tot en met ${finding.until} is beschadigd`;
    case 'segmentExchanged':
      return `het segment van plek ${finding.from} tot en met ${finding.until} sluit niet aan op het vorige`;
    case 'entryUnreadable':
      return `plek ${finding.seq} is niet te lezen`;
    case 'checkpointDamaged':
      return `de tussenstand op plek ${finding.seq} is beschadigd`;
    case 'checkpointWrong':
      return `de tussenstand op plek ${finding.seq} klopt niet met de geschiedenis`;
    case 'headDamaged':
      return `de laatste stand, op plek ${finding.seq}, is beschadigd`;
    case 'headWrong':
      return `de laatste stand, op plek ${finding.seq}, klopt niet met de geschiedenis`;
    case 'pinLost':
      return `plek ${finding.seq}, waar iets naar verwijst, is niet meer apart te zien`;
    case 'planWrong':
      return `wat voor het overzicht is gelezen, tot en met plek ${finding.seq}, klopt niet met de tekst`;
    default:
      return unreachable(finding);
  }
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
