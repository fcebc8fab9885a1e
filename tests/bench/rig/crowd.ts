/** Many clients in many documents, some of them typing at a steady rate whatever the server does. */

import {seeded} from '../../support/random.ts';
import * as Y from 'yjs';
import type {Measured, Seeded} from './child.ts';
import {type Client, openClient} from './client.ts';
import {type Spread, spreadOf} from './percentiles.ts';
import {type Strain, watchSaturation} from './saturation.ts';
import {framesWithin, openTypist, type Typist} from './typing.ts';

export interface CrowdOptions {
  readonly seeded: Seeded;
  /** How many connections each document has. */
  readonly perDocument: number;
  /** False for a relay. */
  readonly speaks: boolean;
}

export interface Load {
  readonly writers: readonly Member[];
  /** Of all writers together. */
  readonly updatesPerSecond: number;
  /** Whose arrivals are timed; reading closely has its price. */
  readonly watched: readonly Member[];
  readonly warmMs: number;
  readonly forMs: number;
}

export interface Outcome {
  /** From sending until a watched receiver has it; what didn't come in time counts as never. */
  readonly arrival: Spread;
  readonly acknowledgement: Spread;
  /** Updates sent while it was measured. */
  readonly updates: number;
  /** CPU seconds of the server, and how many of its cores that was. */
  readonly cpuSeconds: number;
  readonly cores: number;
  readonly strain: Strain;
}

export interface Member {
  readonly document: number;
  readonly clientId: number;
  readonly client: Client;
  readonly typist: Typist;
  /** When each of its frames was sent. */
  readonly sentAt: number[];
  /** When each content message was sent, counted from 1 as `saved` does; 0 for what is not timed. */
  readonly messageAt: number[];
  acknowledged: number;
  watched: boolean;
}

export interface Crowd {
  /** Document by document. */
  readonly members: readonly Member[];
  run(load: Load): Promise<Outcome>;
  close(): Promise<void>;
}

const connectAtOnce = 50;
/** What hasn't come this long after the last was sent isn't waited for. */
const drainMs = 3_000;

