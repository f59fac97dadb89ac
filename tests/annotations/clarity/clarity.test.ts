/** Each note's why: whose it is, and that nobody's hides another's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { whysOf } from '../../../src/annotations/clarity/clarity.ts';
import { answerClarity, readClarity } from '../../../src/annotations/clarity/clarityDesk.ts';
import { claimRole, confirmRole } from '../../../src/annotations/deskDocument.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { type ClarityId, clarityIds } from '../../../src/workshop/clarity/questions.ts';
import { itemId, userId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, mona, noon, one, pia } from '../builders.ts';

const seed = 20261123;
const n1 = itemId('n1');
const answer = (doc: Y.Doc, question: ClarityId, text: string, note = n1, at = noon) =>
  answerClarity(doc, { note, question, text, at });

function people() {
  const docs = { erin: new Y.Doc(), mona: new Y.Doc(), pia: new Y.Doc() };
  confirmRole(docs.erin, mona, 'manager');
  claimRole(docs.mona, 'manager');
  claimRole(docs.pia, 'peer');
  return docs;
}
type Docs = Readonly<Record<string, Y.Doc>>;
const read = (docs: Docs) =>
  Object.entries(docs).map(([name, doc]) => ({
    desk: readDesk(doc, userId(name)),
    clarity: readClarity(doc),
  }));
const plain = (docs: Docs) =>
  [...whysOf(read(docs), erin)].map(([note, whys]) => [
    note,
    whys.map(({ person, isEngineers, answers }) => [person.user, isEngineers, [...answers]]),
  ]);

test('the engineer’s answers are the note’s why and come first; others’ stand beside it', () => {
  const docs = people();
  answer(docs.pia, 'parts', 'Reading and writing');
  answer(docs.mona, 'importance', 'Finance asks each month');
  answer(docs.erin, 'requirements', 'Nobody waits longer than a day');
  answer(docs.erin, 'importance', 'It blocks every launch');
  expect(plain(docs)).toEqual([
    [
      'n1',
      [
        [
          'erin',
          true,
          [
            ['importance', 'It blocks every launch'],
            ['requirements', 'Nobody waits longer than a day'],
          ],
        ],
        ['mona', false, [['importance', 'Finance asks each month']]],
        ['pia', false, [['parts', 'Reading and writing']]],
      ],
    ],
  ]);
  expect(readDesk(docs.erin, erin).unknown).toBe(0);
});

test('an answer without words is none, and one said again is not written again', () => {
  const doc = new Y.Doc();
  answer(doc, 'depth', 'A spike of a week');
  const before = Y.encodeStateAsUpdate(doc);
  answer(doc, 'depth', 'A spike of a week', n1, one);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  answer(doc, 'depth', '  ');
  expect(readClarity(doc)).toEqual({ answers: [], unknown: 0 });
});

test('answers of two devices to different questions are all there', () => {
  const [laptop, phone] = [new Y.Doc(), new Y.Doc()];
  answer(laptop, 'depth', 'A week');
  answer(phone, 'cause', 'Nobody owns the schema');
  Y.applyUpdate(laptop, Y.encodeStateAsUpdate(phone));
  expect(readClarity(copyOf(laptop)).answers.map(({ question, text }) => [question, text])).toEqual([
    ['cause', 'Nobody owns the schema'],
    ['depth', 'A week'],
  ]);
});

test('a note is found again whatever signs its id holds', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom(...clarityIds),
      (id, question) => {
        const doc = new Y.Doc();
        answer(doc, question, 'words', itemId(id));
        expect(readClarity(copyOf(doc)).answers).toEqual([{ note: id, question, text: 'words', at: noon }]);
      },
    ),
    { seed },
  );
});

const said = fc.record(
  { text: fc.string().filter((text) => text.trim() !== ''), at: fc.constant(noon) },
  { noNullPrototype: true },
);

test('whatever one person writes on their desk, nobody else’s answers change, in whatever order desks arrive', () => {
  const key = fc.constantFrom('n1:importance', 'n1:depth', 'erin:n1:importance', ':', 'n1');
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.oneof(fc.jsonValue(), said), { noNullPrototype: true }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (forged, order) => {
        const docs = people();
        answer(docs.erin, 'importance', 'It blocks every launch');
        answer(docs.mona, 'importance', 'Finance asks each month');
        const others = () =>
          (whysOf(read(docs), erin).get(n1) ?? []).filter(({ person }) => person.user !== pia);
        const before = others();
        for (const [name, value] of Object.entries(forged)) docs.pia.getMap('clarity').set(name, value);
        expect(others()).toEqual(before);
        const all = read(docs);
        const shuffled = order.flatMap((index) => all[index] ?? []);
        expect([...whysOf(shuffled, erin)]).toEqual([...whysOf(all, erin)]);
        const { answers, unknown } = readClarity(docs.pia);
        expect(answers.length + unknown).toBe(Object.keys(forged).length);
      },
    ),
    { seed },
  );
});

test('a newer document is left alone', () => {
  const newer = new Y.Doc();
  newer.getMap('about').set('schema', 99);
  expect([answer(newer, 'depth', 'a'), newer.getMap('clarity').size]).toEqual([false, 0]);
});
