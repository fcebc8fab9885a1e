import {expect, onTestFinished, test} from 'vitest';
import {seeded} from '../support/random.ts';
import {seed, startServer, temporaryFolder} from '../support/started-server.ts';
import {typist, type Typist} from '../support/typist.ts';
import {until} from '../support/until.ts';
import {stockClient} from '../support/wire.ts';

const rounds = 3;

test('[R1] [R2] kill -9 at random moments under load loses nothing acknowledged, and doubles nothing', async () => {
  const random = seeded(2026);
  const dataFolder = await temporaryFolder(onTestFinished);
  const {people, documents} = await seed(
    dataFolder,
    '--people',
    '4',
    '--documents',
    '1',
    '--words',
    '0',
  );
  const documentId = documents[0]?.id ?? '';
  const typists = people.map(({cookie}, index) => typist(documentId, cookie, 100 + index));
  const cookie = people[0]?.cookie ?? '';

  async function expectKept(server: {url: string}): Promise<ReadonlyMap<string, number>> {
    const counts = countWords(await readText(server, cookie, documentId));
    const promised = typists.flatMap((one) => one.acknowledged());
    expect(promised.filter((word) => counts.get(word) !== 1)).toEqual([]);
    return counts;
  }
  const begin = () => startServer({dataFolder, example: false, cleanUp: onTestFinished});

  for (let round = 0; round < rounds; round++) {
    const server = await begin();
    await expectKept(server);
    const working = typists.map((one) => one.work(server));
    // The moment is counted in acknowledgements, so that a slow machine gets as far as a quick one.
    const enough = acknowledgedBy(typists) + 50 + random.below(400);
    await until('enough is acknowledged', () => acknowledgedBy(typists) >= enough);
    await server.kill();
    await Promise.all(working);
  }

  const last = await begin();
  await expectKept(last);
  const before = typists.map((one) => one.typed().length);
  const working = typists.map((one) => one.work(last));
  await until('everybody is up to date', () =>
    typists.every((one, index) => one.acknowledged().length > (before[index] ?? 0)),
  );
  expect(await last.stop()).toBe(0);
  await Promise.all(working);
  const counts = await expectKept(await begin());
  const promised = typists.flatMap((one) => one.acknowledged());
  expect(promised.length).toBeGreaterThan(rounds * 50);
  expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
});

function acknowledgedBy(typists: readonly Typist[]): number {
  return typists.reduce((sum, one) => sum + one.acknowledged().length, 0);
}

async function readText(
  server: {url: string},
  cookie: string,
  documentId: string,
): Promise<string> {
  const reader = stockClient(server, {id: '', name: '', cookie}, documentId);
  await until('read', () => reader.provider.synced);
  const text = reader.text();
  reader.provider.destroy();
  return text;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/‹[\d.]+›/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
