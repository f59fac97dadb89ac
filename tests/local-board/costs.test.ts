/** What a command costs the model must not grow with the board: counted, never timed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryOut, type Plain } from '../../src/local-board/model/carryOut.ts';
import { stepOf } from '../../src/local-board/model/history.ts';
import { apply, type BoardState, emptyBoard, inOrder } from '../../src/local-board/model/state.ts';

/** A Map that counts how many entries were looked through. */
class Counted<V> extends Map<string, V> {
  passed = 0;
  override *[Symbol.iterator](): MapIterator<[string, V]> {
    for (const entry of super[Symbol.iterator]()) {
      this.passed += 1;
      yield entry;
    }
    return undefined;
  }
  override entries(): MapIterator<[string, V]> {
    return this[Symbol.iterator]();
  }
  override *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
    return undefined;
  }
  override *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
    return undefined;
  }
}

function board(count: number) {
  const tables = {
    items: new Counted<never>(),
    layers: new Counted<number>(),
    metadata: new Counted<never>(),
  };
  // The same tables with what a board puts in them.
  const state = { ...emptyBoard(), ...tables } as BoardState;
  let ids = 0;
  const run = (command: Plain) => {
    const result = carryOut(state, command, {
      rules: { inside: 'whole', adopt: 'yes', childMoves: 'allowed' },
      userId: 'erin',
      by: 'hand',
      app: undefined,
      now: '2026-01-05T09:00:00.000Z',
      newId: () => `i${++ids}`,
    });
    if (!result.ok) throw new Error(result.error.message);
    stepOf(state, result.value.changes);
    for (const change of result.value.changes) apply(state, change);
    return result.value.changes.length;
  };
  run({ do: 'create', items: [{ type: 'frame', x: -5000, y: 0, width: 1000, height: 1000 }] });
  run({
    do: 'create',
    items: Array.from({ length: count }, (_, index) => ({ type: 'sticky_note', x: index * 220 })),
  });
  run({ do: 'tag-create', tag: { title: 'T' } });
  for (let note = 2; note < count; note += 1)
    run({ do: 'metadata-set', item: `i${note}`, app: 'app', key: 'k', value: note });
  const passed = () => tables.items.passed + tables.layers.passed + tables.metadata.passed;
  return {
    state,
    run,
    /** Entries looked through, and things changed. */
    cost(command: Plain): { readonly passed: number; readonly changed: number } {
      const before = passed();
      const changed = run(command);
      return { passed: passed() - before, changed };
    },
  };
}

const everyday: readonly { readonly name: string; readonly command: Plain; readonly changed: number }[] = [
  {
    name: 'a new note',
    command: { do: 'create', items: [{ type: 'sticky_note' }], settle: true },
    changed: 1,
  },
  {
    name: 'a copy with its metadata',
    command: { do: 'create', items: [{ type: 'sticky_note' }], copyOf: ['i5'] },
    changed: 2,
  },
  { name: 'a text', command: { do: 'update', changes: [{ id: 'i5', content: '<p>New</p>' }] }, changed: 1 },
  {
    name: 'a note let go in a frame',
    command: { do: 'update', changes: [{ id: 'i5', x: -5000, y: 0 }], settle: true },
    changed: 2,
  },
  { name: 'a note taken away with its metadata', command: { do: 'remove', ids: ['i5'] }, changed: 2 },
];

describe('on a board of 1,000 notes', () => {
  for (const { name, command, changed } of everyday)
    test(`${name} looks through nothing and changes what it must`, () => {
      expect(board(1000).cost(command)).toEqual({ passed: 0, changed });
    });

  test('taking a tag away looks at its carriers only', () => {
    const { state, run, cost } = board(1000);
    const [tag = ''] = state.tags.keys();
    run({ do: 'update', changes: [{ id: 'i7', tagIds: [tag] }] });
    expect(cost({ do: 'remove', ids: [tag] })).toEqual({ passed: 0, changed: 2 });
  });

  test('an item brought to the front, sent to the back or put between two others is the only one changed', () => {
    const { cost } = board(1000);
    const moves: Plain[] = [
      { do: 'layer', ids: ['i5'], to: 'front' },
      { do: 'layer', ids: ['i9'], to: 'back' },
      { do: 'layer', ids: ['i7'], to: 'above', target: 'i20' },
      { do: 'layer', ids: ['i8'], to: 'below', target: 'i20' },
    ];
    expect(moves.map((move) => cost(move).changed)).toEqual([1, 1, 1, 1]);
    expect(cost({ do: 'layer', ids: ['i5'], to: 'front' }).changed).toBe(0);
  });
});

describe('any restacking', () => {
  test('puts the items where a list of them would have them, keeping their own order', () => {
    const names = ['i2', 'i3', 'i4', 'i5', 'i6'];
    const move = fc.record({
      ids: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
      to: fc.constantFrom('front', 'back', 'above', 'below'),
      target: fc.constantFrom(...names),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const { state, run } = board(5);
        let list = [...names];
        const order = () =>
          inOrder(state.items.values(), (id) => state.layers.get(id) ?? 0)
            .filter(({ type }) => type !== 'frame')
            .map(({ id }) => id);
        for (const { ids, to, target } of moves) {
          const besides = to === 'above' || to === 'below';
          if (besides && ids.includes(target)) continue;
          run({ do: 'layer', ids, to, ...(besides ? { target } : {}) });
          const moved = list.filter((id) => ids.includes(id));
          const rest = list.filter((id) => !ids.includes(id));
          const at = rest.indexOf(target);
          const place = { front: rest.length, back: 0, above: at + 1, below: at }[to];
          list = [...rest.slice(0, place), ...moved, ...rest.slice(place)];
          expect(order()).toEqual(list);
        }
      }),
      { seed: 20_260_105, numRuns: 300 },
    );
  });
});
