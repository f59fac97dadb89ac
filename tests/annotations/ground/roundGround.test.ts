import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingChanged } from '../../../src/annotations/changes.ts';
import { compareRounds } from '../../../src/annotations/compareRounds.ts';
import { parseRound } from '../../../src/annotations/parseRound.ts';
import { changeLadder } from '../../../src/annotations/place/ladderDocument.ts';
import { altitudeIds } from '../../../src/workshop/altitude/altitudes.ts';
import { itemId } from '../../../src/workshop/ids.ts';
import { builtInLadder } from '../../../src/workshop/ladder/builtInLadder.ts';
import { horizonIds, situationIds } from '../../../src/workshop/whyNow/situations.ts';
import { engineer, erin, manager, mona, pia, text } from '../builders.ts';
import { roundOf, type SheetHere, stateHere } from '../sheets.ts';
import { caged, type Ground, groundOf, type Said } from './grounds.ts';

const notes = { n1: { text }, n2: { text: 'Own the index' } };
const state = (ground?: Ground, more: SheetHere = {}) =>
  stateHere({ notes, ...(ground ? { ground: groundOf(ground) } : {}), ...more });

const both: Readonly<Record<string, Said>> = {
  erin: {
    ...{ now: 'senior', role: 'staff', answer: {}, problem: 'Releases slip', today: 'lead' },
    ...{ why: 'Four teams wait', cites: 'Brings clarity' },
  },
  mona: { role: 'senior-staff', answer: { situation: 'vital' }, expected: 'staff', why: 'It pays for us' },
};

describe('a closed round holds what was said around the notes', () => {
  test('with every mark, the ladder of its time, the answers, the altitude, whys and cited lines', async () => {
    const { content, json } = await roundOf(state({ said: both, shown: true }));
    expect(content.ground).toEqual({
      place: {
        levels: builtInLadder.levels,
        marks: [
          { user: erin, kind: 'now', level: 'senior', title: 'senior' },
          { user: erin, kind: 'role', level: 'staff', title: 'staff' },
          { user: mona, kind: 'role', level: 'senior-staff', title: 'senior-staff' },
        ],
        mode: 'stretch',
      },
      whyNow: [
        { user: erin, ...caged },
        { user: mona, ...caged, situation: 'vital' },
      ],
      altitude: {
        problem: 'Releases slip',
        questions: { staff: '', lead: '', senior: '' },
        today: 'lead',
        expected: [{ user: mona, level: 'staff' }],
      },
    });
    const [first, second] = content.notes;
    expect(first?.whys).toEqual([
      { user: erin, question: 'importance', text: 'Four teams wait' },
      { user: mona, question: 'importance', text: 'It pays for us' },
    ]);
    expect(first?.cites).toEqual([
      {
        user: erin,
        line: { level: 'staff', dimension: null },
        words: { level: 'Staff', dimension: '', text: 'Brings clarity' },
      },
    ]);
    expect(second && ('whys' in second || 'cites' in second)).toBe(false);
    expect(parseRound(json)).toEqual({ ok: true, value: content });
  });

  test('and is the very round it always was where nobody said anything', async () => {
    const [without, silent] = await Promise.all([
      roundOf(state()),
      roundOf(state({ said: { erin: {}, mona: {} }, shown: true })),
    ]);
    expect(silent.json).toBe(without.json);
    expect(silent.json).not.toContain('ground');
  });

  test('but no answer to why it is needed now before all are shown', async () => {
    const secret = { answer: { sign: 'a secret', situation: 'other' as const, words: 'a secret' } };
    const closed = (shown: boolean) => roundOf(state({ said: { erin: secret, mona: {} }, shown }));
    const before = await closed(false);
    expect(before.json).not.toContain('secret');
    expect(before.json).not.toContain('whyNow');
    expect((await closed(true)).json.match(/a secret/g)).toHaveLength(2);
  });

  test('nor own words that were put aside for one of the situations', async () => {
    const said = { erin: { answer: { words: 'a first thought', horizonWords: 'who knows' } } };
    const { json, content } = await roundOf(state({ said, shown: true }));
    expect(json).not.toMatch(/a first thought|who knows/);
    expect(content.ground?.whyNow).toEqual([{ user: erin, ...caged }]);
  });

  test('and has the same hash whatever arrived first', async () => {
    const who = ['erin', 'mona', 'max', 'pia'];
    const some = fc.record(
      {
        now: fc.constantFrom('mid', 'senior'),
        role: fc.constantFrom('staff', 'gone-by-now'),
        answer: fc.record({
          situation: fc.constantFrom(...situationIds),
          words: fc.constantFrom('a move', 'a merger'),
          horizon: fc.constantFrom(...horizonIds),
          horizonWords: fc.constantFrom('until June'),
        }),
        problem: fc.constantFrom('Releases slip', ''),
        today: fc.constantFrom(...altitudeIds),
        expected: fc.constantFrom(...altitudeIds),
        why: fc.constantFrom('Four teams wait', 'It pays for us'),
        cites: fc.constantFrom('Brings clarity'),
      },
      { requiredKeys: [] },
    );
    const all = fc.tuple(some, some, some, some);
    const order = fc.shuffledSubarray(who, { minLength: 4 });
    const hashIn = async (order: readonly string[], said: readonly Said[], shown: boolean) => {
      const inOrder = Object.fromEntries(order.map((one) => [one, said[who.indexOf(one)] ?? {}]));
      const desks = [
        engineer({ confirmed: new Map([[mona, 'manager']]) }),
        manager(),
        { ...manager(), owner: pia },
      ].toSorted((a, b) => order.indexOf(a.owner) - order.indexOf(b.owner));
      return (await roundOf(state({ said: inOrder, shown }, { desks }))).hash;
    };
    await fc.assert(
      fc.asyncProperty(order, all, fc.boolean(), async (order, said, shown) => {
        expect(await hashIn(order, said, shown)).toBe(await hashIn(who, said, shown));
      }),
      { seed: 20261130, numRuns: 60 },
    );
  });

  test('and takes odd things that lie on desks in a form in which it can be read again', async () => {
    const odd = `\ud800${'x'.repeat(3000)}`;
    const ground = groundOf({ said: both, shown: true });
    const [first, ...others] = ground.desks;
    if (!first) throw new Error('There are desks');
    const strange = {
      ...first,
      place: { ...first.place, marks: { role: { level: 'y'.repeat(300), title: odd, at: '' } } },
      altitude: { ...first.altitude, texts: { ...first.altitude.texts, problem: odd } },
      clarity: {
        unknown: 0,
        answers: [{ note: itemId('n1'), question: 'depth' as const, text: odd, at: '' }],
      },
    };
    const { json, content } = await roundOf(
      stateHere({ notes, ground: { ...ground, desks: [strange, ...others] } }),
    );
    expect(parseRound(json)).toEqual({ ok: true, value: content });
    // A mark at a level that no id of ours is like is left out; the others stay.
    expect(content.ground?.place?.marks.map(({ user }) => user)).toEqual([mona]);
    expect(content.ground?.altitude?.problem).toBe(`\ufffd${'x'.repeat(499)}`);
  });
});

