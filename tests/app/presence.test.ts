/** Where people are just now: what is told and how often, and what is taken from what others tell. */
import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyWords } from '../../src/app/models/presence/companyWords.ts';
import { openPresence, parseWhereabouts } from '../../src/app/models/presence/presence.ts';
import { companionsOn, type Whereabouts } from '../../src/app/models/presence/whereabouts.ts';
import type { Json } from '../../src/base/json.ts';
import { observable } from '../../src/base/observable.ts';
import type { Other, SavedState } from '../../src/sync/sync.ts';
import { virtualClock } from '../support/virtualClock.ts';

type Place = Pick<Whereabouts, 'sheet' | 'note'>;

function page(first: Place | null = { sheet: 'sheet-1', note: null }) {
  const clock = virtualClock();
  const place = signal(first);
  const told: (Json | null)[] = [];
  const heard = observable<readonly Other[]>([]);
  const others = signal<ReadonlyMap<string, Whereabouts>>(new Map());
  const saved = observable<SavedState>({ browser: 'saved', board: 'saved' });
  const sync = { others: heard, saved, tell: (doing: Json | null) => void told.push(doing) };
  const seated = signal(false);
  const around = openPresence({ platform: { clock }, sync, place, seated, others });
  return { clock, place, seated, saved, told, heard, others, around };
}

describe('what a page tells', () => {
  test('is the sheet, then the note whose card is open, then nothing on no sheet', () => {
    const { place, told } = page();
    place.value = { sheet: 'sheet-1', note: 'note-1' };
    place.value = { sheet: 'sheet-1', note: 'note-1' };
    place.value = null;
    expect(told).toEqual([{ sheet: 'sheet-1' }, { sheet: 'sheet-1', note: 'note-1' }, null]);
  });

  test('is, for whoever holds the facilitator’s seat, said as long as their page is there, on a sheet or not', async () => {
    const { clock, place, seated, told } = page();
    seated.value = true;
    expect(told.at(-1)).toEqual({ sheet: 'sheet-1', seat: true });
    place.value = null;
    expect(told.at(-1)).toEqual({ seat: true });
    const before = told.length;
    await clock.advance(60_000);
    expect(told.slice(before)).toEqual(Array(15).fill({ seat: true }));
    seated.value = false;
    expect(told.at(-1)).toBeNull();
    const after = told.length;
    await clock.advance(60_000);
    expect(told.length).toBe(after);
  });

  test('is also, once the board refuses to keep what they wrote, that they can only read', async () => {
    const { clock, saved, told } = page();
    saved.set({ browser: 'saved', board: 'refused' });
    expect(told.at(-1)).toEqual({ sheet: 'sheet-1', reads: true });
    const before = told.length;
    await clock.advance(60_000);
    expect(told.length - before).toBe(15);
    saved.set({ browser: 'saved', board: 'saved' });
    expect(told.at(-1)).toEqual({ sheet: 'sheet-1' });
  });

  test('is said again while the person does something, every few seconds, and never while they do nothing', async () => {
    const { clock, told, around } = page();
    for (let moved = 0; moved < 100; moved += 1) {
      around.active();
      await clock.advance(200);
    }
    expect(told).toHaveLength(5);
    expect(clock.pending).toBe(0);
    await clock.advance(3_600_000);
    expect(told).toHaveLength(5);
  });

  test('says that somebody writes until they have struck no key for a while, and never says what', async () => {
    const { clock, place, told, around } = page();
    around.writes();
    expect(told).toEqual([{ sheet: 'sheet-1' }]);
    place.value = { sheet: 'sheet-1', note: 'note-1' };
    for (let key = 0; key < 20; key += 1) {
      around.writes();
      await clock.advance(100);
    }
    const [open, writing] = [
      { sheet: 'sheet-1', note: 'note-1' },
      { sheet: 'sheet-1', note: 'note-1', writing: true },
    ];
    expect(told.slice(1)).toEqual([open, writing]);
    await clock.advance(60_000);
    expect(told.slice(1)).toEqual([open, writing, open]);
  });

  test('is over when the page goes, with no timer left; a page that lives on tells again when it is touched', () => {
    const { clock, place, told, around } = page();
    place.value = { sheet: 'sheet-1', note: 'note-1' };
    around.writes();
    around.leave();
    expect([told.at(-1), clock.pending]).toEqual([null, 0]);
    around.active();
    expect(told.at(-1)).toEqual({ sheet: 'sheet-1', note: 'note-1' });
    around.dispose();
    expect(told.at(-1)).toBeNull();
    place.value = { sheet: 'sheet-2', note: null };
    expect(told.at(-1)).toBeNull();
  });
});

