/** Why this role now, on desks and in the sheet: whose answer it is, who sees it when, and what counts as seeing it differently. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { claimRole, confirmRole, withdrawRole } from '../../../src/annotations/deskDocument.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import {
  type Choice,
  giveAnswer,
  isShown,
  keepDraft,
  readAnswered,
  readDraft,
  showAnswers,
  takeAnswerBack,
} from '../../../src/annotations/whyNow/answer.ts';
import { type AnsweredDesk, sharedAnswer, sidesOf } from '../../../src/annotations/whyNow/sides.ts';
import { type UserId, userId } from '../../../src/workshop/ids.ts';
import { horizonIds, situationIds } from '../../../src/workshop/whyNow/situations.ts';
import { copyOf, erin, fay, max, mona, noon, one, pia, two } from '../builders.ts';

const seed = 20261123;
const choice = (more: Partial<Choice> = {}): Choice => ({
  situation: 'caged',
  words: '',
  horizon: 'years',
  horizonWords: '',
  sign: 'One model is trained without its own decisions',
  ...more,
});
const give = (doc: Y.Doc, more: Partial<Choice> = {}, at = noon, wasShown = false) =>
  giveAnswer(doc, { ...choice(more), at, wasShown });

const read = (doc: Y.Doc, owner: UserId): AnsweredDesk => ({
  desk: readDesk(doc, owner),
  ...readAnswered(doc),
});

/** Erin is the engineer; she has confirmed Mona as manager and Pia as peer. */
function people() {
  const docs = { erin: new Y.Doc(), mona: new Y.Doc(), pia: new Y.Doc() };
  confirmRole(docs.erin, mona, 'manager');
  confirmRole(docs.erin, pia, 'peer');
  claimRole(docs.mona, 'manager');
  claimRole(docs.pia, 'peer');
  return docs;
}
type People = Partial<ReturnType<typeof people>>;
const desks = (docs: People) => Object.entries(docs).map(([name, doc]) => read(doc, userId(name)));
const look = (docs: People, viewer: UserId | null, shown = false) =>
  sidesOf({ desks: desks(docs), engineer: erin, shown, viewer });
const answers = (docs: People, viewer: UserId | null, shown = false) =>
  look(docs, viewer, shown).sides.map(({ person, done, answer }) => [
    person.user,
    done,
    answer?.situation ?? null,
  ]);

describe('an answer', () => {
  test('is read as it was given, on any device of its owner', () => {
    const doc = new Y.Doc();
    const more = {
      situation: 'other',
      words: 'A merger',
      horizon: 'other',
      horizonWords: 'until June',
    } as const;
    expect(give(doc, more)).toBe(true);
    expect(readAnswered(copyOf(doc))).toEqual({
      answer: { ...choice(more), at: noon, changedAt: null },
      done: true,
      unknown: 0,
    });
    expect(readDesk(doc, erin).unknown).toBe(0);
  });

  test.each([
    { situation: null },
    { horizon: null },
    { situation: 'other', words: ' ' },
    { horizon: 'other', horizonWords: '' },
  ] as const)('that is not whole is not given: %o', (more) => {
    const doc = new Y.Doc();
    expect(give(doc, more)).toBe(false);
    expect(readAnswered(doc)).toEqual({ answer: null, done: false, unknown: 0 });
  });

  test('taken back leaves the desk; given again it is there', () => {
    const doc = new Y.Doc();
    give(doc);
    takeAnswerBack(doc);
    expect(readAnswered(doc)).toEqual({ answer: null, done: false, unknown: 0 });
    give(doc, { situation: 'vital' }, one);
    expect(readAnswered(doc).answer).toMatchObject({ situation: 'vital', at: one });
  });

  test('changed after it was shown tells so', () => {
    const doc = new Y.Doc();
    give(doc);
    give(doc, { situation: 'vital' }, two, true);
    expect(readAnswered(doc).answer).toMatchObject({ situation: 'vital', at: two, changedAt: two });
  });

  test('of two devices at once is one of the two, the same everywhere', () => {
    const [laptop, phone] = [new Y.Doc(), new Y.Doc()];
    give(laptop, { situation: 'caged', horizon: 'months' });
    give(phone, { situation: 'vital', horizon: 'years' });
    const [a, b] = [copyOf(laptop), copyOf(phone)];
    Y.applyUpdate(a, Y.encodeStateAsUpdate(phone));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(laptop));
    expect(readAnswered(a)).toEqual(readAnswered(b));
    const { answer } = readAnswered(a);
    expect([
      ['caged', 'months'],
      ['vital', 'years'],
    ]).toContainEqual([answer?.situation, answer?.horizon]);
  });

  test('that can’t be read is counted and kept, and its owner is done all the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (answer, done) => {
        const doc = new Y.Doc();
        doc.getMap('whyNow').set('answer', answer);
        doc.getMap('whyNow').set('done', done);
        doc.getMap('whyNow').set('another', answer);
        const found = readAnswered(doc);
        expect(found.answer === null ? found.unknown : 1).toBeGreaterThanOrEqual(1);
        expect(found.done).toBe(typeof done === 'string');
        expect(doc.getMap('whyNow').get('answer')).toEqual(answer);
      }),
      { seed },
    );
    const doc = new Y.Doc();
    give(doc);
    doc.getMap('whyNow').set('answer', { ...choice(), at: noon, situation: 'from-a-newer-version' });
    expect(readAnswered(doc)).toEqual({ answer: null, done: true, unknown: 1 });
  });

  test('is cut to what a line may hold, and mended where it holds half a character', () => {
    const doc = new Y.Doc();
    give(doc, { situation: 'other', words: `${'x'.repeat(600)}`, sign: 'half \ud83d' });
    expect(readAnswered(doc).answer?.words).toHaveLength(500);
    expect(readAnswered(doc).answer?.sign).toBe('half \ufffd');
  });

  test('is not written into a newer document', () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('schema', 99);
    expect([give(doc), takeAnswerBack(doc), showAnswers(doc)]).toEqual([false, false, false]);
    expect(doc.getMap('whyNow').size).toBe(0);
  });
});

