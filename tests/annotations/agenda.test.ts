import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaOf, longestTalk } from '../../src/annotations/agenda.ts';
import { type OpenNote, openNotes } from '../../src/annotations/agreement.ts';
import { gatherTalk } from '../../src/annotations/talk.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { anyDesk } from './archives.ts';
import { erin } from './builders.ts';

const open = (...mismatches: number[]): readonly OpenNote[] =>
  mismatches.map((mismatch, index) => ({
    note: { id: itemId(`n${index}`), text: `note ${index}` },
    state: 'open',
    mismatch,
  }));
const minutes = (...of: Parameters<typeof agendaOf>) => agendaOf(...of).items.map((item) => item.minutes);

describe('the agenda', () => {
  test('G2, G3: gives the widest mismatch the most time, and everybody a little', () => {
    expect(minutes(open(6, 4, 1, 0), 30)).toEqual([12, 9, 5, 4]);
  });

  test('G2: leaves for later what finds no place', () => {
    const agenda = agendaOf(open(6, 5, 1), 5);
    expect(agenda.items.map(({ minutes: each, mismatch }) => [mismatch, each])).toEqual([
      [6, 3],
      [5, 2],
    ]);
    expect(agenda.later.map(({ mismatch }) => mismatch)).toEqual([1]);
    expect(minutes(open(6, 5), 1)).toEqual([1]);
    expect(minutes(open(6, 5), 0)).toEqual([]);
  });

  test('G4: a topic that is no note heads it', () => {
    const why = { id: 'why-now', title: 'Why this role now', mismatch: 6, about: '' };
    const [first, second] = agendaOf(open(6), 30, [why]).items;
    expect([first?.kind === 'topic' && first.topic, second?.kind]).toEqual([why, 'note']);
  });

  test('is empty where all is agreed, and plans no time that nobody has', () => {
    expect(agendaOf([], 30)).toEqual({ total: 30, items: [], later: [] });
    expect(agendaOf(open(1), Number.NaN).total).toBe(0);
    expect(agendaOf(open(1), 10_000).total).toBe(longestTalk);
    expect(agendaOf(open(1), 30.9).total).toBe(30);
  });

  test('G1: minutes are whole, add up exactly, and nothing is lost or moved', () => {
    const some = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: longestTalk }), (mismatches, total) => {
        const given = open(...mismatches);
        const agenda = agendaOf(given, total);
        const sum = agenda.items.reduce((all, item) => all + item.minutes, 0);
        expect(sum).toBe(given.length === 0 ? 0 : total);
        expect(agenda.items.every((item) => Number.isInteger(item.minutes) && item.minutes > 0)).toBe(true);
        const listed = [...agenda.items, ...agenda.later].map((one) => one.kind === 'note' && one.note);
        expect(listed).toEqual(given.map(({ note }) => note));
      }),
      { seed: 20261127, numRuns: 500 },
    );
  });

  test('is the same whatever the order in which desks arrive', () => {
    const notes = ['n1', 'n2', 'n3', 'n4'].map((id) => ({ id: itemId(id), text: '' }));
    const some = fc.uniqueArray(anyDesk(), { selector: ({ owner }) => owner, maxLength: 4 });
    const of = (desks: Parameters<typeof gatherTalk>[0]) =>
      agendaOf(openNotes(notes, gatherTalk(desks, erin)), 30);
    fc.assert(
      fc.property(some, (desks) => {
        expect(of(desks.toReversed())).toEqual(of(desks));
      }),
      { seed: 20261128, numRuns: 200 },
    );
  });
});
