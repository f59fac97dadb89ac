/** One problem from three altitudes: whose words and marks count, and when they are apart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { altitudeIn } from '../../../src/annotations/altitude/altitude.ts';
import { markAltitude, readAltitude, writeAltitude } from '../../../src/annotations/altitude/altitudeDesk.ts';
import { claimRole, confirmRole, withdrawRole } from '../../../src/annotations/deskDocument.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { type AltitudeId, altitudeIds } from '../../../src/workshop/altitude/altitudes.ts';
import { type UserId, userId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, max, mona, noon, one, pia } from '../builders.ts';

const seed = 20261123;

/** Erin is the engineer; she has confirmed Mona and Max as managers and Pia as peer. */
function people() {
  const docs = { erin: new Y.Doc(), mona: new Y.Doc(), max: new Y.Doc(), pia: new Y.Doc() };
  for (const [user, role] of [
    [mona, 'manager'],
    [max, 'manager'],
    [pia, 'peer'],
  ] as const)
    confirmRole(docs.erin, user, role);
  claimRole(docs.mona, 'manager');
  claimRole(docs.max, 'manager');
  claimRole(docs.pia, 'peer');
  return docs;
}
type Docs = Readonly<Record<string, Y.Doc>>;
const read = (docs: Docs) =>
  Object.entries(docs).map(([name, doc]) => ({
    desk: readDesk(doc, userId(name)),
    altitude: readAltitude(doc),
  }));
const look = (docs: Docs, engineer: UserId | null = erin) => altitudeIn(read(docs), engineer);
const mark = (doc: Y.Doc, what: 'today' | 'expected', level: AltitudeId | null) =>
  markAltitude(doc, what, level && { level, at: noon });

test('what was written is read on any device, field by field, also when two write at once', () => {
  const doc = new Y.Doc();
  writeAltitude(doc, 'problem', 'Releases slip');
  const [laptop, phone] = [copyOf(doc), copyOf(doc)];
  writeAltitude(laptop, 'staff', 'Why does one service decide?');
  writeAltitude(phone, 'lead', 'Which modules part first?');
  Y.applyUpdate(laptop, Y.encodeStateAsUpdate(phone));
  expect(readAltitude(laptop)).toEqual({
    texts: {
      problem: 'Releases slip',
      staff: 'Why does one service decide?',
      lead: 'Which modules part first?',
      senior: '',
    },
    marks: { today: null, expected: null },
    unknown: 0,
  });
  expect(readDesk(laptop, erin).unknown).toBe(0);
});

describe('whose words and marks count', () => {
  test('the engineer’s problem, questions and mark; nobody else’s', () => {
    const docs = people();
    writeAltitude(docs.erin, 'problem', 'Releases slip');
    writeAltitude(docs.mona, 'problem', 'Something of Mona’s');
    mark(docs.mona, 'today', 'staff');
    expect(look(docs)).toMatchObject({ problem: 'Releases slip', today: null, apart: 0 });
    expect(look(docs, null)).toMatchObject({ problem: '', today: null, expected: [] });
  });

  test('what managers expect, and not what a peer or the engineer themselves would', () => {
    const docs = people();
    for (const doc of Object.values(docs)) mark(doc, 'expected', 'staff');
    expect(look(docs).expected.map(({ person }) => person.user)).toEqual(['max', 'mona']);
  });

  test('the mark of somebody who is not confirmed is told, and counts for nothing', () => {
    const docs = people();
    withdrawRole(docs.erin, max);
    mark(docs.erin, 'today', 'lead');
    mark(docs.mona, 'expected', 'lead');
    mark(docs.max, 'expected', 'staff');
    const seen = look(docs);
    expect([
      seen.expected.map(({ person, level }) => [person.user, person.counts, level]),
      seen.apart,
    ]).toEqual([
      [
        ['max', false, 'staff'],
        ['mona', true, 'lead'],
      ],
      0,
    ]);
  });

  test('a mark taken back is none', () => {
    const docs = people();
    mark(docs.mona, 'expected', 'staff');
    mark(docs.mona, 'expected', null);
    expect([look(docs).expected, readAltitude(docs.mona).unknown]).toEqual([[], 0]);
  });
});

describe('how far they are apart', () => {
  test.each([
    ['staff', 'staff', null, 0],
    ['lead', 'staff', null, 1],
    ['senior', 'staff', null, 2],
    ['senior', 'senior', 'staff', 2],
    [null, 'staff', 'senior', 2],
    [null, 'staff', null, 0],
    ['senior', null, null, 0],
  ] as const)('today %s, expected %s and %s: %i', (today, first, second, apart) => {
    const docs = people();
    mark(docs.erin, 'today', today);
    mark(docs.mona, 'expected', first);
    mark(docs.max, 'expected', second);
    expect(look(docs).apart).toBe(apart);
  });
});

test('it is the same whatever the order in which desks arrive', () => {
  const level = fc.option(fc.constantFrom(...altitudeIds));
  fc.assert(
    fc.property(
      fc.tuple(level, level, level, level),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (levels, order) => {
        const docs = people();
        for (const [index, doc] of Object.values(docs).entries()) {
          mark(doc, 'today', levels[index] ?? null);
          mark(doc, 'expected', levels[index] ?? null);
          writeAltitude(doc, 'staff', `question ${index}`);
        }
        const all = read(docs);
        const shuffled = order.flatMap((index) => all[index] ?? []);
        expect(altitudeIn(shuffled, erin)).toEqual(altitudeIn(all, erin));
      },
    ),
    { seed },
  );
});

test('whatever one person writes on their desk, nobody else’s words or marks change', () => {
  const key = fc.constantFrom('problem', 'staff', 'today', 'expected', 'erin', 'expected:mona');
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), (forged) => {
      const docs = people();
      writeAltitude(docs.erin, 'problem', 'Releases slip');
      mark(docs.erin, 'today', 'lead');
      mark(docs.mona, 'expected', 'lead');
      const before = look(docs);
      for (const [name, value] of Object.entries(forged)) docs.pia.getMap('altitude').set(name, value);
      expect(look(docs)).toEqual(before);
    }),
    { seed },
  );
});

test('what can’t be read is counted and kept', () => {
  const doc = new Y.Doc();
  const root = doc.getMap('altitude');
  for (const [name, value] of Object.entries({
    problem: 7,
    staff: 'a question',
    today: { level: 'principal' },
    more: 1,
  }))
    root.set(name, value);
  expect(readAltitude(doc)).toMatchObject({
    texts: { problem: '', staff: 'a question' },
    marks: { today: null },
    unknown: 3,
  });
  expect(root.size).toBe(4);
});

test('saying the same again writes nothing; long words are cut; a newer document is left alone', () => {
  const doc = new Y.Doc();
  writeAltitude(doc, 'lead', 'x'.repeat(600));
  mark(doc, 'expected', 'lead');
  expect(readAltitude(doc).texts.lead).toHaveLength(500);
  const before = Y.encodeStateAsUpdate(doc);
  writeAltitude(doc, 'lead', 'x'.repeat(600));
  writeAltitude(doc, 'senior', '');
  markAltitude(doc, 'expected', { level: 'lead', at: one });
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  const newer = new Y.Doc();
  newer.getMap('about').set('schema', 99);
  expect([writeAltitude(newer, 'lead', 'a'), mark(newer, 'today', 'lead')]).toEqual([false, false]);
});
