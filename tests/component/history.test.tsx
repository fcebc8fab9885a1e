import {
  beginning,
  type Day,
  type MomentView,
  packTimeline,
  type Seq,
  type TimelineDay,
  type TimelineView,
} from '@samenspel/shared';
import {screen, waitFor, within} from '@testing-library/react';
import type {UserEvent} from '@testing-library/user-event';
import {describe, expect, test} from 'vitest';
import {amina, away, documentView, joris, me, openApp, Refusal} from './in-app.tsx';

const path = '/documenten/plan0001/geschiedenis';
const at = (text: string) => Date.parse(`${text}+01:00`);

/** Newest first, as the server tells them. */
const moments: readonly MomentView[] = [
  {
    ...{seq: 9 as Seq, kind: 'edit', people: [joris, amina]},
    ...{from: at('2026-11-21T14:10:00'), until: at('2026-11-21T14:32:00')},
  },
  {
    ...{seq: 5 as Seq, kind: 'edit', people: [amina]},
    ...{from: at('2026-11-20T09:05:00'), until: at('2026-11-20T09:05:30')},
  },
  {
    ...{seq: 1 as Seq, kind: 'template', people: []},
    ...{from: at('2026-11-12T09:00:00'), until: at('2026-11-12T09:00:00')},
  },
];

/** A day for each of them, oldest first. */
const timeline: TimelineView = {
  head: 9 as Seq,
  restores: [],
  days: [
    {
      ...{day: '2026-11-12' as Day, from: 1 as Seq, until: 1 as Seq, stretches: [1], busy: 1},
      at: at('2026-11-12T12:00:00'),
    },
    {
      ...{day: '2026-11-20' as Day, from: 2 as Seq, until: 5 as Seq, stretches: [4], busy: 25},
      at: at('2026-11-20T12:00:00'),
    },
    {
      ...{day: '2026-11-21' as Day, from: 6 as Seq, until: 9 as Seq, stretches: [4], busy: 600},
      at: at('2026-11-21T12:00:00'),
    },
  ],
};

function saying(words: string, href?: string) {
  const marks = href === undefined ? [] : [{type: 'link', attrs: {href}}];
  return {
    type: 'doc',
    content: [{type: 'paragraph', content: [{type: 'text', text: words, marks}]}],
  };
}

const answers = {
  'GET /api/me': me,
  'GET /api/documents/plan0001': documentView(),
  'GET /api/documents/plan0001/people': {people: [joris, amina]},
  'GET /api/documents/plan0001/timeline': packTimeline(timeline),
  'GET /api/documents/plan0001/versions': {versions: []},
  'GET /api/documents/plan0001/moments?from=6&until=9': {moments: moments.slice(0, 1)},
  'GET /api/documents/plan0001/moments?from=2&until=5': {moments: moments.slice(1, 2)},
  'GET /api/documents/plan0001/moments?from=1&until=1': {moments: moments.slice(2)},
  'GET /api/documents/plan0001/moments/9': {
    ...shown(9, at('2026-11-21T14:32:00'), saying('Zoals het nu is')),
  },
  'GET /api/documents/plan0001/moments/5': {
    ...shown(5, at('2026-11-20T09:05:30'), saying('Zoals het gisteren was')),
  },
  'GET /api/documents/plan0001/moments/3': {
    ...shown(3, at('2026-11-20T09:05:10'), saying('Halverwege')),
  },
  'GET /api/documents/plan0001/moments/1': {
    ...shown(1, at('2026-11-12T09:00:00'), saying('Het begin')),
  },
};

/** A moment as the server tells it. */
function shown(seq: number, when: number, content: unknown, blocks: readonly string[] = []) {
  return {seq, at: when, content, blocks, hasMore: false, people: []};
}

const nothingYet: TimelineView = {days: [], restores: [], head: beginning};

/** Days other than the newest and the one that is shown are folded. */
async function openDays(user: UserEvent): Promise<void> {
  await screen.findByRole('heading', {level: 3, name: 'vandaag'});
  for (const day of document.querySelectorAll('details:not([open]) > .moment-day')) {
    await user.click(day);
  }
}

const banner = (name: string) => screen.findByRole('heading', {level: 2, name});

