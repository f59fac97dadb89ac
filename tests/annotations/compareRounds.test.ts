import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Changes, nothingChanged } from '../../src/annotations/changes.ts';
import { changesSince, compareRounds } from '../../src/annotations/compareRounds.ts';
import { type Desk, stanceValues } from '../../src/annotations/desk.ts';
import { itemId, sheetId, userId } from '../../src/workshop/ids.ts';
import { desk, engineer, erin, manager, max, mona, one, pia, stance, suggestion, text } from './builders.ts';
import { groundOf } from './ground/grounds.ts';
import {
  exploration,
  glue,
  type NoteHere,
  records,
  roundOf,
  type SheetHere,
  stateHere,
  strategy,
} from './sheets.ts';

const agree = { stances: stance('agree') };
const both = [engineer(agree), manager(agree)];
const compare = (before: SheetHere, after: SheetHere) => compareRounds(stateHere(before), stateHere(after));
const n1 = { n1: { text } };

/** Only what says something. */
const told = ({ notes }: Changes) =>
  notes.map(({ note, presence, moved, reworded, stances, state, because, wordsIn }) => ({
    note,
    presence,
    ...(moved && { moved: [moved.before, moved.after] }),
    ...(reworded && { reworded: [reworded.before, reworded.after, reworded.trivial] }),
    ...(state && { state: [state.before, state.after] }),
    ...(stances.length > 0 && { stances: stances.map(({ user }) => user) }),
    ...(because.length > 0 && { because: because.map(({ by, reason }) => [by, reason]) }),
    ...(wordsIn.length > 0 && { wordsIn }),
  }));

describe('between two rounds a note is', () => {
  test('added', () => {
    const after = { ...n1, n2: { text: 'Own the index' } };
    expect(told(compare({ notes: n1 }, { notes: after }))).toEqual([
      { note: 'n2', presence: 'added', state: [null, 'open'] },
    ]);
  });

  test('retired, with the reasons people gave, and with what was said about it', () => {
    const before = { notes: n1, desks: both };
    const after = {
      notes: { n1: { text, gone: true } },
      desks: both,
      records: [
        records('mona', {
          retired: new Map([[itemId('n1'), { reason: 'the platform team does it', at: one }]]),
        }),
      ],
    };
    const changes = compare(before, after);
    expect(told(changes)).toEqual([
      {
        note: 'n1',
        presence: 'retired',
        state: ['agreed', null],
        stances: [erin, mona],
        because: [[mona, 'the platform team does it']],
      },
    ]);
    expect(changes.notes[0]?.text).toBe(text);
    expect(stateHere(after).notes[0]?.stances.map(({ user, value }) => [user, value])).toEqual([
      [erin, 'agree'],
      [mona, 'agree'],
    ]);
  });

  test('retired without a word, and still never just gone', () => {
    const gone = { n1: { text, gone: true } };
    expect(told(compare({ notes: n1 }, { notes: gone }))).toEqual([
      { note: 'n1', presence: 'retired', state: ['open', null] },
    ]);
  });

  test('moved', () => {
    expect(told(compare({ notes: n1 }, { notes: { n1: { text, lane: strategy } } }))).toEqual([
      { note: 'n1', presence: 'kept', moved: [[glue], [strategy]] },
    ]);
  });

  test('reworded, which re-opens it and no other', () => {
    const two = (words: string) => ({ n1: { text: words }, n2: { text } });
    const desks = both.map((own) => ({
      ...own,
      stances: new Map([...own.stances, ...stance('agree', { note: itemId('n2') })]),
    }));
    const changes = compare(
      { notes: two(text), desks },
      { notes: two('Cut the nightly job to one hour'), desks },
    );
    expect(told(changes)).toEqual([
      {
        note: 'n1',
        presence: 'kept',
        reworded: [text, 'Cut the nightly job to one hour', false],
        state: ['agreed', 'changed'],
        stances: [erin, mona],
      },
    ]);
    expect(changes.notes[0]?.stances[0]).toEqual({
      user: erin,
      before: { value: 'agree', reason: '', current: true },
      after: { value: 'agree', reason: '', current: false },
    });
    expect(changes.unchanged).toEqual(['n2']);
  });

  test('touched up, which shows and re-opens nothing', () => {
    const touched = { notes: { n1: { text: `${text.toLowerCase()}!` } }, desks: both };
    expect(told(compare({ notes: n1, desks: both }, touched))).toEqual([
      { note: 'n1', presence: 'kept', reworded: [text, `${text.toLowerCase()}!`, true] },
    ]);
  });

  test('judged anew', () => {
    const doubting = [engineer(agree), manager({ stances: stance('not-sure', { reason: 'for whom?' }) })];
    const changes = compare({ notes: n1, desks: both }, { notes: n1, desks: doubting });
    expect(told(changes)).toEqual([
      { note: 'n1', presence: 'kept', state: ['agreed', 'open'], stances: [mona] },
    ]);
    expect(changes.notes[0]?.stances[0]?.after).toEqual({
      value: 'not-sure',
      reason: 'for whom?',
      current: true,
    });
  });

  test('waiting for a decision, although nobody’s stance has changed', () => {
    const suggesting = [engineer(agree), manager({ ...agree, remarks: [suggestion('s', 'x')] })];
    expect(told(compare({ notes: n1, desks: both }, { notes: n1, desks: suggesting }))).toEqual([
      { note: 'n1', presence: 'kept', state: ['agreed', 'change-proposed'] },
    ]);
  });

  test('written into another one by hand: both are named', () => {
    const before = { n1: { text: 'Own the search index' }, n2: { text: 'Teach two people to rebuild it' } };
    const after = {
      n1: { text: 'Own the search index, and teach two people to rebuild it' },
      n2: { text: 'Teach two people to rebuild it', gone: true },
    };
    expect(told(compare({ notes: before }, { notes: after }))).toMatchObject([
      { note: 'n1', presence: 'kept' },
      { note: 'n2', presence: 'retired', wordsIn: ['n1'] },
    ]);
  });

  test('on another person’s sheet now, where that is known', () => {
    const [before, after] = [stateHere({ notes: n1 }), stateHere({ notes: { n1: { text, gone: true } } })];
    const { notes } = compareRounds(before, after, { elsewhere: () => sheetId('s2') });
    expect(notes.map(({ presence, elsewhere }) => [presence, elsewhere])).toEqual([['retired', 's2']]);
  });
});