describe('a draft', () => {
  test('may be begun and is kept as far as it goes', () => {
    const doc = new Y.Doc();
    keepDraft(doc, { ...choice({ situation: null, sign: 'so far' }), at: noon });
    expect(readDraft(doc)).toEqual({ ...choice({ situation: null, sign: 'so far' }), at: noon });
    keepDraft(doc, null);
    expect(readDraft(doc)).toBeNull();
  });
});

describe('who sees what', () => {
  test('before all are shown, each sees their own, and of others that they have answered', () => {
    const docs = people();
    give(docs.erin, { situation: 'caged' });
    give(docs.pia, { situation: 'vital' });
    expect(answers(docs, erin)).toEqual([
      ['erin', true, 'caged'],
      ['mona', false, null],
      ['pia', true, null],
    ]);
    expect(answers(docs, mona).map(([, , seen]) => seen)).toEqual([null, null, null]);
    expect(answers(docs, null).map(([, , seen]) => seen)).toEqual([null, null, null]);
  });

  test('nobody sees another’s answer before the mark, whatever lies on whose desk', () => {
    const anyone = fc.constantFrom('erin', 'mona', 'pia', 'max');
    const role = fc.constantFrom('manager', 'peer', 'facilitator', 'engineer', null);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ who: anyone, role, gives: fc.boolean(), situation: fc.constantFrom(...situationIds) }),
          {
            maxLength: 8,
          },
        ),
        anyone,
        (deeds, viewer) => {
          const docs: Record<string, Y.Doc> = { ...people(), max: new Y.Doc() };
          for (const { who, role: claimed, gives, situation } of deeds) {
            const doc = docs[who];
            if (!doc) continue;
            claimRole(doc, claimed);
            if (gives) give(doc, { situation, words: 'w' });
          }
          const seen = sidesOf({
            desks: Object.entries(docs).map(([name, doc]) => read(doc, userId(name))),
            engineer: erin,
            shown: false,
            viewer: userId(viewer),
          });
          for (const { person, answer } of seen.sides) if (person.user !== viewer) expect(answer).toBeNull();
        },
      ),
      { seed },
    );
  });

  test('it is over when the engineer and every confirmed manager are done; peers and people who left are not waited for', () => {
    const docs = people();
    confirmRole(docs.erin, max, 'manager');
    const over = (left: readonly UserId[] = []) =>
      sidesOf({ desks: desks(docs), engineer: erin, shown: false, viewer: null, left: new Set(left) }).over;
    give(docs.erin);
    give(docs.mona);
    // Max is confirmed, and his desk has not arrived.
    expect([over(), over([max])]).toEqual([false, true]);
    takeAnswerBack(docs.mona);
    expect(over([max])).toBe(false);
  });

  test('an engineer alone waits for a manager, and sees their own answer meanwhile', () => {
    const alone = { erin: new Y.Doc() };
    give(alone.erin, { situation: 'new-field' });
    const seen = look(alone, erin);
    expect([seen.over, seen.hasManager, sharedAnswer(seen)?.situation]).toEqual([false, false, 'new-field']);
    expect(sharedAnswer(look(alone, null))).toBeNull();
  });

  test('a claim that nobody confirmed neither ends it nor decides anything', () => {
    const docs = people();
    withdrawRole(docs.erin, mona);
    give(docs.erin, { situation: 'caged' });
    give(docs.mona, { situation: 'vital' });
    expect(look(docs, null).over).toBe(false);
    expect(look(docs, null, true).mismatch).toBeNull();
  });

  test('a manager who comes after the end hides nothing again', () => {
    const docs = { ...people(), max: new Y.Doc() };
    give(docs.erin);
    give(docs.mona);
    claimRole(docs.max, 'manager');
    confirmRole(docs.erin, max, 'manager');
    expect(answers(docs, max, true)).toEqual([
      ['erin', true, 'caged'],
      ['max', false, null],
      ['mona', true, 'caged'],
      ['pia', false, null],
    ]);
  });

  test('who answered, and what of it is seen, is the same whatever the order in which desks arrive', () => {
    const answer = fc.option(
      fc.record({
        situation: fc.constantFrom(...situationIds),
        words: fc.string({ minLength: 1, maxLength: 4 }),
        horizon: fc.constantFrom(...horizonIds),
        horizonWords: fc.string({ minLength: 1, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(
        fc.tuple(answer, answer, answer),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.boolean(),
        fc.constantFrom(null, erin, mona, pia),
        (given, order, shown, viewer) => {
          const docs = Object.values(people());
          const owners = [erin, mona, pia];
          for (const [index, doc] of docs.entries()) if (given[index]) give(doc, given[index]);
          const all = docs.map((doc, index) => read(doc, owners[index] ?? erin));
          const at = { engineer: erin, shown, viewer };
          const shuffled = order.flatMap((index) => all[index] ?? []);
          expect(sidesOf({ ...at, desks: shuffled })).toEqual(sidesOf({ ...at, desks: all }));
        },
      ),
      { seed },
    );
  });

  test('nobody can answer for somebody else, nor change what another one said', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('answer', 'done', 'erin', 'mona', 'owner', 'by', 'answer:erin'),
          fc.jsonValue(),
        ),
        (forged) => {
          const docs = { ...people(), fay: new Y.Doc() };
          give(docs.erin, { situation: 'caged' });
          give(docs.mona, { situation: 'caged' });
          const before = answers(docs, erin, true).filter(([user]) => user !== fay);
          for (const [key, value] of Object.entries(forged)) docs.fay.getMap('whyNow').set(key, value);
          docs.fay
            .getMap('whyNow')
            .set('answer', { ...choice({ situation: 'vital' }), at: two, owner: 'erin', user: 'mona' });
          claimRole(docs.fay, 'manager');
          expect(answers(docs, erin, true).filter(([user]) => user !== fay)).toEqual(before);
          expect(look(docs, erin, true).mismatch).toBeNull();
        },
      ),
      { seed },
    );
  });
});

