import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { resizedAsTurned } from '../../../src/local-board/view/hands/resizing.ts';
import { strokeOf } from '../../../src/local-board/view/hands/stroke.ts';
import { click, drag, find, frame, has, type OpenBoard, openBoard, until } from './openBoard.ts';

const shape = (x: number, y: number, more: object = {}) => ({
  type: 'shape',
  x,
  y,
  width: 100,
  height: 100,
  content: `at ${x}`,
  ...more,
});
const lines = (open: OpenBoard) => open.room.all().filter((item) => item.type === 'connector');
const centreOf = (element: Element, { board }: OpenBoard) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const canvas = find('board-canvas').getBoundingClientRect();
  const { x, y, k } = board.state.camera.value;
  return { x: (left + width / 2 - canvas.left - x) / k, y: (top + height / 2 - canvas.top - y) / k };
};

describe('connecting by hand', () => {
  test('from a dot beside a selected item to another item', async () => {
    const open = await openBoard([shape(-200, 0), shape(200, 100)]);
    await click(open, { x: -200, y: 0 });
    await drag(
      open,
      centreOf(find('connect-right'), open),
      { x: 210, y: 110 },
      {
        rest: async () => expect([has('in-hand'), has('link-target')]).toEqual([true, true]),
      },
    );
    await until(() => lines(open).length === 1);
    expect(lines(open)[0]).toMatchObject({ start: { item: '1', snapTo: 'right' }, end: { item: '2' } });
    expect(has('in-hand')).toBe(false);
    await until(() => open.board.state.selected.value.join() === '3');
  });

  test('with the tool, and nothing comes of it where no item is', async () => {
    const open = await openBoard([shape(-200, 0), shape(200, 100)]);
    find('board-canvas').focus();
    await userEvent.keyboard('l');
    await drag(open, { x: -210, y: 10 }, { x: 0, y: 200 });
    expect(open.board.state.tool.value).toBe('select');
    await userEvent.click(page.getByRole('button', { name: 'Connector (L)' }));
    await drag(open, { x: -210, y: 10 }, { x: 210, y: 110 });
    await until(() => lines(open).length === 1);
    expect(lines(open)).toMatchObject([{ start: { item: '1' }, end: { item: '2' } }]);
  });

  test('with the keyboard: two selected items and L', async () => {
    const open = await openBoard([shape(-200, 0), shape(200, 100)]);
    find('board-canvas').focus();
    await userEvent.keyboard('{Control>}a{/Control}l');
    await until(() => lines(open).length === 1);
    expect(lines(open)).toMatchObject([{ start: { item: '1' }, end: { item: '2' } }]);
  });

  test('takes an end to another item, and Escape leaves it', async () => {
    const open = await openBoard([
      shape(-200, 0),
      shape(200, 0),
      shape(200, 250),
      { type: 'connector', shape: 'straight', start: { item: '1' }, end: { item: '2' } },
    ]);
    await click(open, { x: 0, y: 0 });
    await drag(open, centreOf(find('line-end'), open), { x: 210, y: 240 }, { cancel: 'escape' });
    expect(lines(open)).toMatchObject([{ end: { item: '2' } }]);
    await drag(open, centreOf(find('line-end'), open), { x: 210, y: 240 });
    await until(() => JSON.stringify(lines(open)).includes('"item":"3"'));
    expect(lines(open)).toMatchObject([{ start: { item: '1' }, end: { item: '3' } }]);
  });

  test('deletes a line and what it hangs on with one key', async () => {
    const open = await openBoard([
      shape(-200, 0),
      shape(200, 0),
      { type: 'connector', start: { item: '1' }, end: { item: '2' } },
    ]);
    find('board-canvas').focus();
    await userEvent.keyboard('{Control>}a{/Control}{Delete}');
    await until(() => open.room.all().length === 0);
    expect(has('notification')).toBe(false);
  });

  test('moves items with their line among them', async () => {
    const open = await openBoard([
      shape(-200, 0),
      shape(200, 0),
      { type: 'connector', start: { item: '1' }, end: { item: '2' } },
    ]);
    find('board-canvas').focus();
    await userEvent.keyboard('{Control>}a{/Control}{ArrowDown}');
    await until(() => open.room.get('1').y === 10 && open.room.get('2').y === 10);
    expect(has('notification')).toBe(false);
  });
});

describe('turning', () => {
  test('by the handle, in steps with Shift', async () => {
    const open = await openBoard([shape(0, 0)]);
    await click(open, { x: 0, y: 0 });
    const from = centreOf(find('handle-rotate'), open);
    // A quarter clockwise around the centre.
    await drag(open, from, { x: -from.y + 3, y: from.x }, { shiftKey: true });
    await until(() => (open.room.get('1') as { rotation?: number }).rotation === 90);
    expect(find('selection').style.transform).toBe('rotate(90deg)');
  });

  test('by the keyboard, at a slider that says the angle', async () => {
    const open = await openBoard([shape(0, 0)]);
    await click(open, { x: 0, y: 0 });
    (page.getByRole('slider', { name: 'Rotation' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await until(() => (open.room.get('1') as { rotation?: number }).rotation === 345);
    await frame();
    expect(find('handle-rotate').getAttribute('aria-valuetext')).toBe('345 degrees');
    expect(open.room.get('1')).toMatchObject({ x: 0, y: 0 });
  });

  test('keeps the opposite corner in its place when a turned item is resized', () => {
    const item = { type: 'shape', rotation: 90 } as Parameters<typeof resizedAsTurned>[0];
    const next = resizedAsTurned(item, { x: 0, y: 0, width: 100, height: 60 }, 'e', { x: 0, y: 40 });
    expect({ ...next, x: Math.round(next.x), y: Math.round(next.y) }).toEqual({
      x: 0,
      y: 20,
      width: 140,
      height: 60,
    });
  });
});

describe('tools', () => {
  test('a card is made with a click and its title typed at once, without formatting', async () => {
    const open = await openBoard();
    await userEvent.click(page.getByRole('button', { name: 'Card', exact: true }));
    await click(open, { x: 0, y: 0 });
    await userEvent.keyboard('Move the ledger{Escape}');
    await until(() => open.room.all().some((item) => item.type === 'card' && item.title !== ''));
    expect(open.room.all()).toMatchObject([{ type: 'card', title: '<p>Move the ledger</p>', x: 0, y: 0 }]);
  });

  test('the pen draws a line that apps see as a place and a size, and stays in the hand', async () => {
    const open = await openBoard();
    find('board-canvas').focus();
    await userEvent.keyboard('p');
    await drag(open, { x: -100, y: -50 }, { x: 100, y: 50 });
    await until(() => open.room.all().length === 1);
    expect(open.room.all()).toMatchObject([
      { type: 'unsupported', called: 'stroke', x: 0, y: 0, width: 200, height: 100 },
    ]);
    expect(open.board.state.tool.value).toBe('pen');
  });

  test('a long freehand line is thinned out to what an item may hold', () => {
    const points = Array.from({ length: 10_000 }, (_, index) => ({ x: index, y: (index * 7) % 100 }));
    const stroke = strokeOf(points);
    expect(stroke.line.length).toBeLessThanOrEqual(4000);
    expect([stroke.width, stroke.line.at(-2)]).toEqual([9999, 1]);
    expect(stroke.line.every((number) => number >= 0 && number <= 1)).toBe(true);
  });
});