test('a manager who was replaced half-way shows, and so does that the note waits for the new one', () => {
  const handedOver = engineer({ ...agree, confirmed: new Map([[max, 'manager']]) });
  const after = [handedOver, manager(agree), desk('max', { claim: 'manager' })];
  const changes = compare({ notes: n1, desks: both }, { notes: n1, desks: after });
  expect(changes.people.map(({ user, before, after: now }) => [user, before?.counts, now?.counts])).toEqual([
    [max, undefined, true],
    [mona, true, false],
  ]);
  expect(told(changes)).toEqual([{ note: 'n1', presence: 'kept', state: ['agreed', 'open'] }]);
  expect(changes.agreed).toEqual({
    before: { all: { agreed: 1, total: 1 }, columns: [share('execution', 1, 1), share('thinking', 0, 0)] },
    after: { all: { agreed: 0, total: 1 }, columns: [share('execution', 0, 1), share('thinking', 0, 0)] },
  });
});
const share = (column: string, agreed: number, total: number) => ({ column, agreed, total });

test('what the sheet says of itself is compared, too', () => {
  expect(compare({}, { title: 'Principal Engineer' }).details).toEqual([
    { field: 'title', before: 'Staff Engineer', after: 'Principal Engineer' },
  ]);
});

describe('what changed since I last agreed', () => {
  const since = (who: string, here: SheetHere) =>
    told(changesSince({ wordOf: userId(who) }, stateHere(here)));

  test('is told note by note from my own stances, whether or not there was a round', () => {
    const said = new Map([
      ...stance('agree', { text: 'Cut the nightly job' }),
      ...stance('agree', { note: itemId('n2'), text: 'Own the index.' }),
      ...stance('agree', { note: itemId('n3'), text: 'went since' }),
      ...stance('agree', { note: itemId('n4'), text: 'as it was' }),
    ]);
    const notes = {
      n1: { text },
      n2: { text: 'own the index' },
      n3: { text: 'went since', gone: true },
      n4: { text: 'as it was' },
      n5: { text: 'new to me' },
    };
    expect(since('mona', { notes, desks: [engineer(agree), manager({ stances: said })] })).toEqual([
      { note: 'n1', presence: 'kept', reworded: ['Cut the nightly job', text, false], stances: [mona] },
      { note: 'n2', presence: 'kept', reworded: ['Own the index.', 'own the index', true] },
      { note: 'n3', presence: 'retired', stances: [mona] },
      { note: 'n5', presence: 'added' },
    ]);
  });

  test('is nothing when I have seen it all', () => {
    const here = stateHere({ notes: n1, desks: both });
    expect(nothingChanged(changesSince({ wordOf: mona }, here))).toBe(true);
  });
});

