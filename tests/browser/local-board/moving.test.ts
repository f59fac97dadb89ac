import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { isPlaced } from '../../../src/local-board/model/item.ts';
import { click, drag, find, frame, has, openBoard, until } from './openBoard.ts';

const note = (x: number, y: number) => ({ type: 'sticky_note', x, y, content: `<p>${x}</p>` });
const place = (item: { x: number; y: number; parentId: string | null }) => [item.x, item.y, item.parentId];

describe('moving by hand', () => {
  test('a note follows the pointer and is stored where it is let go', async () => {
    const open = await openBoard([note(0, 0)]);
    await drag(open, { x: 0, y: 0 }, { x: 120, y: -80 });
    await until(() => open.room.get('1').x === 120);
    expect(place(open.room.get('1'))).toEqual([120, -80, null]);
    expect(open.board.state.held.size).toBe(0);
  });

  test('several selected notes move together and come back with one undo', async () => {
    const open = await openBoard([note(-220, 0), note(220, 0)]);
    await click(open, { x: -220, y: 0 });
    await click(open, { x: 220, y: 0 }, { shiftKey: true });
    await drag(open, { x: 220, y: 0 }, { x: 220, y: 100 });
    await until(() => open.room.get('1').y === 100);
    expect([open.room.get('1'), open.room.get('2')].map(place)).toEqual([
      [-220, 100, null],
      [220, 100, null],
    ]);
    await userEvent.click(find('undo'));
    await until(() => open.room.get('1').y === 0);
    expect([open.room.get('1'), open.room.get('2')].map(place)).toEqual([
      [-220, 0, null],
      [220, 0, null],
    ]);
  });

  test('typing and dragging right after it are two steps to undo', async () => {
    const open = await openBoard([note(0, 0)]);
    await userEvent.dblClick(find('item-1'));
    await userEvent.keyboard('!{Escape}');
    await drag(open, { x: 0, y: 0 }, { x: 80, y: 0 });
    await until(() => open.room.get('1').x === 80);
    await userEvent.click(find('undo'));
    await until(() => open.room.get('1').x === 0);
    expect(open.room.get('1')).toMatchObject({ x: 0, content: '<p>0!</p>' });
  });

  test('a note let go in a frame becomes its child, and one undo takes both back', async () => {
    const open = await openBoard([
      { type: 'frame', title: 'Sheet', x: 200, y: 0, width: 400, height: 300 },
      note(-200, 0),
    ]);
    await drag(open, { x: -200, y: 0 }, { x: 200, y: 0 });
    await until(() => open.room.get('2').parentId === '1');
    expect(place(open.room.get('2'))).toEqual([200, 150, '1']);
    await userEvent.click(find('undo'));
    await until(() => open.room.get('2').parentId === null);
    expect(place(open.room.get('2'))).toEqual([-200, 0, null]);
  });

  test('a frame moves by its title, with what is in it', async () => {
    const open = await openBoard([{ type: 'frame', title: 'Sheet', width: 400, height: 300 }, note(0, 0)]);
    const before = find('item-2').getBoundingClientRect();
    await drag(open, { x: -190, y: -163 }, { x: -90, y: -113 });
    await until(() => open.room.get('1').x === 100);
    const after = find('item-2').getBoundingClientRect();
    expect([after.left - before.left, after.top - before.top]).toEqual([100, 50]);
    expect(place(open.room.get('2'))).toEqual([200, 150, '1']);
  });

  test('Escape during a drag puts everything back', async () => {
    const open = await openBoard([note(0, 0)]);
    await drag(open, { x: 0, y: 0 }, { x: 150, y: 0 }, { cancel: 'escape' });
    await until(() => open.board.state.held.size === 0);
    expect(place(open.room.get('1'))).toEqual([0, 0, null]);
  });

  test('a corner resizes a note in its own proportions', async () => {
    const open = await openBoard([note(0, 0)]);
    await click(open, { x: 0, y: 0 });
    await frame();
    // The face's lower right corner: the note is 199 × 228 with its shadow.
    await drag(open, { x: 99.5, y: -114 + 199 }, { x: 99.5 + 199, y: -114 + 199 });
    await until(() => open.room.get('1').width !== 199);
    const { x, y, width, height } = open.room.get('1');
    expect({ x, y, width, height }).toEqual({ x: 99.5, y: 114, width: 398, height: 456 });
  });

  test('dragging empty board pans it and selects nothing', async () => {
    const open = await openBoard([note(0, 0)]);
    const before = open.board.state.camera.value;
    await drag(open, { x: 250, y: 150 }, { x: 300, y: 190 });
    const after = open.board.state.camera.value;
    expect([after.x - before.x, after.y - before.y, after.k]).toEqual([50, 40, 1]);
    expect(open.board.state.selected.value).toEqual([]);
  });

  test('others see a drag while it goes on', async () => {
    const open = await openBoard([note(0, 0)]);
    const other = await open.room.join('Maya Made-Up');
    const seen: number[] = [];
    other.contents.subscribe(({ items }) => {
      const item = items.get('1');
      seen.push(isPlaced(item) ? item.x : Number.NaN);
    });
    await drag(open, { x: 0, y: 0 }, { x: 160, y: 0 }, { rest: () => until(() => seen.at(-1) === 160) });
    expect(seen[0]).toBeLessThan(160);
    expect(seen.at(-1)).toBe(160);
    other.dispose();
  });
});

describe('selecting', () => {
  test('shift and a drag select what the rectangle touches; frames only when it holds them', async () => {
    const open = await openBoard([
      { type: 'frame', title: 'Large', x: 0, y: 0, width: 900, height: 500 },
      { type: 'sticky_note', x: -300, y: 120, width: 100 },
      { type: 'sticky_note', x: -150, y: 120, width: 100 },
      { type: 'sticky_note', x: 300, y: 120, width: 100 },
    ]);
    await drag(open, { x: -390, y: 20 }, { x: -140, y: 130 }, { shiftKey: true });
    expect(open.board.state.selected.value).toEqual(['2', '3']);
    expect(has('marquee')).toBe(false);
    await drag(open, { x: 200, y: 20 }, { x: 290, y: 130 }, { shiftKey: true });
    expect(open.board.state.selected.value).toEqual(['2', '3', '4']);
  });

  test('a click selects one, a click with shift adds and takes away, a click beside clears', async () => {
    const open = await openBoard([note(-220, 0), note(220, 0)]);
    await click(open, { x: -220, y: 0 });
    expect(open.board.state.selected.value).toEqual(['1']);
    await click(open, { x: 220, y: 0 }, { shiftKey: true });
    expect(open.board.state.selected.value).toEqual(['1', '2']);
    await click(open, { x: -220, y: 0 }, { shiftKey: true });
    expect(open.board.state.selected.value).toEqual(['2']);
    await click(open, { x: 0, y: 220 });
    expect(open.board.state.selected.value).toEqual([]);
  });

  test('a colour from the palette is on every selected note', async () => {
    const open = await openBoard([note(-220, 0), note(220, 0)]);
    find('board-canvas').focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await frame();
    await userEvent.click(find('colour'));
    await userEvent.click(find('colour-violet'));
    await until(() => find('item-2').dataset.color === 'violet');
    const colours = open.room.all().map((item) => item.type === 'sticky_note' && item.style.fillColor);
    expect(colours).toEqual(['violet', 'violet']);
  });
});
