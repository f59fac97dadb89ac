/** Notes of a copied or restored board, known again by their words and places. Rules R1 to R7. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idsOf, type PresentNote, type RememberedNote, rematch } from '../../src/annotations/rematch.ts';
import { itemId, laneId } from '../../src/workshop/ids.ts';

const laneA = laneId('execution', 'exploration');
const laneB = laneId('side', 'needs');

/** Places follow from the order in which notes are made here, unless a place is given. */
let made = 0;
const note = (id: string, text: string, said: Partial<RememberedNote> = {}): RememberedNote => ({
  id: itemId(id),
  text,
  lanes: [laneA],
  gone: false,
  box: { x: 100, y: 100 + made++, width: 200, height: 200 },
  ...said,
});
const at = (x: number, y: number) => ({ box: { x, y, width: 200, height: 200 } });
const pairsOf = (archived: readonly RememberedNote[], here: readonly PresentNote[]) =>
  rematch(archived, here).pairs.map(({ from, to, how }) => `${from} → ${to}: ${how}`);

describe('a note is known again', () => {
  test('by its id, whatever it says by now and wherever it lies', () => {
    expect(
      pairsOf([note('1', 'before'), note('2', '')], [note('1', 'after', { lanes: [laneB] }), note('2', '')]),
    ).toEqual(['1 → 1: same id', '2 → 2: same id']);
  });

  test('by its text and lane, before a note with the same text elsewhere', () => {
    const archived = [note('1', 'cut the job'), note('2', 'cut the job', { lanes: [laneB] })];
    const here = [note('8', 'cut the  job\n', { lanes: [laneB] }), note('9', 'cut the job')];
    expect(pairsOf(archived, here)).toEqual(['1 → 9: same text and lane', '2 → 8: same text and lane']);
  });

  test('by its text alone when it was moved to another lane, or lies in none', () => {
    const archived = [note('1', 'cut the job'), note('2', 'mentor two people', { lanes: [] })];
    const here = [
      note('8', 'cut the job', { lanes: [laneB] }),
      note('9', 'mentor two people', { lanes: [] }),
    ];
    expect(pairsOf(archived, here)).toEqual(['1 → 8: same text', '2 → 9: same text']);
  });

  test('by a similar text in its lane, and not by one in another', () => {
    const archived = [note('1', 'Cut the nightly job to two hours')];
    const edited = 'Cut the nightly job to one hour';
    expect(pairsOf(archived, [note('8', edited)])).toEqual(['1 → 8: similar text in the lane']);
    expect(pairsOf(archived, [note('8', edited, { lanes: [laneB] })])).toEqual([]);
    expect(pairsOf(archived, [note('8', 'Hire a second tester')])).toEqual([]);
  });

  test('not by a similar text when two are as similar', () => {
    const archived = [note('1', 'Cut the nightly job to two hours')];
    const here = [
      note('8', 'Cut the nightly job to two hours!'),
      note('9', 'Cut the nightly job to two hours?'),
    ];
    expect(rematch(archived, here)).toEqual({ pairs: [], unclear: [], left: ['1'], fresh: ['8', '9'] });
  });

  test('never by an empty text', () => {
    const archived = [note('1', ''), note('2', ' \n')];
    expect(rematch(archived, [note('8', ''), note('9', ' ')])).toEqual({
      pairs: [],
      unclear: [],
      left: ['1', '2'],
      fresh: ['8', '9'],
    });
  });

  test('when it had left the board, only after those that had not', () => {
    const archived = [note('1', 'cut the job', { gone: true, lanes: [] }), note('2', 'cut the job')];
    expect(pairsOf(archived, [note('8', 'cut the job')])).toEqual(['2 → 8: same text and lane']);
    expect(pairsOf(archived.slice(0, 1), [note('8', 'cut the job')])).toEqual(['1 → 8: same text']);
  });
});

describe('notes with the same words', () => {
  test('are paired in the order of their places when as many are here', () => {
    const archived = [
      note('low', 'same', at(0, 900)),
      note('right', 'same', at(500, 0)),
      note('left', 'same', at(0, 0)),
    ];
    const here = [note('7', 'same', at(0, 0)), note('8', 'same', at(500, 0)), note('9', 'same', at(0, 900))];
    expect(pairsOf(archived, here)).toEqual([
      'left → 7: same text and lane',
      'right → 8: same text and lane',
      'low → 9: same text and lane',
    ]);
  });

  test('are left to the person when there are more or fewer', () => {
    const archived = [note('1', 'same'), note('2', 'same'), note('3', 'other')];
    const here = [note('8', 'same'), note('9', 'other')];
    expect(rematch(archived, here)).toEqual({
      pairs: [{ from: '3', to: '9', how: 'same text and lane' }],
      unclear: [{ from: ['1', '2'], to: ['8'] }],
      left: ['1', '2'],
      fresh: ['8'],
    });
  });
});

const anyNotes = (prefix: string) =>
  fc
    .array(
      fc.record({
        text: fc.oneof(
          fc.constantFrom('', ' ', 'same', 'same ', 'Cut the job', 'Cut the jobs', 'mentor two people'),
          fc.string({ maxLength: 12 }),
        ),
        lanes: fc.constantFrom([], [laneA], [laneB], [laneA, laneB]),
        gone: fc.boolean(),
        x: fc.nat(3),
        y: fc.nat(3),
      }),
      { maxLength: 12 },
    )
    .map((notes) =>
      notes.map(
        ({ text, lanes, gone, x, y }, index): RememberedNote => ({
          id: itemId(`${prefix}${index}`),
          text,
          lanes,
          gone,
          ...at(x, y),
        }),
      ),
    );
const runs = { seed: 20261123, numRuns: 300 };

describe('whatever the notes are', () => {
  test('no note is in two pairs, and none is forgotten', () => {
    fc.assert(
      fc.property(anyNotes('a'), anyNotes('b'), (archived, here) => {
        const { pairs, left, fresh } = rematch(archived, here);
        const [from, to] = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)];
        expect([...from, ...left].sort()).toEqual(archived.map(({ id }) => id).sort());
        expect([...to, ...fresh].sort()).toEqual(here.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  test('the order in which they come changes nothing', () => {
    fc.assert(
      fc.property(anyNotes('a'), anyNotes('b'), (archived, here) => {
        expect(rematch(archived.toReversed(), here.toReversed())).toEqual(rematch(archived, here));
      }),
      runs,
    );
  });

  test('a copy that only has other ids is matched whole, note by note, but for those without words', () => {
    fc.assert(
      fc.property(anyNotes('a'), (notes) => {
        const archived = notes.map((one, index) => ({ ...one, gone: false, ...at(index % 3, index) }));
        const here = archived.map((one) => ({ ...one, id: itemId(`copy of ${one.id}`) }));
        const worded = archived.filter(({ text }) => text.trim() !== '');
        expect(Object.fromEntries(idsOf(rematch(archived, here).pairs))).toEqual(
          Object.fromEntries(worded.map(({ id }) => [id, `copy of ${id}`])),
        );
      }),
      runs,
    );
  });
});