// Any two states of one small sheet.
const words = fc.constantFrom('Own the index', 'own the index!', 'Own search', 'Cut the job', '');
const ids = ['n1', 'n2', 'n3'] as const;
const someNote: fc.Arbitrary<NoteHere | null> = fc.option(
  fc.record({ text: words, lane: fc.constantFrom(glue, exploration, strategy, null), gone: fc.boolean() }),
);
const someStances = fc.array(
  fc.record({ note: fc.constantFrom(...ids), value: fc.constantFrom(...stanceValues), text: words }),
  { maxLength: 3 },
);
const people = ['erin', 'mona', 'pia'] as const;
const someGround = fc.record(
  {
    role: fc.constantFrom('senior', 'staff'),
    answer: fc.record({ situation: fc.constantFrom('caged', 'vital') }),
    problem: fc.constantFrom('Releases slip', 'Nobody owns search'),
    today: fc.constantFrom('staff', 'lead'),
    expected: fc.constantFrom('lead', 'senior'),
    why: fc.constantFrom('Four teams wait', 'It pays for us'),
    cites: fc.constantFrom('Brings clarity', 'Own it'),
  },
  { requiredKeys: [] },
);
const someState = fc
  .record({
    notes: fc.tuple(someNote, someNote, someNote),
    said: fc.tuple(someStances, someStances, someStances),
    confirmed: fc.boolean(),
    away: fc.boolean(),
    title: fc.constantFrom('Staff Engineer', 'Principal Engineer'),
    around: fc.tuple(someGround, someGround, fc.boolean()),
  })
  .map(({ notes, said, confirmed, away, title, around: [erins, monas, shown] }) => {
    const desks = people.map((owner, at): Desk => {
      const own = (said[at] ?? []).map((one) => [...stance(one.value, { ...one, note: itemId(one.note) })]);
      return desk(owner, {
        claim: owner === 'erin' ? 'engineer' : owner === 'mona' ? 'manager' : 'peer',
        confirmed: confirmed ? new Map([[mona, 'manager']]) : new Map(),
        stances: new Map(own.flat()),
      });
    });
    const here = ids.flatMap((id, at) => (notes[at] ? [[id, notes[at]] as const] : []));
    const ground = groundOf({ said: { erin: erins, mona: monas }, shown });
    return stateHere({
      ...{ notes: Object.fromEntries(here), title, ground },
      desks: away ? desks.slice(0, 2) : desks,
    });
  });

describe('whatever lies between two states', () => {
  test('a round compared with itself shows nothing, also when it was closed and read again', async () => {
    await fc.assert(
      fc.asyncProperty(someState, async (state) => {
        const { content } = await roundOf(state);
        const present = state.notes.filter(({ gone }) => !gone).map(({ id }) => id);
        for (const changes of [compareRounds(state, state), compareRounds(content, state)]) {
          expect(nothingChanged(changes)).toBe(true);
          expect(changes.unchanged).toEqual(present);
        }
      }),
      { seed: 20261207 },
    );
  });

  test('the comparison reads the other way round when they are exchanged', () => {
    const turned = <T>(both: { before: T; after: T } | null) =>
      both && { before: both.after, after: both.before };
    const presences = { kept: 'kept', added: 'retired', retired: 'added' } as const;
    const otherWay = (changes: Changes): Changes => ({
      ...changes,
      notes: changes.notes.map((change) => ({
        ...change,
        text: change.reworded?.before ?? change.text,
        presence: presences[change.presence],
        moved: turned(change.moved),
        reworded: change.reworded && {
          ...change.reworded,
          before: change.reworded.after,
          after: change.reworded.before,
          parts: expect.any(Array) as never, // the words themselves: wordDiff.test.ts
        },
        stances: change.stances.map(({ user, before, after }) => ({ user, before: after, after: before })),
        whys: change.whys.map((one) => ({ ...one, before: one.after, after: one.before })),
        cites: change.cites.map((one) => ({ ...one, before: one.after, after: one.before })),
        state: turned(change.state),
      })),
      ground: changes.ground.map((one) => ({ ...one, before: one.after, after: one.before }) as typeof one),
      people: changes.people.map(({ user, before, after }) => ({ user, before: after, after: before })),
      details: changes.details.map(({ field, before, after }) => ({ field, before: after, after: before })),
      agreed: { before: changes.agreed.after, after: changes.agreed.before },
    });
    fc.assert(
      fc.property(someState, someState, (a, b) => {
        expect(compareRounds(b, a)).toEqual(otherWay(compareRounds(a, b)));
      }),
      { seed: 20261208 },
    );
  });

  test('every note of either side is told once, as changed or as unchanged', () => {
    fc.assert(
      fc.property(someState, someState, (a, b) => {
        const { notes, unchanged } = compareRounds(a, b);
        const here = [...a.notes, ...b.notes].filter(({ gone }) => !gone).map(({ id }) => id);
        expect([...notes.map(({ note }) => note), ...unchanged].sort()).toEqual([...new Set(here)].sort());
      }),
      { seed: 20261209 },
    );
  });
});

test('who left is told as having left', () => {
  const changes = compare({ desks: [...both, desk('pia')] }, { desks: both });
  expect(changes.people).toEqual([
    {
      user: pia,
      before: { user: pia, name: 'pia Example', role: null, confirmed: false, counts: false },
      after: null,
    },
  ]);
});