describe('The list of moments', () => {
  test('is grouped by day, with times and who wrote', async () => {
    const {user} = openApp({path, answers});
    const list = await screen.findByRole('navigation', {name: 'Momenten'});
    const days = within(list).getAllByRole('heading');
    expect(days.map((day) => day.textContent)).toEqual(['vandaag', 'gisteren', '12 november 2026']);
    await openDays(user);
    await within(list).findByRole('link', {name: /Tekst van het begin/});
    const links = within(list).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      '14.10 – 14.32Joris formeelAmina informeel',
      '9.05Amina informeel',
      '9.00Tekst van het begin',
    ]);
  });

  test('[R40] says when a newer version of Samenspel changed the text, and names nobody', async () => {
    const [latest] = moments;
    const renewed = {...latest, kind: 'schema', people: []};
    openApp({
      path,
      answers: {
        ...answers,
        'GET /api/documents/plan0001/moments?from=6&until=9': {moments: [renewed]},
      },
    });
    const link = await screen.findByRole('link', {name: /^14\.10/});
    expect(link.textContent).toBe('14.10 – 14.32Aangepast aan een nieuwe versie van Samenspel');
  });

  test('shows the latest moment before one is chosen', async () => {
    openApp({path, answers});
    expect(await screen.findByText('Zoals het nu is')).toBeTruthy();
    expect(await banner('Zo was het vandaag om 14.32')).toBeTruthy();
  });

  test('a chosen moment has an address of its own, and is marked', async () => {
    const {user} = openApp({path, answers});
    await openDays(user);
    await user.click(await screen.findByRole('link', {name: /^9\.05/}));
    expect(await screen.findByText('Zoals het gisteren was')).toBeTruthy();
    expect(await banner('Zo was het gisteren om 9.05')).toBeTruthy();
    expect(globalThis.location.pathname).toBe(`${path}/5`);
    const current = screen.getByRole('link', {current: true});
    expect(current.textContent).toContain('9.05');
  });

  test('arrow keys walk through it, and the text follows', async () => {
    const {user} = openApp({path: `${path}/9`, answers});
    await openDays(user);
    await screen.findByRole('link', {name: /Tekst van het begin/});
    const first = await screen.findByRole('link', {name: /14\.10/});
    first.focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByText('Zoals het gisteren was')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('9.05');
    await user.keyboard('{End}');
    expect(await screen.findByText('Het begin')).toBeTruthy();
    await user.keyboard('{ArrowUp}');
    expect(await screen.findByText('Zoals het gisteren was')).toBeTruthy();
  });

  test('says so when there is nothing to look back on', async () => {
    openApp({
      path,
      answers: {...answers, 'GET /api/documents/plan0001/timeline': packTimeline(nothingYet)},
    });
    expect(
      await screen.findByRole('heading', {name: 'Er is nog niets om op terug te kijken'}),
    ).toBeTruthy();
  });
});

