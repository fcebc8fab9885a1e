/** What was said beside a document, as files: to read, and to load elsewhere. */

import {
  type BlockId,
  type CommentView,
  type DocumentId,
  type PersonId,
  type PersonView,
  plainWords,
  readPlan,
  type ThreadView,
} from '@samenspel/shared';
import type {JSONContent} from '@samenspel/shared/schema';
import type {Kysely} from 'kysely';
import {anchorOf, quoteOf} from '../comments/anchors/anchor.ts';
import type {ThreadBody} from '../comments/comments.ts';
import {readComments} from '../comments/comments-read.ts';
import {threadView} from '../comments/views.ts';
import {nameOf} from '../comments/words.ts';
import type {Tables} from '../store/tables.ts';
import {type Html, html} from './html.ts';
import {pageOf} from './page.ts';
import {momentWord, personWord} from './words.ts';
import type {ZippedFile} from './zip.ts';

export interface CommentedDocument {
  readonly id: DocumentId;
  readonly title: string;
  /** null when it can't be read. */
  readonly content: JSONContent | null;
}

interface ExportedThread extends Pick<ThreadView, 'id' | 'state' | 'hidden' | 'comments'> {
  /** The words or the title that it is about; null for the whole document. */
  readonly about: string | null;
  readonly startedAt: number;
}

/** A copy is for the lab's members, who see what is hidden too. */
const reader = {id: '' as PersonId, mayHide: true};
/** So many whole threads at once. */
const atOnce = 500;

/** [] when nothing was said. */
export async function commentFiles(
  db: Kysely<Tables>,
  {id, title, content}: CommentedDocument,
  name: string,
  everyone: readonly PersonView[],
): Promise<readonly ZippedFile[]> {
  const comments = readComments(db);
  const lines = await comments.lines(id, reader.id);
  if (lines.length === 0) return [];
  const titles = content ? titlesIn(content) : new Map<BlockId, string>();
  const read = (words: string) =>
    plainWords(
      words,
      (person) => nameOf(everyone, person),
      (block) => titles.get(block) ?? null,
    );
  const threads: ExportedThread[] = [];
  for (let at = 0; at < lines.length; at += atOnce) {
    const ids = lines.slice(at, at + atOnce).map((line) => line.id);
    const bodies = await comments.bodies(id, ids);
    threads.push(...bodies.map((body) => exported(body, everyone, read)));
  }
  const heading = `Wat er is gezegd bij ${title}`;
  return [
    {
      name: `${name}-reacties.json`,
      text: `${JSON.stringify({documentId: id, title, threads}, null, 2)}\n`,
    },
    {name: `${name}-reacties.html`, text: pageOf(heading, html`${threads.map(threadHtml)}`)},
  ];
}

function exported(
  body: ThreadBody,
  everyone: readonly PersonView[],
  read: (words: string) => string,
): ExportedThread {
  const {id, state, hidden, comments} = threadView(body, everyone, reader);
  const {anchor, startedAt} = body.thread;
  return {
    ...{id, about: quoteOf(anchorOf(anchor)), startedAt, state, hidden},
    comments: comments.map((one) => ({...one, words: one.words === null ? null : read(one.words)})),
  };
}

function threadHtml({about, state, hidden, comments}: ExportedThread): Html {
  return html`<section>
    <h2>${about === null || about === '' ? 'Over het hele document' : html`<q>${about}</q>`}</h2>
    ${state === 'handled' ? html`<p class="quiet">Afgehandeld</p> ` : null}
    ${
      hidden &&
      html`<p class="quiet">
        Verborgen door ${personWord(hidden.by)} op ${momentWord(hidden.at)}: <q>${hidden.reason}</q>
      </p> `
    }
    ${comments.map(commentHtml)}
  </section> `;
}

const did = {said: '', handled: ' · handelde dit af', reopened: ' · heropende dit'} as const;

function commentHtml({by, at, kind, words, proposal, reactions}: CommentView): Html {
  const agreed = reactions.agree.map(personWord).join(', ');
  const thanked = reactions.thanks.map(personWord).join(', ');
  return html`<p class="quiet">${personWord(by)} · ${momentWord(at)}${did[kind]}</p>
    ${
      words === null
        ? html`<p class="quiet">Ingetrokken</p> `
        : words.split('\n').map((line) => html`<p>${line}</p> `)
    }
    ${
      proposal &&
      html`<p>
        Voorstel: <q>${proposal.words}</q>${
          proposal.taken ? ` (overgenomen door ${personWord(proposal.taken.by)})` : null
        }
      </p> `
    }
    ${agreed ? html`<p class="quiet">Akkoord: ${agreed}</p> ` : null}
    ${thanked ? html`<p class="quiet">Dank van: ${thanked}</p> ` : null}`;
}

function titlesIn(content: JSONContent): ReadonlyMap<BlockId, string> {
  const {tasks, goals, actions, agreements, cards} = readPlan(content);
  const lines = [...tasks, ...goals, ...actions, ...agreements, ...cards];
  return new Map(lines.flatMap(({id, title}) => (id ? [[id, title] as const] : [])));
}
