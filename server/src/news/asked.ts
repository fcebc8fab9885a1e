/** Questions of a lab that wait for a key, as news to everybody who can turn one. */

import {hindrance, type LabId} from '@samenspel/shared';
import type {Labs} from '../labs/labs.ts';
import {holderOf} from '../labs/members.ts';
import type {Questions} from '../questions/questions.ts';
import type {NewNews} from './news.ts';

export interface AskedDeps {
  readonly labs: Pick<Labs, 'members'>;
  readonly questions: Pick<Questions, 'ofLab'>;
}

/** Also what was news before: the store knows. */
export async function newsOfKeys(
  {labs, questions}: AskedDeps,
  labId: LabId,
): Promise<readonly NewNews[]> {
  const [members, asked] = await Promise.all([labs.members(labId), questions.ofLab(labId)]);
  return asked
    .filter(({state}) => state === 'open')
    .flatMap((question) =>
      members
        .filter((member) => hindrance(question, holderOf(member)) === null)
        .map(({id: person}) => ({
          ...{person, labId, documentId: null, at: question.askedAt},
          facts: {kind: 'key', question: question.id} as const,
        })),
    );
}

/** The same questions, and somebody who hears when one is asked or a key is turned. */
export function heardQuestions(questions: Questions, onChange: (labId: LabId) => void): Questions {
  return {
    ...questions,
    async ask(labId, personId, act, reason) {
      const question = await questions.ask(labId, personId, act, reason);
      onChange(labId);
      return question;
    },
    async turn(id, personId) {
      const turned = await questions.turn(id, personId);
      onChange(turned.question.labId);
      return turned;
    },
    async withdraw(id, personId) {
      const question = await questions.withdraw(id, personId);
      onChange(question.labId);
      return question;
    },
  };
}