describe('The line of a document’s life', () => {
  const block = (words: string) => ({
    type: 'paragraph',
    content: [{type: 'text', text: words, line: '7:1', at: 0}],
  });
  const film = {
    people: [amina, joris],
    blocks: [
      {
        ...{id: '1:0', gone: null},
        says: [
          {from: 0, json: block('Het begin')},
          {from: 1, json: block('Zoals het gisteren was')},
        ],
      },
      {id: '1:9', gone: null, says: [{from: 2, json: block('Zoals het nu is')}]},
    ],
    steps: [
      {seq: 1, at: at('2026-11-12T09:00:00'), by: []},
      {seq: 5, at: at('2026-11-20T09:05:30'), by: [amina.id]},
      {seq: 9, at: at('2026-11-21T14:32:00'), by: [joris.id]},
    ],
  };
  const filmed = {...answers, 'GET /api/documents/plan0001/film': film};
  const handle = () => screen.findByRole('slider', {name: 'Moment in het leven van deze tekst'});

  test('says where one stands: the moment, and who wrote last', async () => {
    const {user} = openApp({path, answers: filmed});
    await screen.findByText('Zoals het nu is');
    (await handle()).focus();
    await user.keyboard('{ArrowLeft}');
    await waitFor(async () =>
      expect((await handle()).getAttribute('aria-valuetext')).toBe('gisteren om 9.05, Amina'),
    );
    expect(screen.getByText('Zoals het gisteren was')).toBeTruthy();
    expect(screen.queryByText('Zoals het nu is')).toBeNull();
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/5`));
  });

  test('marks what came in the step that is shown, and draws again only that', async () => {
    const {user} = openApp({path: `${path}/5`, answers: filmed});
    await screen.findByText('Zoals het gisteren was');
    (await handle()).focus();
    await user.keyboard('{ArrowLeft}');
    const begin = await screen.findByText('Het begin');
    expect(begin.closest('.text-new')).toBeNull();
    await user.keyboard('{ArrowRight}');
    const before = await screen.findByText('Zoals het gisteren was');
    expect(before.closest('.text-new')).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    expect((await screen.findByText('Zoals het nu is')).closest('.text-new')).toBeTruthy();
    expect(screen.getByText('Zoals het gisteren was')).toBe(before);
    expect(before.closest('.text-new')).toBeNull();
  });

  test('leaves what stays in its place, from a moment into the film and out of it', async () => {
    const both = {
      type: 'doc',
      content: [block('Zoals het gisteren was'), block('Zoals het nu is')],
    };
    const yesterday = {type: 'doc', content: [block('Zoals het gisteren was')]};
    const {user} = openApp({
      path,
      answers: {
        ...filmed,
        'GET /api/documents/plan0001/moments/9': shown(9, 9, both, ['1:0', '1:9']),
        'GET /api/documents/plan0001/moments/5': shown(5, 5, yesterday, ['1:0']),
      },
    });
    const stays = await screen.findByText('Zoals het gisteren was');
    (await handle()).focus();
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(stays.closest('.text-new')).toBeTruthy());
    expect(screen.queryByText('Zoals het nu is')).toBeNull();
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/5`));
    await user.keyboard('{PageDown}');
    expect(await screen.findByText('Zoals het nu is')).toBeTruthy();
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/9`));
    await waitFor(() => expect(stays.closest('.text-new')).toBeNull());
    expect(screen.getByText('Zoals het gisteren was')).toBe(stays);
  });

  test('is gone through by days with Page Up, and by a step of one’s choice', async () => {
    const {user} = openApp({path, answers: filmed});
    (await handle()).focus();
    await user.keyboard('{PageUp}');
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/5`));
    await user.selectOptions(screen.getByRole('combobox', {name: 'Stap'}), 'één dag');
    await user.click(screen.getByRole('button', {name: 'Eerder'}));
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/1`));
  });

  test('steps from pause to pause in a day of years ago, whose pauses are asked for there', async () => {
    const early = Date.parse('2019-05-06T12:00:00Z');
    const days = Array.from({length: 12}, (_, index): TimelineDay => {
      const until = (index + 1) * 10;
      const dayAt = early + index * 86_400_000;
      const day = new Date(dayAt).toISOString().slice(0, 10) as Day;
      const [from, last] = [(until - 9) as Seq, until as Seq];
      return {day, at: dayAt, from, until: last, busy: 60, stretches: [4, 6]};
    });
    const of = (seq: number, words: string) => ({
      [`GET /api/documents/plan0001/moments/${seq}`]: {
        ...{seq, at: early, content: saying(words), blocks: [], people: []},
      },
    });
    const pause = (seq: number) => ({
      ...{seq: seq as Seq, kind: 'edit', people: [amina], from: early, until: early},
    });
    const {user} = openApp({
      path: `${path}/50`,
      answers: {
        ...answers,
        ...of(50, 'Vijftig'),
        ...of(44, 'Vierenveertig'),
        ...of(40, 'Veertig'),
        'GET /api/documents/plan0001/timeline': packTimeline({
          ...{days, restores: [], head: 120 as Seq},
        }),
        'GET /api/documents/plan0001/moments?from=41&until=50': {moments: [pause(50), pause(44)]},
        'GET /api/documents/plan0001/moments?from=31&until=40': {moments: [pause(40), pause(34)]},
        'GET /api/documents/plan0001/moments?from=111&until=120': {moments: [pause(120)]},
      },
    });
    await screen.findByText('Vijftig');
    await user.click(screen.getByRole('button', {name: 'Eerder'}));
    await user.click(screen.getByRole('button', {name: 'Eerder'}));
    expect(await screen.findByText('Veertig')).toBeTruthy();
    await user.click(screen.getByRole('button', {name: 'Later'}));
    expect(await screen.findByText('Vierenveertig')).toBeTruthy();
  });

  test('plays from the beginning to the end, and stops there', async () => {
    const {user} = openApp({path, answers: filmed});
    await handle();
    await user.selectOptions(screen.getByRole('combobox', {name: 'Tempo'}), 'snel');
    await user.click(screen.getByRole('button', {name: 'Afspelen'}));
    await screen.findByText('Het begin');
    expect(await screen.findByText('Zoals het nu is')).toBeTruthy();
    expect(await screen.findByRole('button', {name: 'Afspelen'})).toBeTruthy();
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/9`));
  });
});

