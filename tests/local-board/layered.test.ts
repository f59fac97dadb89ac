import { describe, expect, test } from 'vitest';
import { createCopy } from '../../src/local-board/client/contents.ts';
import type { ItemData } from '../../src/local-board/model/item.ts';

const item = (id: string, type: 'sticky_note' | 'frame' = 'sticky_note') =>
  // Only what the copy looks at.
  ({ id, type }) as ItemData;
const put = (one: ItemData, layer: number) => ({ what: 'item' as const, item: one, layer });

describe('a window’s copy of the board', () => {
  test('iterates frames first, then from the lowest layer to the highest, whatever came when', () => {
    const copy = createCopy();
    const { items } = copy.contents();
    copy.bring([put(item('a'), 5), put(item('b'), 6)]);
    expect([...items.keys()]).toEqual(['a', 'b']);
    copy.bring([put(item('below'), 1), put(item('frame', 'frame'), 9)]);
    expect([...items.keys()]).toEqual(['frame', 'below', 'a', 'b']);
    copy.bring([put(item('a'), 7), { what: 'item-gone', id: 'below' }, put(item('c'), 10)]);
    expect([...items.keys()]).toEqual(['frame', 'b', 'a', 'c']);
  });

  test('tells what changed and how the items among it were, once each', () => {
    const copy = createCopy();
    const [first, second, third] = [item('a'), item('a'), item('a')];
    copy.bring([put(first, 1), put(item('b'), 2)]);
    const brought = copy.bring([
      put(second, 1),
      put(third, 1),
      put(item('new'), 3),
      { what: 'tag', tag: { type: 'tag', id: 't', title: 'T', color: 'red' } },
      { what: 'item-gone', id: 'b' },
    ]);
    expect([...brought.changed]).toEqual(['a', 'new', 't', 'b']);
    expect([...brought.before]).toEqual([
      ['a', first],
      ['b', item('b')],
    ]);
    expect(brought.before.get('a')).toBe(first);
  });

  test('a fresh copy tells of what is gone too', () => {
    const copy = createCopy();
    copy.bring([put(item('gone'), 1), put(item('stays'), 2)]);
    const changed = copy.refill(
      [
        [item('new'), 3],
        [item('stays'), 2],
      ],
      [],
    );
    expect([...changed].sort()).toEqual(['gone', 'new', 'stays']);
    expect([...copy.contents().items.keys()]).toEqual(['stays', 'new']);
  });

  test('stays in order through many comings and goings', () => {
    const copy = createCopy();
    for (let round = 0; round < 1000; round += 1) {
      copy.bring([put(item(`n${round}`), round + 1)]);
      if (round >= 3) copy.bring([{ what: 'item-gone', id: `n${round - 3}` }]);
    }
    copy.bring([put(item('n1'), 2)]);
    expect([...copy.contents().items.keys()]).toEqual(['n1', 'n997', 'n998', 'n999']);
  });
});
