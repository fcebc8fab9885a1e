/** Figures as a table for people: each with its bound, the ratio to it, and its target. */

import {isMet, type Row} from './bench.ts';

const headings = ['', 'figure', 'bound', 'ratio', 'target', ''] as const;

export function tableOf(rows: readonly Row[]): string {
  const lines = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

function cellsOf(row: Row): readonly string[] {
  const {what, value, unit, bound, target} = row;
  return [
    what,
    `${figure(value)} ${unit}`,
    bound ? `${figure(bound.value)} ${bound.what}` : '',
    bound && bound.value > 0 ? `× ${figure(value / bound.value)}` : '',
    target
      ? 'atMost' in target
        ? `≤ ${figure(target.atMost)}`
        : `≥ ${figure(target.atLeast)}`
      : '',
    verdict(isMet(row)),
  ];
}

function verdict(met: boolean | null): string {
  if (met === null) return '';
  return met ? 'met' : 'MISSED';
}

/** Three digits that matter, more only for what is large. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : 'never';
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(Math.abs(value) < 0.1 ? 2 : 3)));
}
