/**
 * One document of every schema ever shipped, as its bytes. These files are never made again: should a test here fail,
 * people's documents out there can no longer be read.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { stored as making } from '../../scripts/storedDocuments.ts';
import { readAltitude } from '../../src/annotations/altitude/altitudeDesk.ts';
import { broughtReading } from '../../src/annotations/beside/broughtReading.ts';
import { readBroughtRounds } from '../../src/annotations/broughtRounds.ts';
import { readClarity } from '../../src/annotations/clarity/clarityDesk.ts';
import { readDeskRecords } from '../../src/annotations/deskRecords.ts';
import { entriesIn, readHeld, wordFrom } from '../../src/annotations/heldWords.ts';
import { readDraft } from '../../src/annotations/noteDrafts/draftNotes.ts';
import { readHeldNotes } from '../../src/annotations/noteDrafts/heldNotes.ts';
import { readPlacing } from '../../src/annotations/noteDrafts/placements.ts';
import { roundsOf } from '../../src/annotations/numberedRounds.ts';
import { readDismissals } from '../../src/annotations/ours/dismissals.ts';
import { readNames } from '../../src/annotations/ours/teamNames.ts';
import { readLadder } from '../../src/annotations/place/ladderDocument.ts';
import { readPlaceDesk } from '../../src/annotations/place/placeDesk.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { schema } from '../../src/annotations/schema.ts';
import { readBadge } from '../../src/annotations/session/badgeDocument.ts';
import { readSession } from '../../src/annotations/session/sessionDocument.ts';
import { readSheet } from '../../src/annotations/sheetDocument.ts';
import { readSeeds } from '../../src/annotations/shelf/seeds.ts';
import { readThemeMarks } from '../../src/annotations/themes/themeMarks.ts';
import { isShown, readAnswered } from '../../src/annotations/whyNow/answer.ts';
import { userId } from '../../src/workshop/ids.ts';

function stored(version: number, what = ''): { desk: Y.Doc; sheet: Y.Doc; draft: Y.Doc } {
  const file = new URL(`../fixtures/documents/schema-${version}${what}.json`, import.meta.url);
  const bytes: { desk: string; sheet: string; draft?: string } = JSON.parse(readFileSync(file, 'utf8'));
  const open = (base64 = '') => {
    const doc = new Y.Doc();
    if (base64) Y.applyUpdate(doc, Buffer.from(base64, 'base64'));
    return doc;
  };
  return { desk: open(bytes.desk), sheet: open(bytes.sheet), draft: open(bytes.draft) };
}

const [noon, one, two] = ['12', '13', '14'].map((hour) => `2026-11-20T${hour}:00:00.000Z`);
const text = 'Cut the nightly job to two hours';

test('every schema up to ours has its stored documents', () => {
  const versions = Array.from({ length: schema }, (_, i) => i + 1);
  expect(versions.map((version) => readSheet(stored(version).sheet).schema)).toEqual(versions);
});

test.each(Object.entries(making))(
  'what we write today has the bytes that our number stands for%s',
  (what, make) => {
    const file = new URL(`../fixtures/documents/schema-${schema}${what}.json`, import.meta.url);
    expect(JSON.parse(make())).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  },
);

test('a desk of schema 1 reads as it was meant', () => {
  expect(readDesk(stored(1).desk, userId('erin'))).toEqual({
    owner: 'erin',
    name: 'Erin Example',
    claim: 'engineer',
    confirmed: new Map([['mona', 'manager']]),
    stances: new Map([
      ['n1', { note: 'n1', value: 'agree-if', reason: 'with the platform team', text, at: noon }],
    ]),
    remarks: [
      {
        id: 'r1',
        note: 'n1',
        text: 'For whom first? 🙂',
        answers: null,
        wording: null,
        at: noon,
        editedAt: one,
      },
      {
        id: 'r2',
        note: 'n1',
        text: 'Rather so',
        answers: 'r1',
        wording: { proposed: 'Cut it to one hour', original: text },
        at: one,
        editedAt: null,
      },
    ],
    verdicts: [{ remark: 'r2', value: 'applied', before: text, at: two }],
    unknown: 0,
    newer: false,
  });
});

test('a sheet of schema 1 reads as it was meant', () => {
  const box = { x: 10, y: 20, width: 200, height: 200 };
  const sticky = { kind: 'sticky', box, colour: 'yellow', modifiedBy: 'erin' } as const;
  expect(readSheet(stored(1).sheet)).toEqual({
    details: {
      id: 's1',
      template: 'staff-role',
      lens: 'pillars',
      title: 'Staff Engineer',
      team: 'Credit',
      level: 'L6',
      engineer: 'Erin Example',
      reviewers: ['Mona Example'],
      createdAt: noon,
    },
    engineer: 'erin',
    frame: 'f1',
    size: { width: 4000, height: 2400 },
    anchors: new Map([['title', 't1']]),
    items: new Map([
      ['n1', { ...sticky, id: 'n1', text, modifiedAt: one, gone: false }],
      ['n2', { ...sticky, id: 'n2', text: 'gone since', modifiedAt: noon, gone: true }],
    ]),
    tags: { on: true, by: 'erin', at: one, ids: new Map([['g1', 'JD: agreed']]), full: 0 },
    brought: [],
    closings: [],
    next: null,
    blind: { on: false, step: null, by: null, shown: new Set() },
    relayout: null,
    writing: { on: false, step: null, by: null, shown: new Set() },
    schema: 1,
    unknown: 0,
    newer: false,
  });
});

test('people named in remarks and reasons for declining, of schema 1, read as they were meant', () => {
  const { remarks, verdicts, unknown } = readDesk(stored(1, '-threads').desk, userId('erin'));
  const said = { note: 'n1', answers: null, wording: null, at: noon };
  expect({ remarks, verdicts, unknown }).toStrictEqual({
    remarks: [
      {
        ...said,
        id: 'r1',
        text: '@Mona Example, for whom?',
        mentions: [{ user: 'mona', name: 'Mona Example' }],
        editedAt: null,
      },
      { ...said, id: 'r2', text: 'Nobody is named', editedAt: one },
    ],
    verdicts: [
      { remark: 's1', value: 'declined', before: null, reason: 'Not this year', at: one },
      { remark: 's2', value: 'reopened', before: null, at: two },
    ],
    unknown: 0,
  });
});

test('notes of schema 1 that were written unseen read as they were meant', () => {
  const { desk, sheet, draft } = stored(1, '-notes');
  const note = (id: string, words: string, order: number) => ({
    id,
    lane: 'big-picture/technical-direction',
    text: words,
    order,
    at: noon,
  });
  const [first, second] = [note('d1', text, 1), note('d2', 'Know what each model costs', 2)];
  expect(readDraft(draft)).toEqual([first, second]);
  expect(readHeldNotes(desk)).toEqual({
    notes: [
      { step: 'open', note: first },
      { step: 'step-1', note: first },
      { step: 'step-1', note: second },
    ],
    done: new Set(['step-1']),
    released: new Set(['step-1']),
    counted: new Map([['step-2', 3]]),
  });
  expect(readDesk(desk, userId('erin')).unknown).toBe(0);
  const content = readSheet(sheet);
  expect([content.unknown, content.writing]).toEqual([
    0,
    { on: true, step: 'step-2', by: 'erin', shown: new Set(['step-1']) },
  ]);
  const placed = { run: 'r1', item: 'n1', at: one };
  expect(readPlacing(sheet)).toEqual({
    placements: [
      { ...placed, note: 'erin/d1', user: 'erin', also: false },
      { note: 'erin/d1', user: 'erin', run: 'r2', item: null, also: false, at: two },
      { ...placed, note: 'mona/d9', user: 'mona', also: true },
    ],
    choices: new Map([['erin/d1+mona/d9', { kind: 'one', note: 'erin/d1' }]]),
    run: { run: 'r2', by: 'mona', beat: 4 },
    tags: new Map([['g2', 'from Erin Example']]),
    unknown: 0,
  });
});

test('words of schema 1 that came along from another board read as they were meant', () => {
  const said = {
    name: 'Mona Example',
    claim: 'manager',
    stances: new Map([
      ['n9', { note: 'n9', value: 'disagree', reason: 'too soon', text, at: noon }],
      ['n2', { note: 'n2', value: 'agree', reason: '', text: 'gone since', at: noon }],
    ]),
    remarks: [
      {
        id: 'r3',
        note: 'n9',
        text: 'For whom? 🙂',
        answers: null,
        wording: null,
        at: noon,
        editedAt: one,
      },
      {
        id: 'r4',
        note: 'n2',
        text: '',
        answers: 'r3',
        wording: { proposed: 'Cut it to one hour', original: text },
        at: one,
        editedAt: null,
      },
    ],
    verdicts: [{ remark: 'r2', value: 'resolved', before: null, at: two }],
    unknown: 0,
    newer: false,
  };
  const { desk, sheet } = stored(1, '-along');
  expect(readDesk(desk, userId('erin'))).toEqual({ ...said, owner: 'erin', confirmed: new Map() });
  expect(readSheet(sheet)).toMatchObject({
    brought: [
      {
        desk: { ...said, owner: 'mona', confirmed: new Map([['max', 'peer']]) },
        by: 'erin',
        at: two,
        board: 'b1',
      },
    ],
    unknown: 0,
  });
});

test('rounds, signatures and the next date of schema 1 read as they were meant', () => {
  const { desk, sheet } = stored(1, '-rounds');
  const [laptop, phone] = ['k', 'p'].map((letter) => `B${letter.repeat(86)}`);
  const [hash, twin, next] = ['5e', 'a1', 'b2'].map((digits) => digits.repeat(32));
  expect(readDesk(desk, userId('erin')).unknown).toBe(0);
  expect(readDeskRecords(desk, userId('erin'))).toEqual({
    owner: 'erin',
    retired: new Map([['n1', { reason: 'The platform team does it', at: noon }]]),
    devices: [{ key: laptop, name: 'Firefox on Linux', at: noon }],
    vouches: [
      {
        statement: expect.stringContaining('"format":"rolewright-vouch"'),
        says: { user: 'erin', device: phone, by: laptop, at: two },
        signature: 'c2ln',
      },
    ],
    signOffs: [
      {
        statement: expect.stringContaining('"format":"rolewright-sign-off"'),
        says: {
          sheet: 's1',
          round: hash,
          number: 1,
          user: 'erin',
          role: 'engineer',
          device: laptop,
          at: one,
        },
        signature: 'c2ln',
      },
    ],
    unknown: 0,
  });
  const content = readSheet(sheet);
  expect(content).toMatchObject({
    next: { start: '2026-12-04T09:30:00.000Z', minutes: 45, by: 'mona', at: two },
    unknown: 0,
  });
  expect(roundsOf(content.closings)).toEqual([
    {
      ...{ hash, number: 1, previous: null, at: noon, by: ['erin'] },
      beside: [{ hash: twin, number: 1, previous: null, at: noon, by: ['mona'] }],
    },
    { hash: next, number: 2, previous: hash, at: two, by: ['mona'], beside: [] },
  ]);
});

test('words of schema 1 that wait to be shown, and a draft, read as they were meant', () => {
  const { desk, sheet, draft } = stored(1, '-unseen');
  const stance = { note: 'n1', value: 'agree-if', reason: 'with the platform team', text, at: noon };
  const remark = {
    ...{ id: 'r1', note: 'n1', text: 'For whom first?', answers: null, wording: null },
    ...{ at: noon, editedAt: one },
  };
  const verdict = { remark: 's1', value: 'declined', before: null, reason: 'Not this year', at: one };
  const held = readHeld(desk);
  expect(readDesk(desk, userId('erin'))).toMatchObject({ stances: new Map(), remarks: [], unknown: 0 });
  expect({ ...held, held: held.held.map(({ step, word }) => [step, word.kind, word.word]) }).toEqual({
    held: [
      ['first', 'stance', stance],
      ['second/half', 'remark', remark],
      ['second/half', 'stance', stance],
      ['second/half', 'stance', { note: 'n2', value: 'agree', reason: '', text, at: two }],
      ['second/half', 'verdict', verdict],
    ],
    cleared: new Map(),
    done: new Set(['first', 'second/half']),
    released: new Set(['third']),
    looked: new Map([['fourth', 2]]),
  });
  expect(readSheet(sheet)).toMatchObject({
    blind: { on: true, step: 'second/half', by: 'erin', shown: new Set(['first']) },
    unknown: 0,
  });
  expect(entriesIn(draft).map(wordFrom)).toEqual([
    { kind: 'stance', word: { ...stance, value: 'disagree', reason: 'too soon', at: one } },
    { kind: 'cleared', word: { note: 'n2', at: two } },
    { kind: 'remark', word: remark },
    {
      kind: 'remark',
      word: { ...remark, id: 'r2', text: 'Since when?', answers: 'r1', at: one, editedAt: null },
    },
    { kind: 'verdict', word: verdict },
  ]);
});

test('a ladder, marks on it and cited lines of schema 1 read as they were meant', () => {
  const { desk, sheet } = stored(1, '-place');
  expect([readDesk(desk, userId('erin')).unknown, readSheet(sheet).unknown]).toEqual([0, 0]);
  const words = { level: 'Staff', dimension: 'Influence', text: 'The whole group' };
  expect(readPlaceDesk(desk, userId('erin'))).toEqual({
    owner: 'erin',
    marks: { now: { level: 'senior', title: 'Senior', at: noon } },
    citations: new Map([
      ['n1', { note: 'n1', line: { level: 'staff', dimension: 'influence' }, words, at: one }],
    ]),
    unknown: 0,
  });
  expect(readLadder(sheet)).toMatchObject({
    ladder: {
      levels: [
        { id: 'senior', path: 'common', title: 'Senior', scope: 'Owns a problem' },
        { id: 'staff', path: 'technical', title: 'Staff', scope: 'Clears up what is tangled' },
        { id: 'l/1', path: 'management', title: 'Manager', scope: '' },
      ],
      dimensions: [{ id: 'influence', title: 'Influence' }],
      cells: [
        { level: 'senior', dimension: 'influence', text: 'The team' },
        { level: 'staff', dimension: 'influence', text: 'The whole group' },
      ],
      source: null,
    },
    edition: 'edition-1',
    unknown: 0,
  });
});

test('what make-it-ours and the shelf keep, of schema 1, reads as it was meant', () => {
  const { desk, sheet } = stored(1, '-ours');
  expect(readDismissals(desk)).toEqual({ values: new Map([['n1', { text, at: noon }]]), unknown: 0 });
  expect(readNames(sheet)).toEqual({
    values: [
      { key: 'core platform', name: 'Core  Platform', by: 'erin', at: noon },
      { key: 'equipe credit', name: 'Équipe Crédit', by: 'mona', at: one },
      { key: 'kestrel', name: 'Kestrel', by: 'erin', at: noon },
    ],
    unknown: 0,
  });
  expect([...readSeeds(sheet).values.values()]).toEqual([
    { note: 'n1', example: 'direction-bets', text, by: 'mona', at: two },
  ]);
  expect(readDesk(desk, userId('erin')).unknown + readSheet(sheet).unknown).toBe(0);
});

test('why the role is needed now, of schema 1, reads as it was meant', () => {
  const { desk, sheet } = stored(1, '-why-now');
  expect(readAnswered(desk)).toEqual({
    answer: {
      ...{ situation: 'other', words: 'Two teams become one', horizon: 'years', horizonWords: '' },
      ...{ sign: 'One model leaves its own loop', at: one, changedAt: one },
    },
    done: true,
    unknown: 0,
  });
  expect([isShown(sheet), readDesk(desk, userId('erin')).unknown, readSheet(sheet).unknown]).toEqual([
    true,
    0,
    0,
  ]);
});

test('marks about themes, of schema 1, read as they were meant', () => {
  const { desk } = stored(1, '-themes');
  expect(readThemeMarks(desk)).toEqual({
    notes: [
      { theme: 'coaching', note: 'n1', touches: true, at: noon },
      { theme: 'delivery', note: 'n1', touches: false, at: noon },
    ],
    role: [{ theme: 'strategy', reason: 'The lead does it', at: one }],
    unknown: 0,
  });
  expect(readDesk(desk, userId('erin')).unknown).toBe(0);
});

test('a session and a badge of schema 1 read as they were meant', () => {
  const file = new URL('../fixtures/documents/schema-1-session.json', import.meta.url);
  const bytes: Record<'session' | 'badge', string> = JSON.parse(readFileSync(file, 'utf8'));
  const open = (base64: string) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(base64, 'base64'));
    return doc;
  };
  const content = readSession(open(bytes.session));
  expect(content).toMatchObject({
    claims: [
      { term: 2, user: 'mona', name: 'Mona Example', at: one, left: false, offeredTo: 'max' },
      { term: 1, user: 'erin', name: 'Erin Example', at: noon, left: false, offeredTo: null },
    ],
    session: {
      ...{ id: 'session-1', format: 'cohort', template: 'staff-role', phase: 'going', stage: 'dots' },
      ...{ since: Date.parse(noon ?? ''), clock: 'laptop', spent: { open: 301_000 } },
      agenda: [
        { id: 'open', title: 'Open', minutes: 5, say: 'Hello.', step: 'place', tool: null, skipped: false },
        { id: 'write', minutes: 18, writing: 'private', authors: 'role', skipped: true },
        { id: 'dots', minutes: 6, tool: 'dots', place: 'compare' },
      ],
    },
    people: [
      { id: 'p1', name: 'Erin Example', user: 'erin', role: 'engineer', sheet: 's1', reviews: [] },
      { id: 'p2', name: 'Mona Example', user: null, role: 'manager', sheet: null, reviews: ['p1'] },
    ],
    unknown: 0,
  });
  expect(content.said('kept')).toEqual({ by: 'a later version' });
  expect(readBadge(open(bytes.badge), userId('erin'))).toMatchObject({
    name: 'Erin Example',
    done: new Map([['session-1/open', one]]),
    unknown: 0,
  });
});

test('a sheet of schema 1 that is being laid out anew reads as it was meant', () => {
  const { relayout, unknown } = readSheet(stored(1, '-relayout').sheet);
  expect({ relayout, unknown }).toEqual({
    relayout: {
      ...{ id: 'run', by: 'erin', at: two, from: 'pillars', to: 'responsibilities', beat: 3 },
      lanes: new Map([
        ['n1', ['execution/being-glue']],
        ['n2', []],
      ]),
      plan: { v: 1, frame: [4000, 2400, 5000, 2400], moves: [], make: [], drop: [], loose: [] },
    },
    unknown: 0,
  });
});

test('one problem from three altitudes, and notes’ whys, of schema 1, read as they were meant', () => {
  const { desk } = stored(1, '-altitude');
  expect(readAltitude(desk)).toEqual({
    texts: { problem: 'Releases slip', staff: 'Why does one service decide?', lead: '', senior: '' },
    marks: { today: 'lead', expected: null },
    unknown: 0,
  });
  expect(readClarity(desk)).toEqual({
    answers: [{ note: 'n1', question: 'importance', text: 'It blocks every launch', at: noon }],
    unknown: 0,
  });
  expect(readDesk(desk, userId('erin')).unknown).toBe(0);
});

test('what was brought from another board reads as it was meant', () => {
  const { sheet } = stored(1, '-elsewhere');
  const { brought, unknown } = readSheet(sheet);
  const [one] = brought.map(broughtReading);
  expect([unknown, one?.desk.owner, one?.by, one?.board]).toEqual([0, 'mona', 'erin', 'b1']);
  expect(one?.clarity.answers).toEqual([
    { note: 'n9', question: 'importance', text: 'Four teams wait for it', at: noon },
  ]);
  expect(one?.place.marks.role?.title).toBe('Staff');
  // What a later version put there is kept, and counted.
  expect([one?.unknown, brought[0]?.beside?.length]).toEqual([1, 3]);
  expect(readBroughtRounds(sheet)).toEqual({
    values: [
      {
        ...{ hash: '5e'.repeat(32), number: 1, previous: null, by: ['mona'], at: noon },
        from: { board: 'b1', by: 'erin', at: two },
      },
    ],
    unknown: 0,
  });
});
