/** Asking for what needs two keys, turning a key, and taking a question back. */

import type {Action, QuestionId, QuestionView, TurnedView} from '@samenspel/shared';
import {Hono} from 'hono';
import {z} from 'zod';
import type {Principal} from '../auth/principal.ts';
import {principalOf, type SignedIn} from '../auth/session.ts';
import type {Documents} from '../documents/documents.ts';
import {requireRight} from '../documents/rights.ts';
import {AppError} from '../errors.ts';
import {json} from '../json.ts';
import type {Labs, LabStanding} from '../labs/labs.ts';
import {requireLab} from '../labs/require.ts';
import type {Sync} from '../sync/sync.ts';
import {keyAct} from './act.ts';
import type {AskedQuestion, Questions} from './questions.ts';
import {questionView} from './views.ts';

export interface QuestionRoutesDeps {
  readonly labs: Labs;
  readonly documents: Documents;
  readonly questions: Questions;
  readonly sync: Pick<Sync, 'notify'>;
}

const reason = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().min(1).max(1_000));
const asking = json(z.object({act: keyAct, reason}));

/** Behind `signedIn`. */
export function questionRoutes(deps: QuestionRoutesDeps) {
  const {labs, documents, questions, sync} = deps;

  /** The question of this address, in a lab where the person may do this. */
  async function required(principal: Principal, address: string, action: Action) {
    const question = await questions.find(address as QuestionId);
    if (!question) throw new AppError('not_found');
    const lab = await requireLab(labs, principal, question.labId);
    requireRight(lab, action);
    return {question, lab};
  }

  async function viewed(
    lab: LabStanding,
    {personId}: Principal,
    shown: readonly AskedQuestion[],
  ): Promise<readonly QuestionView[]> {
    const [everyone, members, rows] = await Promise.all([
      labs.everyone(lab.id),
      labs.members(lab.id),
      documents.ofLab(lab.id, personId),
    ]);
    return shown.map((one) => questionView(one, {everyone, members, documents: rows, personId}));
  }

  async function answer(lab: LabStanding, principal: Principal, question: AskedQuestion) {
    for (const {id} of await documents.ofLab(lab.id, principal.personId)) {
      sync.notify(id, {kind: 'keys'});
    }
    const [view] = await viewed(lab, principal, [question]);
    if (!view) throw new AppError('internal');
    return view;
  }

  return new Hono<SignedIn>()
    .get('/labs/:labId/questions', async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'question.read');
      const shown = await questions.ofLab(lab.id);
      return c.json({questions: await viewed(lab, principal, shown)});
    })
    .post('/labs/:labId/questions', asking, async (c) => {
      const principal = principalOf(c);
      const lab = await requireLab(labs, principal, c.req.param('labId'));
      requireRight(lab, 'question.ask');
      const asked = c.req.valid('json');
      const question = await questions.ask(lab.id, principal.personId, asked.act, asked.reason);
      return c.json<QuestionView>(await answer(lab, principal, question), 201);
    })
    .post('/questions/:id/key', async (c) => {
      const principal = principalOf(c);
      const {question, lab} = await required(principal, c.req.param('id'), 'question.turn');
      const turned = await questions.turn(question.id, principal.personId);
      const view = await answer(lab, principal, turned.question);
      return c.json<TurnedView>({...view, ...(turned.link === null ? {} : {link: turned.link})});
    })
    .post('/questions/:id/withdraw', async (c) => {
      const principal = principalOf(c);
      const {question, lab} = await required(principal, c.req.param('id'), 'question.withdraw');
      const withdrawn = await questions.withdraw(question.id, principal.personId);
      return c.json<QuestionView>(await answer(lab, principal, withdrawn));
    });
}
