/**
 * A plan of a hundred pages: 1,000 blocks of text, of which 100 goals and 200 actions, each with who
 * carries it and with what money.
 */

import {contentToUpdate} from '@samenspel/server/documents/content.ts';
import type {Random} from '../support/random.ts';
import {action, carrier, fund, goal, measure, paragraph, plan, task} from '../support/plan.ts';

const words =
  'de buurt is van ons allemaal en wie hier woont weet wat er nodig is samen koffie vrijdag inloop'.split(
    ' ',
  );
const [tasks, goalsPerTask, actionsPerGoal] = [25, 4, 2];
/** With 325 titles and 100 answers to how we will know, these make 1,000. */
const paragraphs = 575;
const wordsPerParagraph = 75;

/** What the server would have put in its journal. */
export function hundredPages(random: Random): Uint8Array {
  let left = paragraphs;
  const sentence = (count: number) =>
    Array.from({length: count}, () => random.pick(words)).join(' ');
  const text = (count: number) => {
    const taken = Math.min(count, left);
    left -= taken;
    return Array.from({length: taken}, () => paragraph(sentence(wordsPerParagraph)));
  };
  const anAction = () =>
    action(
      {title: sentence(5), status: 'idea', until: '2027-06'},
      carrier(sentence(2), 'formal'),
      fund(sentence(2), random.below(500_000), {source: 'buurtbudget', state: 'asked'}),
      ...text(2),
    );
  const aGoal = () =>
    goal(
      {title: sentence(6), status: 'underway', from: '2026-09', until: '2027-06'},
      measure(sentence(12)),
      carrier(sentence(2), 'informal'),
      carrier(sentence(2), 'formal'),
      ...text(1),
      ...Array.from({length: actionsPerGoal}, anAction),
    );
  const made = Array.from({length: tasks}, () =>
    task(sentence(4), ...text(3), ...Array.from({length: goalsPerTask}, aGoal)),
  );
  return contentToUpdate(plan(...made, ...text(left)));
}