describe('what others tell', () => {
  test.each<[unknown, Whereabouts | null]>([
    [{ sheet: 's' }, { sheet: 's', note: null, writing: false }],
    [
      { sheet: 's', note: 'n', writing: true, more: 1 },
      { sheet: 's', note: 'n', writing: true },
    ],
    [
      { sheet: 's', note: 7, writing: true },
      { sheet: 's', note: null, writing: false },
    ],
    [
      { sheet: 's', note: 'n', writing: 'secret words' },
      { sheet: 's', note: 'n', writing: false },
    ],
    [{ sheet: 'x'.repeat(101) }, null],
    [{ sheet: '' }, null],
    [{ note: 'n' }, null],
    [['sheet'], null],
    ['sheet', null],
    [null, null],
  ])('%j is read as %j', (told, read) => {
    expect(parseWhereabouts(told)).toEqual(read);
  });

  test('whatever it is, it is bounded ids or nothing', () => {
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.record({ sheet: fc.jsonValue(), note: fc.jsonValue(), writing: fc.jsonValue() }),
      fc.record({ sheet: fc.string({ maxLength: 200 }), note: fc.string({ maxLength: 200 }) }),
    );
    fc.assert(
      fc.property(strange, (told) => {
        const read = parseWhereabouts(told);
        if (read === null) return;
        expect(Object.keys(read).sort()).toEqual(['note', 'sheet', 'writing']);
        expect([read.sheet.length, read.note?.length ?? 0].every((length) => length <= 100)).toBe(true);
        expect(typeof read.writing).toBe('boolean');
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('is shown on their sheet only, by name where one is known, and gone when it fades', () => {
    const { heard, others } = page();
    heard.set([
      { user: 'max', doing: { sheet: 'sheet-1', note: 'note-1', writing: true } },
      { user: 'pia', doing: { sheet: 'sheet-1' } },
      { user: 'zoe', doing: { sheet: 'sheet-2' } },
      { user: 'old', doing: null },
    ]);
    const nameOf = (user: string) => (user === 'max' ? 'Max Example' : '');
    expect(companionsOn('sheet-1', others.value, nameOf)).toEqual([
      { user: 'max', name: 'Max Example', sheet: 'sheet-1', note: 'note-1', writing: true },
      { user: 'pia', name: 'Somebody', sheet: 'sheet-1', note: null, writing: false },
    ]);
    heard.set([{ user: 'max', doing: null }]);
    expect(companionsOn('sheet-1', others.value, nameOf)).toEqual([]);
  });
});

test('one line says who has a note open, and rather who writes', () => {
  const one = (name: string, writing = false) => ({ user: name, name, sheet: 's', note: 'n', writing });
  expect(
    [
      [],
      [one('Max')],
      [one('Max'), one('Pia')],
      [one('Max'), one('Pia', true)],
      [one('Max', true), one('Pia', true), one('Zoe', true)],
    ].map(companyWords),
  ).toEqual([
    '',
    'Max has this note open.',
    'Max and Pia have this note open.',
    'Pia is writing…',
    'Max and 2 others are writing…',
  ]);
});
