/** What the page says about saving, for every stretch of a line's life. */

import {afterEvent, type LineEvent, newLine, savedState} from '@samenspel/client/sync/saved.ts';
import {expect, test} from 'vitest';

const opened: LineEvent = {type: 'opened'};
const synced: LineEvent = {type: 'synced'};
const answer: LineEvent = {type: 'sent', answer: true};
const typed: LineEvent = {type: 'sent', answer: false};
const acked = (count: number): LineEvent => ({type: 'acked', count});

function after(events: readonly LineEvent[], access: 'write' | 'read' = 'write') {
  return savedState(events.reduce(afterEvent, newLine(access)));
}

test('a page that opens is joining until the text is there', () => {
  expect(after([]).kind).toBe('joining');
  expect(after([opened]).kind).toBe('joining');
});

test('[R1] saved is said only once our answer to the server is on disk', () => {
  expect(after([opened, synced]).kind).toBe('saving');
  expect(after([opened, synced, answer]).kind).toBe('saving');
  expect(after([opened, synced, answer, acked(1)]).kind).toBe('saved');
});

test('[R1] one message that is not acknowledged is enough to be saving', () => {
  const start = [opened, synced, answer, acked(1)];
  expect(after([...start, typed]).kind).toBe('saving');
  expect(after([...start, typed, typed, acked(2)]).kind).toBe('saving');
  expect(after([...start, typed, typed, acked(3)]).kind).toBe('saved');
});

test('[R1] an acknowledgement of more than was sent acknowledges nothing in advance', () => {
  expect(after([opened, synced, answer, acked(9), typed]).kind).toBe('saving');
});

test('[R2] acknowledgements of a former connection count for nothing', () => {
  const before = [opened, synced, answer, typed, typed, acked(3)];
  expect(after([...before, {type: 'lost'}]).kind).toBe('offline');
  expect(after([...before, {type: 'lost'}, opened, synced, answer]).kind).toBe('saving');
  expect(after([...before, {type: 'lost'}, opened, synced, answer, acked(1)]).kind).toBe('saved');
});

test('[R2] without a line the page says whether the text is on the device', () => {
  const lost: readonly LineEvent[] = [opened, synced, {type: 'lost'}];
  expect(after(lost)).toEqual({kind: 'offline', device: 'kept'});
  expect(after([...lost, {type: 'device', device: 'keeping'}])).toEqual({
    kind: 'offline',
    device: 'keeping',
  });
  expect(after([...lost, {type: 'device', device: 'failed'}])).toEqual({
    kind: 'offline',
    device: 'failed',
  });
});

test('text from before a reload is being saved, not yet saved', () => {
  expect(after([{type: 'unsent', unsent: true}, opened]).kind).toBe('saving');
  expect(after([{type: 'unsent', unsent: true}, opened, synced, answer, acked(1)]).kind).toBe(
    'saving',
  );
});

test('a server that can not write is said, and that it can again', () => {
  const full: readonly LineEvent[] = [opened, synced, answer, {type: 'writable', writable: false}];
  expect(after(full).kind).toBe('readonly');
  expect(after([...full, {type: 'writable', writable: true}, answer, acked(2)]).kind).toBe('saved');
});

test('a reader is told so instead of hearing about saving', () => {
  expect(after([opened, synced], 'read').kind).toBe('reader');
});

test('what ended for good stays ended', () => {
  const ended: readonly LineEvent[] = [opened, {type: 'stopped', reason: 'otherSchema'}];
  expect(after([...ended, {type: 'lost'}, opened])).toEqual({
    kind: 'stopped',
    reason: 'otherSchema',
  });
});