export async function gather(server: Measured, options: CrowdOptions): Promise<Crowd> {
  const {seeded: world, perDocument, speaks} = options;
  const random = seeded(perDocument);
  const writers = new Map<number, Member>();
  const lost: string[] = [];
  let windowFrom = Infinity;
  let windowTo = Infinity;
  let arrivals: number[] = [];
  let acknowledgements: number[] = [];

  const members = world.documents.flatMap((_, document) =>
    Array.from({length: perDocument}, (__, place) => {
      const clientId = 1 + random.below(2 ** 32 - 1);
      return join(document, clientId, document * perDocument + place);
    }),
  );

  function join(document: number, clientId: number, number: number): () => Promise<Member> {
    return async () => {
      const person = world.people[number % world.people.length];
      const id = world.documents[document]?.id;
      const client = openClient({
        url: `${server.url}/sync/${id}?client=${clientId}`,
        cookie: person?.cookie ?? '',
        speaks,
        onContent: (update) => {
          if (member.watched) arrive(member, update);
        },
        onSaved: (count) => acknowledge(member, count),
        onLost: (why) => lost.push(why),
      });
      const member: Member = {
        ...{document, clientId, client, typist: openTypist(clientId)},
        ...{sentAt: [], messageAt: [], acknowledged: 0, watched: false},
      };
      await client.ready;
      return member;
    };
  }

  const joined: Member[] = [];
  for (let index = 0; index < members.length; index += connectAtOnce) {
    const next = members.slice(index, index + connectAtOnce).map((start) => start());
    joined.push(...(await Promise.all(next)));
  }

  function inWindow(at: number): boolean {
    return at >= windowFrom && at < windowTo;
  }

  function arrive(member: Member, update: Uint8Array): void {
    const now = performance.now();
    const {from, to} = Y.parseUpdateMeta(update);
    for (const [clientId, end] of to) {
      const writer = writers.get(clientId);
      if (!writer || writer === member) continue;
      const start = framesWithin(from.get(clientId) ?? 0);
      for (let index = start; index < framesWithin(end); index++) {
        const at = writer.sentAt[index] ?? 0;
        if (inWindow(at)) arrivals.push(now - at);
      }
    }
  }

  function acknowledge(member: Member, count: number): void {
    const now = performance.now();
    for (let message = member.acknowledged + 1; message <= count; message++) {
      const at = member.messageAt[message] ?? 0;
      if (inWindow(at)) acknowledgements.push(now - at);
    }
    member.acknowledged = count;
  }

  function send(writer: Member): void {
    const frame = writer.typist.frames[writer.sentAt.length];
    if (!frame) throw new Error('More is typed than was made beforehand');
    const now = performance.now();
    writer.sentAt.push(now);
    writer.messageAt[writer.client.contentSent() + 1] = now;
    writer.client.write(frame);
  }

  /** Each writer in turn, evenly over time; what is late is sent at once. */
  async function type({writers: typists, updatesPerSecond}: Load, ms: number): Promise<void> {
    const started = performance.now();
    let done = 0;
    for (let elapsed = 0; elapsed < ms;) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      elapsed = performance.now() - started;
      const due = Math.floor((Math.min(elapsed, ms) / 1_000) * updatesPerSecond);
      for (; done < due; done++) send(typists[done % typists.length] as Member);
    }
  }

  function prepare({writers: typists, updatesPerSecond, warmMs, forMs, watched}: Load): void {
    const each = Math.ceil(((warmMs + forMs) / 1000) * (updatesPerSecond / typists.length)) + 1;
    for (const writer of typists) {
      writers.set(writer.clientId, writer);
      writer.typist.prepare(writer.sentAt.length + each);
    }
    for (const member of joined) member.watched = watched.includes(member);
  }

  /** What was sent in the window: by all, and how often the watched receivers should see it. */
  function expected({writers: typists, watched}: Load) {
    const inDocument = new Map<number, number>();
    const own = new Map<Member, number>();
    let updates = 0;
    for (const writer of typists) {
      const count = writer.sentAt.reduce((sum, at) => sum + (inWindow(at) ? 1 : 0), 0);
      own.set(writer, count);
      inDocument.set(writer.document, (inDocument.get(writer.document) ?? 0) + count);
      updates += count;
    }
    const count = watched.reduce(
      (sum, member) => sum + (inDocument.get(member.document) ?? 0) - (own.get(member) ?? 0),
      0,
    );
    return {updates, count};
  }

  async function drain(count: number): Promise<void> {
    const end = performance.now() + drainMs;
    while (arrivals.length < count && performance.now() < end && lost.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    members: joined,
    async run(load) {
      const generator = watchSaturation();
      prepare(load);
      [windowFrom, windowTo] = [Infinity, Infinity];
      await type(load, load.warmMs);
      [arrivals, acknowledgements] = [[], []];
      const before = await server.cost();
      generator.reset();
      windowFrom = performance.now();
      await type(load, load.forMs);
      windowTo = performance.now();
      const strain = generator.read();
      const after = await server.cost();
      const seconds = (windowTo - windowFrom) / 1000;
      const {updates, count} = expected(load);
      await drain(count);
      if (lost.length > 0) throw new Error(`${lost.length} connections were lost: ${lost[0]}`);
      const missing = Math.max(0, count - arrivals.length);
      const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
      return {
        arrival: spreadOf([...arrivals, ...Array.from({length: missing}, () => Infinity)]),
        acknowledgement: spreadOf(acknowledgements),
        ...{updates, cpuSeconds, cores: cpuSeconds / seconds, strain},
      };
    },
    async close() {
      await Promise.all(joined.map(({client}) => client.close()));
    },
  };
}
