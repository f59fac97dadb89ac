/** Desks and archives of any content, for properties. */
import fc from 'fast-check';
import type { ArchivedNote, SheetArchive } from '../../src/annotations/archive.ts';
import type { ArchivedRecords, ArchivedRound } from '../../src/annotations/archivedRounds.ts';
import { type Desk, stanceValues, verdictValues } from '../../src/annotations/desk.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import type { Box } from '../../src/base/box.ts';
import { itemId, laneId, sheetId, userId } from '../../src/workshop/ids.ts';
import { roles } from '../../src/workshop/roles.ts';

/** Objects as JSON and our readers make them. */
const plain = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(fields, { noNullPrototype: true }) as fc.Arbitrary<T>; // no field is optional

/** What people type, half characters aside, which no document can hold. */
const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.toWellFormed());
const time = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const noteId = fc.constantFrom('n1', 'n2', 'n3', 'n4').map(itemId);
const person = fc.constantFrom('erin', 'mona', 'max', '__proto__', 'constructor').map(userId);

const named = fc.array(plain({ user: person, name: words.filter((name) => name.trim() !== '') }), {
  maxLength: 2,
});

export const anyDesk = (owner: fc.Arbitrary<string> = person): fc.Arbitrary<Desk> =>
  fc
    .record({
      owner: owner.map(userId),
      name: words,
      claim: fc.option(fc.constantFrom(...roles)),
      confirmed: fc.uniqueArray(fc.tuple(person, fc.constantFrom(...roles)), { selector: ([user]) => user }),
      stances: fc.uniqueArray(
        plain({
          note: noteId,
          value: fc.constantFrom(...stanceValues),
          reason: words,
          text: words,
          at: time,
        }),
        { selector: ({ note }) => note },
      ),
      remarks: fc.uniqueArray(
        plain({
          id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'),
          note: noteId,
          text: words,
          answers: fc.option(fc.constantFrom('r1', 'r9')),
          wording: fc.option(plain({ proposed: words, original: words })),
          at: time,
          editedAt: fc.option(time),
          named,
        }).map(({ named: mentions, ...said }) => (mentions.length > 0 ? { ...said, mentions } : said)),
        { selector: ({ id }) => id },
      ),
      verdicts: fc.uniqueArray(
        plain({
          remark: fc.constantFrom('r1', 'r2', 'r9'),
          value: fc.constantFrom(...verdictValues),
          before: fc.option(words),
          at: time,
          why: words,
        }).map(({ why, ...said }) =>
          said.value === 'declined' && why !== '' ? { ...said, reason: why } : said,
        ),
        { selector: ({ remark }) => remark },
      ),
    })
    .map(({ confirmed, stances, ...desk }) => ({
      ...desk,
      confirmed: new Map(confirmed),
      stances: new Map(stances.map((stance) => [stance.note, stance])),
      unknown: 0,
      newer: false,
    }));

const anyBox: fc.Arbitrary<Box> = plain({
  x: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  y: fc.integer(),
  width: fc.nat(),
  height: fc.nat(),
});

const anyNote: fc.Arbitrary<ArchivedNote> = plain({
  id: noteId,
  text: words,
  colour: fc.constantFrom('yellow', 'some colour of later'),
  lanes: fc.constantFrom([], [laneId('execution', 'x')], [laneId('execution', 'x'), laneId('side', 'needs')]),
  gone: fc.boolean(),
  box: anyBox,
  modifiedAt: time,
  modifiedBy: words,
});

const hash = fc.constantFrom('a', 'b', 'c').map((sign) => sign.repeat(64) as Hash);
const signed = fc.array(plain({ statement: words, signature: words }), { maxLength: 2 });

const anyRounds: fc.Arbitrary<readonly ArchivedRound[]> = fc.uniqueArray(
  plain({
    hash,
    number: fc.nat(),
    previous: fc.option(hash),
    by: fc.uniqueArray(person, { maxLength: 2 }),
    at: time,
    text: fc.option(words),
    origin: fc.option(plain({ board: fc.constant('board 0'), by: person, at: time })),
  }).map(({ origin, ...round }) => (origin ? { ...round, from: origin } : round)),
  { selector: (round) => round.hash, minLength: 1 },
);

const anyRecords: fc.Arbitrary<readonly ArchivedRecords[]> = fc.uniqueArray(
  plain({
    owner: person,
    retired: fc.uniqueArray(plain({ note: noteId, reason: words, at: time }), {
      selector: ({ note }) => note,
    }),
    devices: fc.uniqueArray(plain({ key: fc.constantFrom('B1', 'B2'), name: words, at: time }), {
      selector: ({ key }) => key,
    }),
    vouches: signed,
    signOffs: signed,
  }),
  { selector: ({ owner }) => owner, minLength: 1 },
);

const anyBare: fc.Arbitrary<SheetArchive> = plain({
  board: fc.constant('board 1'),
  at: time,
  by: plain({ user: person, name: words }),
  details: plain({
    id: fc.constant(sheetId('s1')),
    template: fc.constant('staff-role'),
    lens: fc.constantFrom('pillars', 'responsibilities'),
    title: words,
    team: words,
    level: words,
    engineer: words,
    reviewers: fc.array(words, { maxLength: 3 }),
    createdAt: time,
  }),
  engineer: fc.option(person),
  notes: fc.uniqueArray(anyNote, { selector: ({ id }) => id }),
  desks: fc.uniqueArray(anyDesk(), { selector: ({ owner }) => owner, maxLength: 3 }),
  brought: fc.uniqueArray(
    plain({
      ...{ desk: anyDesk(), by: person, at: time, board: fc.constant('board 0') },
      words: fc.option(fc.constant([{ root: 'marks', key: 'role', value: '{"level":"staff"}' }])),
    }).map(({ words: beside, ...one }) => (beside ? { ...one, beside } : one)),
    { selector: ({ desk }) => desk.owner, maxLength: 2 },
  ),
  unknown: fc.nat(),
});

const anyBeside = fc.uniqueArray(
  plain({ root: fc.constantFrom('marks', 'of a later version'), key: noteId, value: words }),
  { selector: ({ root, key }) => `${root} ${key}`, minLength: 1, maxLength: 3 },
);
const anyBesides = fc.uniqueArray(plain({ owner: person, words: anyBeside }), {
  selector: ({ owner }) => owner,
  minLength: 1,
  maxLength: 2,
});

const anyLayout = plain({
  ...{ width: fc.nat(), height: fc.nat() },
  headers: fc.uniqueArray(plain({ key: fc.constantFrom('title', 'lane:execution/x'), box: anyBox }), {
    selector: ({ key }) => key,
  }),
});

/** The layout, rounds, records and what stands beside are there only where there are any. */
export const anyArchive: fc.Arbitrary<SheetArchive> = fc
  .tuple(
    ...([anyBare, fc.option(anyLayout), fc.option(anyRounds), fc.option(anyRecords)] as const),
    ...([fc.option(anyBesides), fc.option(anyBeside)] as const),
  )
  .map(([bare, layout, rounds, records, beside, shared]) => ({
    ...bare,
    ...(layout ? { layout } : {}),
    ...(rounds ? { rounds } : {}),
    ...(records ? { records } : {}),
    ...(beside ? { beside } : {}),
    ...(shared ? { shared } : {}),
  }));
