/** The whole client in jsdom, at one address, with a server that answers from a table and is recorded. */

import {App} from '@samenspel/client/app.tsx';
import {createQueries} from '@samenspel/client/app-queries.ts';
import type {LocalCopies, World} from '@samenspel/client/app-world.tsx';
import type {
  DocumentId,
  DocumentView,
  ErrorCode,
  LabId,
  LabMemberView,
  LabView,
  MeView,
  PersonId,
} from '@samenspel/shared';
import {cleanup, render} from '@testing-library/react';
import {type UserEvent, userEvent} from '@testing-library/user-event';
import {onTestFinished} from 'vitest';

/** What was asked, as "POST /api/sign-out", with its body. */
export interface Asked {
  readonly route: string;
  readonly body: unknown;
}

/** By route: the JSON to answer with, or a function of the body; undefined answers without a body. */
export type Answers = Record<string, unknown>;

export interface OpenedApp {
  readonly user: UserEvent;
  readonly asked: readonly Asked[];
  /** Answers differently from now on. */
  answer(route: string, value: unknown): void;
}

export interface AppOptions {
  readonly path: string;
  readonly answers: Answers;
  readonly now?: number;
  readonly localCopies?: LocalCopies;
  /** Never idle when left out. */
  readonly whenIdle?: World['whenIdle'];
}

export const now = Date.parse('2026-11-21T15:00:00+01:00');

/** An answer of the server that says why not. */
export class Refusal {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, status: number, details: Readonly<Record<string, unknown>> = {}) {
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** An answer that never comes: the server is away. */
export const away = Symbol('away');

export function openApp({
  path,
  answers,
  localCopies = noCopies,
  whenIdle = () => () => undefined,
  ...options
}: AppOptions): OpenedApp {
  const table = new Map(Object.entries(answers));
  const asked: Asked[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const {pathname, search} = new URL(request.url);
    const plain = `${request.method} ${pathname}`;
    // With what is asked behind the address, where the table tells that apart.
    const route = table.has(plain + search) ? plain + search : plain;
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : null;
    asked.push({route, body});
    return responseFor(table.get(route), body, table.has(route));
  };
  globalThis.history.replaceState(null, '', path);
  const queries = createQueries();
  queries.setDefaultOptions({queries: {...queries.getDefaultOptions().queries, retry: false}});
  render(<App queries={queries} world={{now: () => options.now ?? now, whenIdle, localCopies}} />);
  onTestFinished(() => {
    cleanup();
    queries.clear();
    globalThis.fetch = real;
  });
  return {user: userEvent.setup(), asked, answer: (route, value) => table.set(route, value)};
}

function responseFor(value: unknown, body: unknown, isKnown: boolean): Response {
  const answer: unknown = typeof value === 'function' ? value(body) : value;
  if (answer === away) throw new TypeError('Failed to fetch');
  if (!isKnown) return Response.json({error: {code: 'not_found'}}, {status: 404});
  if (answer instanceof Refusal) {
    const {code, details, status} = answer;
    return Response.json({error: {code, details}}, {status});
  }
  return answer === undefined ? new Response(null, {status: 204}) : Response.json(answer);
}

const noCopies: LocalCopies = {unsent: async () => [], clear: async () => undefined};

export const amina: LabMemberView = {
  id: 'amina1' as PersonId,
  name: 'Amina',
  side: 'informal',
  role: 'member',
  counts: true,
  confirmable: false,
};
export const joris: LabMemberView = {
  id: 'joris1' as PersonId,
  name: 'Joris',
  side: 'formal',
  role: 'member',
  counts: true,
  confirmable: false,
};

const summary = {
  id: 'lablab1' as LabId,
  name: 'Lab Linde',
  neighbourhood: 'De Linden',
  side: amina.side,
  role: amina.role,
} as const;

export const me: MeView = {
  onlyOneLab: false,
  id: amina.id,
  name: amina.name,
  labs: [summary],
  documents: [],
};

export function documentView(change: Partial<DocumentView> = {}): DocumentView {
  return {
    id: 'plan0001' as DocumentId,
    labId: summary.id,
    title: 'Plan voor De Linden',
    kind: 'plan',
    owner: null,
    changedAt: Date.parse('2026-11-21T14:10:00+01:00'),
    changedBy: joris,
    archivedAt: null,
    present: [],
    role: 'member',
    epoch: 1,
    ...change,
  };
}

export function labView(change: Partial<LabView> = {}): LabView {
  return {
    ...summary,
    ...{members: [amina, joris], documents: [documentView()], questions: []},
    ...{missingSides: [], rules: {text: ''}, closedAt: null},
    ...change,
  };
}