describe('seeing it differently', () => {
  const both = (a: Partial<Choice>, b: Partial<Choice>) => {
    const docs = people();
    give(docs.erin, a);
    give(docs.mona, b);
    return look(docs, null, true).mismatch;
  };
  test.each([
    ['the same', {}, {}, null],
    ['another situation', {}, { situation: 'vital' }, { situation: true, horizon: false }],
    ['another horizon', {}, { horizon: 'months' }, { situation: false, horizon: true }],
    ['both', {}, { situation: 'vital', horizon: 'months' }, { situation: true, horizon: true }],
    ['another first sign only', { sign: 'this' }, { sign: 'that' }, null],
    [
      'the same words, written otherwise',
      { situation: 'other', words: 'A merger!' },
      { situation: 'other', words: 'a  merger' },
      null,
    ],
    [
      'other words of their own',
      { situation: 'other', words: 'A merger' },
      { situation: 'other', words: 'A new law' },
      { situation: true, horizon: false },
    ],
    ['words beside a situation that needs none', { words: 'left over' }, {}, null],
  ] as const)('%s', (_, a, b, expected) => expect(both(a, b)).toEqual(expected));

  test('a peer who sees it differently decides nothing', () => {
    const docs = people();
    give(docs.erin);
    give(docs.mona);
    give(docs.pia, { situation: 'vital' });
    const seen = look(docs, pia, true);
    expect([seen.mismatch, sharedAnswer(seen)?.situation]).toEqual([null, 'caged']);
  });
});

test('the mark in the sheet is known to its readers, and stays', () => {
  const sheet = new Y.Doc();
  expect(isShown(sheet)).toBe(false);
  showAnswers(sheet);
  const copy = copyOf(sheet);
  showAnswers(copy);
  expect([isShown(copy), readSheet(copy).unknown]).toEqual([true, 0]);
});