describe('A moment', () => {
  test('has one before and one after it', async () => {
    const {user} = openApp({path: `${path}/5`, answers});
    await screen.findByText('Zoals het gisteren was');
    await user.click(screen.getByRole('button', {name: 'Eerder'}));
    expect(await screen.findByText('Het begin')).toBeTruthy();
    expect(screen.getByRole('button', {name: 'Eerder'}).hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('button', {name: 'Later'}));
    expect(await screen.findByText('Zoals het gisteren was')).toBeTruthy();
  });

  test('[R23] that is damaged says so, and leads to the nearest one that can be read', async () => {
    const damaged = new Refusal('damaged', 500, {nearest: 1});
    const {user} = openApp({
      path: `${path}/5`,
      answers: {...answers, 'GET /api/documents/plan0001/moments/5': damaged},
    });
    const message = await screen.findByRole('alert');
    expect(message.textContent).toMatch(/^Dit moment is op de server beschadigd/);
    await user.click(within(message).getByRole('link', {name: /dichtstbijzijnde/}));
    expect(await screen.findByText('Het begin')).toBeTruthy();
  });

  test('[R23] that is damaged offers no way when there is none', async () => {
    const damaged = new Refusal('damaged', 500, {nearest: null});
    openApp({
      path: `${path}/5`,
      answers: {...answers, 'GET /api/documents/plan0001/moments/5': damaged},
    });
    const message = await screen.findByRole('alert');
    expect(within(message).queryByRole('link')).toBeNull();
  });

  test('of an older link may lie inside a stretch that went on; later leads to its end', async () => {
    const {user} = openApp({path: `${path}/3`, answers});
    expect(await screen.findByText('Halverwege')).toBeTruthy();
    expect(screen.getByRole('link', {current: true}).textContent).toContain('9.05');
    await user.click(screen.getByRole('button', {name: 'Later'}));
    await waitFor(() => expect(globalThis.location.pathname).toBe(`${path}/5`));
  });

  test('that does not exist says so, and leaves the list to choose from', async () => {
    openApp({path: `${path}/99`, answers});
    expect(await screen.findByRole('heading', {name: 'Dit moment is er niet'})).toBeTruthy();
    expect(screen.getByRole('navigation', {name: 'Momenten'})).toBeTruthy();
  });

  test('leads back to the document that is written in now', async () => {
    openApp({path: `${path}/5`, answers});
    const back = await screen.findByRole('link', {name: 'Terug naar het document'});
    expect(back.getAttribute('href')).toBe('/documenten/plan0001');
  });

  test('draws a safe link as a link, and one that would run something as its words', async () => {
    const unsafe = shown(9, at('2026-11-21T14:32:00'), saying('klik', 'javascript:x()'));
    const safe = {...unsafe, seq: 5, content: saying('lees', 'https://voorbeeld.nl/')};
    const {user} = openApp({
      path: `${path}/9`,
      answers: {
        ...answers,
        'GET /api/documents/plan0001/moments/9': unsafe,
        'GET /api/documents/plan0001/moments/5': safe,
      },
    });
    const words = await screen.findByText('klik');
    expect(words.closest('a')).toBeNull();
    await user.click(screen.getByRole('button', {name: 'Eerder'}));
    const link = await screen.findByRole('link', {name: 'lees'});
    expect(link.getAttribute('href')).toBe('https://voorbeeld.nl/');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  test('draws the blocks of a plan with their word, lists, tables and boxes', async () => {
    const text = (words: string) => ({type: 'text', text: words});
    const line = (words: string) => ({type: 'paragraph', content: [text(words)]});
    const goal = {
      type: 'goal',
      attrs: {id: 'g1'},
      content: [{type: 'blockTitle', content: [text('Een open inloop')]}, line('Voor iedereen')],
    };
    const box = {
      type: 'taskItem',
      attrs: {checked: true},
      content: [line('De sleutel halen')],
    };
    const cell = {type: 'tableCell', attrs: {colspan: 2, rowspan: 1}, content: [line('Wie')]};
    const table = {type: 'table', content: [{type: 'tableRow', content: [cell]}]};
    const content = {type: 'doc', content: [goal, {type: 'taskList', content: [box]}, table]};
    const moment = shown(9, 0, content);
    openApp({
      path: `${path}/9`,
      answers: {...answers, 'GET /api/documents/plan0001/moments/9': moment},
    });
    const title = await screen.findByText('Een open inloop');
    expect(title.closest('section')?.dataset).toMatchObject({block: 'goal', label: 'Doel'});
    expect(screen.getByRole('checkbox', {name: 'gedaan', checked: true})).toBeTruthy();
    expect(screen.getByRole('cell', {name: 'Wie'}).getAttribute('colspan')).toBe('2');
  });

  test('says who carries what, with the name of now, and what a passage rests on', async () => {
    const text = (words: string, ...marks: readonly {readonly type: string}[]) => ({
      ...{type: 'text', text: words, marks},
    });
    const carrierOf = (person: string) => ({type: 'carrier', attrs: {person, side: 'formal'}});
    const goal = {
      type: 'goal',
      attrs: {id: 'g1', status: 'parked', until: '2027'},
      content: [carrierOf(amina.id), carrierOf('weg1234'), {type: 'paragraph', content: []}],
    };
    const asked = {type: 'paragraph', attrs: {question: 'Wat hielp?'}};
    const lived = {type: 'sourceLived'};
    const told = [text('Wij ', lived), text('weten', lived, {type: 'bold'}), text(' dit.')];
    const content = {type: 'doc', content: [goal, asked, {type: 'paragraph', content: told}]};
    openApp({
      path: `${path}/9`,
      answers: {
        ...answers,
        'GET /api/documents/plan0001/moments/9': {...shown(9, 0, content), people: [amina]},
      },
    });
    const line = await screen.findByText('Amina', {selector: '.fact-who > span'});
    expect(line.closest('p')?.textContent).toBe('draagtAminainformeel');
    expect(line.closest('section')?.dataset['label']).toBe('Doel · gestald · t/m 2027');
    expect(screen.getByText('iemand')).toBeTruthy();
    expect(screen.queryByText('Wat hielp?')).toBeNull();
    expect(screen.getAllByText('ervaringskennis')).toHaveLength(1);
    expect(screen.getByText('ervaringskennis').closest('p')?.textContent).toBe(
      'Wij weten ervaringskennis dit.',
    );
  });

  test('shows the words of a block that this client does not know', async () => {
    const hologram = {type: 'hologram', content: [{type: 'text', text: 'Zwevende woorden'}]};
    const strange = shown(9, 0, {type: 'doc', content: [hologram]});
    openApp({
      path: `${path}/9`,
      answers: {...answers, 'GET /api/documents/plan0001/moments/9': strange},
    });
    expect(await screen.findByText('Zwevende woorden')).toBeTruthy();
  });

  test('says so when it is no document at all', async () => {
    const broken = shown(9, 0, {type: 'doc', content: 'weg'});
    openApp({
      path: `${path}/9`,
      answers: {...answers, 'GET /api/documents/plan0001/moments/9': broken},
    });
    expect(
      await screen.findByRole('heading', {name: 'Dit moment kunnen we hier niet laten zien'}),
    ).toBeTruthy();
  });

  test('can be asked for again when the server was away', async () => {
    const {user, answer} = openApp({
      path: `${path}/9`,
      answers: {...answers, 'GET /api/documents/plan0001/moments/9': away},
    });
    const retry = await screen.findByRole('button', {name: 'Probeer het opnieuw'});
    answer(
      'GET /api/documents/plan0001/moments/9',
      answers['GET /api/documents/plan0001/moments/9'],
    );
    await user.click(retry);
    expect(await screen.findByText('Zoals het nu is')).toBeTruthy();
  });

  describe('of a long text begins with its first part', () => {
    const line = (words: string, place: string) => ({
      type: 'paragraph',
      content: [{type: 'text', text: words, line: place, at: 0}],
    });
    const goal = (...lines: readonly object[]) => ({
      type: 'goal',
      attrs: {id: 'g1'},
      content: [{type: 'carrier', attrs: {person: amina.id}}, ...lines],
    });
    const first = line('Zo begint het', '7:1');
    const of = (...lines: readonly object[]) => ({
      ...shown(9, at('2026-11-21T14:32:00'), {type: 'doc', content: [goal(...lines)]}, ['7:0']),
      people: [amina],
    });
    const moment = 'GET /api/documents/plan0001/moments/9';
    const long = {
      ...answers,
      [`${moment}?characters=6000`]: {...of(first), hasMore: true},
      [moment]: {...of(first, line('en zo eindigt het', '7:20')), hasMore: false},
    };

    test('which stays where it is when the rest comes', async () => {
      const {user, answer, asked} = openApp({path, answers: {...long, [moment]: away}});
      const begun = await screen.findByText('Zo begint het');
      const named = screen.getByText('Amina', {selector: '.fact-who > span'});
      // What ends here is not all of it, and it says so.
      const retry = await screen.findByRole('button', {name: 'Probeer het opnieuw'});
      const isAfter = begun.compareDocumentPosition(retry) & Node.DOCUMENT_POSITION_FOLLOWING;
      expect(isAfter).toBeTruthy();
      expect(
        asked.filter(({route}) => route.endsWith('/seen') && !route.startsWith('GET')),
      ).toEqual([]);
      answer(moment, long[moment]);
      await user.click(retry);
      await screen.findByText('en zo eindigt het');
      expect(screen.getByText('Zo begint het')).toBe(begun);
      expect(screen.getByText('Amina', {selector: '.fact-who > span'})).toBe(named);
      expect(screen.queryByRole('button', {name: 'Probeer het opnieuw'})).toBeNull();
    });

    test('and whose words the last ones are can be asked at once', async () => {
      const {user} = openApp({path, answers: long});
      await screen.findByText('Zo begint het');
      await user.click(screen.getByRole('button', {name: 'Wie schreef dit?'}));
      const lines = await screen.findByRole('combobox', {name: 'Van welk stukje?'});
      expect(within(lines).getByRole('option', {name: 'en zo eindigt het'})).toBeTruthy();
    });

    test('and words that were chosen in it are asked about at the line, wherever one reads', async () => {
      const passage = {written: [{from: 3, until: 9, by: amina, ours: false, seq: 1, at: null}]};
      const {user} = openApp({
        path,
        answers: {
          ...long,
          'GET /api/documents/plan0001/passage?line=7%3A1&from=3&until=9&seq=9': {
            ...passage,
            removed: [],
          },
        },
      });
      const words = await screen.findByText('Zo begint het');
      const bar = screen.getByRole('region', {name: 'Geschiedenis'});
      const ask = () => within(bar).queryByRole('button', {name: 'Wie schreef dit?'});
      expect(ask()).toBeNull();
      getSelection()?.setBaseAndExtent(words.firstChild ?? words, 3, words.firstChild ?? words, 9);
      await waitFor(() => expect(ask()).not.toBeNull());
      // A press among the buttons above the text takes the choice away, not what was chosen.
      getSelection()?.collapse(screen.getByRole('heading', {name: /^Zo was het/}), 0);
      await user.click(ask() ?? bar);
      const story = await screen.findByRole('dialog', {name: 'Wie schreef dit?'});
      expect(await within(story).findByText('“begint”')).toBeTruthy();
    });

    test('and a short one is asked for once', async () => {
      const short = {...of(first), hasMore: false};
      const {asked} = openApp({
        path,
        answers: {...answers, [`${moment}?characters=6000`]: short, [moment]: away},
      });
      await screen.findByText('Zo begint het');
      await screen.findByRole('link', {name: /^14\.10/});
      expect(asked.filter(({route}) => route === moment)).toEqual([]);
      expect(screen.queryByRole('button', {name: 'Probeer het opnieuw'})).toBeNull();
    });
  });
});

test('the history of a document that is none of one’s business is not there', async () => {
  openApp({
    path,
    answers: {
      ...answers,
      'GET /api/documents/plan0001': new Refusal('not_found', 404),
      'GET /api/documents/plan0001/timeline': new Refusal('not_found', 404),
    },
  });
  expect(await screen.findByRole('heading', {name: 'Deze pagina is er niet'})).toBeTruthy();
});