test('a round whose ground was changed by hand is refused by its place', async () => {
  const { json } = await roundOf(state({ said: both, shown: true }));
  const damaged = (from: string, to: string) => parseRound(json.replace(from, to));
  const error = (path: string) => ({ ok: false, error: { kind: 'damaged', path } });
  expect(damaged('"mode":"stretch"', '"mode":"sure"')).toEqual(error('ground.place.mode'));
  expect(damaged('"horizon":"years"', '"horizon":"never"')).toEqual(error('ground.whyNow[0].horizon'));
  expect(damaged('"question":"importance"', '"question":"x"')).toEqual(error('notes[0].whys[0].question'));
});

describe('between two moments it is told', () => {
  const compare = (before: Ground, after: Ground) => compareRounds(state(before), state(after));

  test('where a mark is another, and that the mode follows', () => {
    const said = (role: string) => ({ said: { erin: { now: 'senior', role } } });
    expect(compare(said('staff'), said('senior')).ground).toEqual([
      { of: 'mark', user: erin, kind: 'role', before: 'Staff', after: 'Senior' },
      { of: 'mode', before: 'stretch', after: 'job' },
    ]);
  });

  test('where a level that somebody marked means something else by now, and no other', () => {
    const reworded = (level: string): Ground => ({
      said: { erin: { role: 'staff' } },
      sheet: (doc) =>
        void changeLadder(doc, [{ on: { of: 'level', id: level, field: 'scope' }, value: 'Two teams' }]),
    });
    const before = { said: { erin: { role: 'staff' } } };
    expect(compare(before, reworded('staff')).ground).toEqual([
      { of: 'level', before: expect.stringMatching(/^Staff: ./), after: 'Staff: Two teams' },
    ]);
    expect(compare(before, reworded('principal')).ground).toEqual([]);
  });

  test('where an answer was given, changed, or is shown only now', () => {
    const said = (situation: 'caged' | 'vital'): Ground => ({
      said: { erin: { answer: { situation } } },
      shown: true,
    });
    const [was, is] = [
      { user: erin, ...caged },
      { user: erin, ...caged, situation: 'vital' },
    ];
    expect(compare(said('caged'), said('vital')).ground).toEqual([
      { of: 'why-now', user: erin, before: was, after: is },
    ]);
    expect(compare({ ...said('caged'), shown: false }, said('caged')).ground).toEqual([
      { of: 'why-now', user: erin, before: null, after: was },
    ]);
  });

  test('where the problem, a question or a mark of altitude is another', () => {
    const before = {
      said: { erin: { problem: 'Releases slip', today: 'senior' }, mona: { expected: 'lead' } },
    };
    const after = {
      said: { erin: { problem: 'Nobody owns search', today: 'lead' }, mona: { expected: 'staff' } },
    };
    expect(compare(before as Ground, after as Ground).ground).toEqual([
      { of: 'question', what: 'problem', before: 'Releases slip', after: 'Nobody owns search' },
      { of: 'today', before: 'senior', after: 'lead' },
      { of: 'expected', user: mona, before: 'lead', after: 'staff' },
    ]);
  });

  test('with the note, where its why or its line of the ladder is another', () => {
    const { notes: changed, unchanged } = compare(
      { said: { erin: { why: 'Four teams wait' } } },
      { said: { erin: { why: 'Five teams wait', cites: 'Brings clarity' } } },
    );
    expect(changed.map(({ note, whys, cites }) => ({ note, whys, cites }))).toEqual([
      {
        note: 'n1',
        whys: [{ user: erin, question: 'importance', before: 'Four teams wait', after: 'Five teams wait' }],
        cites: [
          { user: erin, before: null, after: { level: 'Staff', dimension: '', text: 'Brings clarity' } },
        ],
      },
    ]);
    expect(unchanged).toEqual(['n2']);
  });

  test('and nothing is, where a closed round is compared with what it was made of', async () => {
    const now = state({ said: both, shown: true });
    const { json } = await roundOf(now);
    const read = parseRound(json);
    if (!read.ok) throw new Error('It reads');
    expect(nothingChanged(compareRounds(read.value, now))).toBe(true);
  });
});
