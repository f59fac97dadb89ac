import { describe, expect, test } from 'vitest';
import { distanceBetween, meter, openNotes } from '../../src/annotations/agreement.ts';
import { type Stance, type StanceValue, stanceValues } from '../../src/annotations/desk.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { engineer, manager, noon, talkOf } from './builders.ts';

const noteOf = (id: string) => ({ id: itemId(id), text: `text of ${id}` });
const stances = (all: Record<string, StanceValue | 'old'>): ReadonlyMap<Stance['note'], Stance> =>
  new Map(
    Object.entries(all).map(([id, value]) => [
      itemId(id),
      {
        note: itemId(id),
        value: value === 'old' ? 'agree' : value,
        reason: '',
        text: value === 'old' ? 'as it was' : `text of ${id}`,
        at: noon,
      },
    ]),
  );

describe('the meter', () => {
  test('counts agreed notes and states per group and in all', () => {
    const talk = talkOf(
      engineer({ stances: stances({ a: 'agree', b: 'agree', c: 'agree', d: 'agree' }) }),
      manager({ stances: stances({ a: 'agree', b: 'disagree', c: 'old' }) }),
    );
    const groups = [
      { key: 'first', notes: ['a', 'b'].map(noteOf) },
      { key: 'second', notes: ['c', 'd'].map(noteOf) },
      { key: 'empty', notes: [] },
    ];
    const none = { open: 0, 'change-proposed': 0, disputed: 0, agreed: 0, changed: 0 };
    expect(meter(groups, talk)).toEqual({
      groups: [
        { key: 'first', agreed: 1, total: 2, states: { ...none, agreed: 1, disputed: 1 } },
        { key: 'second', agreed: 0, total: 2, states: { ...none, changed: 1, open: 1 } },
        { key: 'empty', agreed: 0, total: 0, states: none },
      ],
      all: { agreed: 1, total: 4, states: { ...none, agreed: 1, disputed: 1, changed: 1, open: 1 } },
    });
  });

  test('counts a note that stands in two groups once in all', () => {
    const groups = ['first', 'second'].map((key) => ({ key, notes: [noteOf('a')] }));
    expect(meter(groups, talkOf(engineer(), manager())).all.total).toBe(1);
  });
});

describe('open notes', () => {
  test('come widest mismatch first, then by urgency, then in the order of the sheet', () => {
    const talk = talkOf(
      engineer({
        stances: stances({
          a: 'agree',
          b: 'agree',
          c: 'agree',
          d: 'agree-if',
          e: 'disagree',
          g: 'agree',
          h: 'agree',
        }),
      }),
      manager({
        stances: stances({
          a: 'not-sure',
          b: 'agree-if',
          c: 'disagree',
          d: 'disagree',
          e: 'disagree',
          g: 'agree',
          h: 'old',
        }),
      }),
    );
    const found = openNotes(['k', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(noteOf), talk);
    expect(found.map(({ note, state, mismatch }) => [note.id, state, mismatch])).toEqual([
      ['c', 'disputed', 6],
      ['d', 'disputed', 5],
      ['b', 'change-proposed', 4],
      ['a', 'open', 2],
      ['h', 'changed', 1],
      ['e', 'disputed', 0],
      ['k', 'open', 0],
      ['f', 'open', 0],
    ]);
  });

  test('the distance between two stances is the same both ways and nothing between equals', () => {
    const all = [...stanceValues, null];
    for (const a of all)
      for (const b of all) {
        expect(distanceBetween(a, b)).toBe(distanceBetween(b, a));
        expect(distanceBetween(a, b) === 0).toBe(a === b);
      }
  });
});
