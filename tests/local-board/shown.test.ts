import { effect } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, overlap } from '../../src/base/box.ts';
import type { FrameData, ItemData, StickyNoteData } from '../../src/local-board/model/item.ts';
import { createGrid } from '../../src/local-board/view/state/grid.ts';
import { placeOf } from '../../src/local-board/view/state/places.ts';
import { createShown, type Shown } from '../../src/local-board/view/state/shown.ts';

const seed = 20_260_105;

const marks = { createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '' };
const note = (id: string, x: number, parentId: string | null = null): StickyNoteData => ({
  ...marks,
  id,
  type: 'sticky_note',
  x,
  y: 0,
  width: 199,
  height: 228,
  parentId,
  shape: 'square',
  content: '',
  style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
  tagIds: [],
});
const frame = (id: string, x: number, parentId: string | null = null): FrameData => ({
  ...marks,
  id,
  type: 'frame',
  x,
  y: 0,
  width: 1000,
  height: 600,
  parentId,
  title: id,
  childrenIds: [],
  showContent: true,
  style: { fillColor: '#ffffff' },
});

function shelf() {
  const stored = new Map<string, ItemData>();
  const moved: string[] = [];
  const shown = createShown(
    (id) => stored.get(id),
    (id) => moved.push(id),
  );
  const store = (...items: readonly ItemData[]) => {
    for (const item of items) stored.set(item.id, item);
    shown.renew(items.map(({ id }) => id));
  };
  return { stored, moved, shown, store };
}

/** Counts how often what `read` reads is told to have changed. */
function told(read: () => unknown): () => number {
  let count = -1;
  effect(() => {
    read();
    count += 1;
  });
  return () => count;
}

describe('what a window shows', () => {
  test('a changed note is told to who reads it and to nobody else, on a board of 5,000', () => {
    const { shown, store } = shelf();
    store(...Array.from({ length: 5000 }, (_, index) => note(`n${index}`, index * 220)));
    const itself = told(() => shown.items.get('n7'));
    const another = told(() => shown.items.get('n8'));
    const count = told(() => shown.items.size);
    store({ ...note('n7', 7 * 220), content: '<p>New</p>' });
    expect([itself(), another(), count()]).toEqual([1, 0, 0]);
  });

  test('a note moved on a board of 5,000 works out one place', () => {
    const { shown, store, moved } = shelf();
    store(...Array.from({ length: 5000 }, (_, index) => note(`n${index}`, index * 220)));
    moved.length = 0;
    store(note('n7', -1));
    expect(moved).toEqual(['n7']);
    expect(shown.places.get('n7')).toEqual({ x: -1, y: 0, width: 199, height: 228 });
  });

  test('what lies in a moved frame follows it, whichever came first', () => {
    const { shown, store, moved } = shelf();
    store(note('child', 100, 'inner'), frame('inner', 500, 'outer'), note('else', 0), frame('outer', 0));
    moved.length = 0;
    shown.held.set('outer', { x: 50, y: 0, width: 1000, height: 600 });
    expect([...moved].sort()).toEqual(['child', 'inner', 'outer']);
    // outer's corner is at 50 - 500, inner's centre 500 right of that, child 100 right of inner's corner.
    expect(shown.places.get('child')?.x).toBe(50 - 500 + (500 - 500) + 100);
    shown.held.delete('outer');
    expect(shown.places.get('child')?.x).toBe(-500 + 100);
  });

  test('fields on their way lie over what is stored, style by style, until they are taken away', () => {
    const { shown, store } = shelf();
    store(note('n', 0));
    shown.pending.set('n', { content: '<p>Typed</p>', style: { fillColor: 'pink' } });
    expect(shown.items.get('n')).toEqual({
      ...note('n', 0),
      content: '<p>Typed</p>',
      style: { ...note('n', 0).style, fillColor: 'pink' },
    });
    shown.pending.delete('n');
    expect(shown.items.get('n')).toEqual(note('n', 0));
  });

  test('what is removed is gone, and who waits for something learns when it comes', () => {
    const { shown, store, stored } = shelf();
    const waiting = told(() => shown.items.get('n'));
    store(note('n', 0));
    stored.delete('n');
    shown.renew(['n']);
    expect([waiting(), shown.items.has('n'), shown.places.get('n'), shown.grid.find(everywhere)]).toEqual([
      2,
      false,
      undefined,
      [],
    ]);
  });

  test('places are the same as if all were worked out anew', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const step = fc.record({
      id: fc.constantFrom(...ids),
      // Only earlier ids are parents, so that no frame lies in itself.
      parent: fc.constantFrom('none', ...ids),
      x: fc.integer({ min: -500, max: 500 }),
      what: fc.constantFrom('store', 'hold', 'let go', 'remove'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { shown, stored, store } = shelf();
        for (const { id, parent, x, what } of steps) {
          const parentId = parent < id ? parent : null;
          if (what === 'store') store(frame(id, x, parentId));
          else if (what === 'hold') shown.held.set(id, { x, y: 7, width: 1000, height: 600 });
          else if (what === 'let go') shown.held.delete(id);
          else {
            stored.delete(id);
            shown.renew([id]);
          }
          expect(allPlaces(shown, ids)).toEqual(fromNothing(stored, shown));
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

const everywhere: Box = { x: 0, y: 0, width: 1e9, height: 1e9 };

const allPlaces = (shown: Shown, ids: readonly string[]) =>
  new Map(
    ids.flatMap((id) => {
      const box = shown.places.get(id);
      return box ? [[id, box] as const] : [];
    }),
  );

function fromNothing(stored: ReadonlyMap<string, ItemData>, { held }: Shown): Map<string, Box> {
  const place = (id: string): Box | undefined => {
    const item = stored.get(id);
    return item && placeOf(item, held.get(id), stored, { get: place });
  };
  return new Map(
    [...stored.keys()].sort().flatMap((id) => {
      const box = place(id);
      return box ? [[id, box] as const] : [];
    }),
  );
}

describe('the grid', () => {
  const box = fc.record({
    x: fc.integer({ min: -20_000, max: 20_000 }),
    y: fc.integer({ min: -20_000, max: 20_000 }),
    width: fc.integer({ min: 1, max: 6000 }),
    height: fc.integer({ min: 1, max: 6000 }),
  });

  test('finds what overlaps a part of the board, after any coming, going and moving', () => {
    const step = fc.record({ id: fc.integer({ min: 0, max: 15 }), box: fc.option(box), part: box });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const grid = createGrid();
        const all = new Map<string, Box>();
        for (const { id, box: to, part } of steps) {
          if (to) {
            grid.put(`${id}`, to);
            all.set(`${id}`, to);
          } else {
            grid.drop(`${id}`);
            all.delete(`${id}`);
          }
          const expected = [...all].filter(([, one]) => overlap(one, part)).map(([one]) => one);
          expect([...grid.find(part)].sort()).toEqual(expected.sort());
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});
