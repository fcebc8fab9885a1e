import {logLines} from '@samenspel/client/log/log-lines.ts';
import {logSentence} from '@samenspel/client/words/log.ts';
import {forgottenName, type KeyAct, type LogKind, logKinds, type LogView} from '@samenspel/shared';
import {expect, test} from 'vitest';
import {amina, documentView, joris} from './in-app.tsx';

const acts = [
  ...(['remove_member', 'change_role', 'change_side', 'sign_in_link'] as const),
  ...(['delete_document', 'change_rules', 'close_lab'] as const),
] satisfies readonly KeyAct['kind'][];

const {id, title} = documentView();

function entry(kind: LogKind, change: Partial<LogView> = {}): LogView {
  return {
    ...{seq: 1, at: 0, kind, by: amina, about: joris, document: {id, title}},
    ...{act: null, side: null, role: null, words: null},
    ...change,
  };
}

test('every kind of entry is a sentence of its own', () => {
  const sentences = logKinds.map((kind) => logSentence(entry(kind)));
  expect(new Set(sentences).size).toBe(logKinds.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z“].*\.$/);
});

test.each(['asked', 'key_turned', 'key_lapsed', 'question_withdrawn', 'act_done'] as const)(
  'every act is told apart when it is %s',
  (kind) => {
    const sentences = acts.map((act) => logSentence(entry(kind, {act})));
    expect(new Set(sentences).size).toBe(acts.length);
  },
);

test('who is forgotten and what is deleted leave a sentence that can be read', () => {
  const nobody = {by: null, about: null, document: {id, title: null}};
  for (const kind of logKinds) {
    for (const act of [null, ...acts]) {
      expect(logSentence(entry(kind, {...nobody, act}))).not.toMatch(/null|undefined| {2}/);
    }
  }
});

test('who was forgotten is told by their side', () => {
  const by = {...amina, name: forgottenName, side: 'informal'} as const;
  expect(logSentence(entry('invitation_withdrawn', {by}))).toBe(
    'Iemand (informeel) trok een uitnodiging in.',
  );
});

test('asking and the key that came with it are one line; a key that came later is its own', () => {
  const act = 'close_lab';
  const later = entry('key_turned', {seq: 4, at: 90_000, by: joris, act});
  const key = entry('key_turned', {seq: 3, at: 1_005, act});
  const question = entry('asked', {seq: 2, at: 1_000, act, words: 'Het is klaar'});
  const first = entry('lab_founded', {seq: 1});
  const lines = logLines([later, key, question, first]);
  expect(lines.map((line) => line.entry.seq)).toEqual([4, 2, 1]);
  expect(lines.map((line) => line.withKey)).toEqual([false, true, false]);
  expect(lines.map((line) => logSentence(line.entry, line.withKey))[1]).toBe(
    'Amina vroeg om het lab te sluiten, en draaide meteen een sleutel.',
  );
});

test('who could not turn a key when they asked, and did later, stands there twice', () => {
  const act = 'close_lab';
  const asked = entry('asked', {seq: 1, at: 1_000, act});
  const after = entry('key_turned', {seq: 2, at: 60_000, act});
  const others = entry('key_turned', {seq: 2, at: 1_001, act, by: joris});
  for (const key of [after, others]) expect(logLines([key, asked])).toHaveLength(2);
});
