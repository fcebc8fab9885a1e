/** The quiet line under a title: status, period and money; who carries it follows as chips. */

import {amountText, periodText, type PlanDate, planDateText, fieldText} from '@samenspel/shared';
import {line as words, statusWord, verdictWord} from '../../words/plan.ts';
import type {BlockFacts} from './block-facts.ts';
import type {Part} from './desk.ts';
import {press} from './draw.ts';
import {drawSign} from './signs.ts';

export interface LineOptions {
  readonly mayWrite: boolean;
  readonly isDouble: boolean;
  readonly onOpen: (part: Part) => void;
  readonly onMeasure: () => void;
  readonly onTakeUp: () => void;
}

/** What stands in the line, from left to right; nothing when there is nothing to say or to do. */
export function drawLine(facts: BlockFacts, options: LineOptions): readonly Node[] {
  const {mayWrite, onOpen} = options;
  const parts: Node[] = [];
  const known = (kind: 'status' | 'when' | 'money' | 'kept', ...content: (Node | string)[]) =>
    parts.push(
      mayWrite
        ? press(`fact fact-${kind}`, content, () => onOpen({kind}))
        : quiet(`fact fact-${kind}`, content),
    );
  const missing = (word: string, part: Part | null) => {
    if (!mayWrite) return;
    const run = part ? () => onOpen(part) : options.onMeasure;
    parts.push(press('fact fact-missing', [`+ ${word}`], run));
  };

  if (facts.name !== 'agreement') {
    if (facts.status) known('status', drawSign(facts.status), statusWord(facts.status));
    else missing(words.status, {kind: 'status'});
  }
  const period = periodWords(facts);
  if (period) known('when', period);
  else missing(facts.name === 'agreement' ? words.before : words.when, {kind: 'when'});
  if (facts.name !== 'agreement') {
    if (facts.money.cents !== null) known('money', amountText(facts.money.cents));
    else if (facts.name === 'action' && facts.money.lines === 0)
      missing(words.money, {kind: 'money'});
  } else if (facts.verdict) known('kept', verdictWord(facts.verdict));
  else missing(words.kept, {kind: 'kept'});
  if (facts.needsALook) {
    const part: Part = facts.money.hasUnreadable ? {kind: 'money'} : {kind: 'when'};
    const content = [drawSign('look'), words.look];
    parts.push(
      mayWrite
        ? press('fact fact-look', content, () => onOpen(part))
        : quiet('fact fact-look', content),
    );
  }
  missing(words.who, {kind: 'who'});
  if (facts.name === 'goal' && !facts.hasMeasure) missing(words.measure, null);
  return parts;
}

/** What asks for somebody's eye, on lines of its own under the facts. */
export function drawNotes(facts: BlockFacts, options: LineOptions): readonly Node[] {
  const notes: Node[] = [];
  if (options.isDouble) {
    const label = document.createElement('strong');
    label.textContent = words.double;
    notes.push(quiet('fact-note', [label, ` ${words.doubleWhy}`]));
  }
  if (facts.status === 'parked' && facts.name !== 'agreement') {
    const button = options.mayWrite
      ? [press('button fact-take-up', [words.takeUp], options.onTakeUp)]
      : [];
    notes.push(quiet('fact-note fact-parked', [quiet('', [words.parked]), ...button]));
  }
  return notes;
}

function periodWords(facts: BlockFacts): string {
  if (facts.name !== 'agreement') return periodText(facts);
  const until = fieldText(facts.until, (date: PlanDate) => planDateText(date));
  return until ? `vóór ${until}` : '';
}

function quiet(className: string, content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
}
