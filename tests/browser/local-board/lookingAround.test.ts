import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { picturesInMemory } from '../../../src/local-board/host/pictures/kept.ts';
import { createPictures } from '../../../src/local-board/host/pictures/pictures.ts';
import { at, find, frame, has, openBoard, until } from './openBoard.ts';

const centre = ({ board }: Awaited<ReturnType<typeof openBoard>>) => {
  const { x, y, width, height } = board.state.viewport.value;
  return [x + width / 2, y + height / 2].map(Math.round);
};

describe('the map', () => {
  test('shows every item, also out of sight, and follows the board', async () => {
    const open = await openBoard([
      { type: 'sticky_note', x: 0, y: 0, style: { fillColor: 'violet' } },
      { type: 'sticky_note', x: 9000, y: 0, style: { fillColor: 'cyan' } },
    ]);
    expect(has('minimap')).toBe(false);
    await userEvent.click(page.getByRole('button', { name: 'Map (M)' }));
    const boxes = () =>
      [...find('minimap').querySelectorAll('path')]
        .map((path) => (path.getAttribute('d') ?? '').split('M').length - 1)
        .reduce((sum, count) => sum + count, 0);
    expect(boxes()).toBe(2);
    await open.board.client.create([{ type: 'shape', x: 0, y: 3000 }]);
    await until(() => boxes() === 3);
    await userEvent.click(page.getByRole('button', { name: 'Map (M)' }));
    expect(has('minimap')).toBe(false);
  });

  test('draws its boxes once, however the camera moves', async () => {
    const open = await openBoard([
      { type: 'sticky_note', x: 0, y: 0 },
      { type: 'sticky_note', x: 9000, y: 0 },
    ]);
    find('board-canvas').focus();
    await userEvent.keyboard('m');
    const before = [...find('minimap').querySelectorAll('path')];
    let changes = 0;
    const watch = new MutationObserver((records) => {
      changes += records.length;
    });
    for (const path of before) watch.observe(path, { attributes: true });
    for (let step = 0; step < 10; step += 1) {
      open.board.looking.panBy(50, 20);
      await frame();
    }
    watch.disconnect();
    expect([...find('minimap').querySelectorAll('path')]).toEqual(before);
    expect(changes).toBe(0);
  });

  test('leads where it is pressed, by the pointer and by arrow keys', async () => {
    const open = await openBoard([
      { type: 'sticky_note', x: -4000, y: 0 },
      { type: 'sticky_note', x: 4000, y: 0 },
    ]);
    find('board-canvas').focus();
    await userEvent.keyboard('m');
    await frame();
    const map = find('minimap');
    map.setPointerCapture = () => undefined;
    const { left, top, width, height } = map.getBoundingClientRect();
    const press = (type: string, share: number) =>
      map.dispatchEvent(
        new PointerEvent(type, { clientX: left + width * share, clientY: top + height / 2, bubbles: true }),
      );
    press('pointerdown', 0.95);
    press('pointerup', 0.95);
    await frame();
    const [there = 0] = centre(open);
    expect(there).toBeGreaterThan(3000);
    map.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await frame();
    expect((centre(open)[0] ?? 0) < there).toBe(true);
  });
});

describe('pictures', () => {
  const dot = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR42mNk+M9QDwQAAwYBAfqzC0cAAAAASUVORK5CYII='),
    (letter) => letter.charCodeAt(0),
  );
  const files = (...given: File[]) => {
    const transfer = new DataTransfer();
    for (const file of given) transfer.items.add(file);
    return transfer;
  };
  const png = () => new File([dot], 'plan.png', { type: 'image/png' });
  const inMemory = () => createPictures(picturesInMemory());

  test('dropped on the board become images there, side by side', async () => {
    const open = await openBoard([], { pictures: inMemory() });
    const over = { bubbles: true, cancelable: true, ...at(open, 100, 50) };
    const canvas = find('board-canvas');
    const offered = new DragEvent('dragover', { ...over, dataTransfer: files(png()) });
    canvas.dispatchEvent(offered);
    expect(offered.defaultPrevented).toBe(true);
    canvas.dispatchEvent(new DragEvent('drop', { ...over, dataTransfer: files(png(), png()) }));
    await until(() => open.room.all().length === 2);
    expect(open.room.all()).toMatchObject([
      { type: 'image', title: 'plan.png', x: 100, y: 50, width: 2, height: 1 },
      { type: 'image', x: 122, y: 50 },
    ]);
    const words = files(new File(['a, b'], 'table.csv', { type: 'text/csv' }));
    canvas.dispatchEvent(new DragEvent('drop', { ...over, dataTransfer: words }));
    await until(() => has('notification'));
    expect(find('notification').textContent).toContain('Only pictures');
  });

  test('pasted come where the pointer is, and what is no picture is told', async () => {
    const open = await openBoard([], { pictures: inMemory() });
    const paste = (file: File) =>
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files(file), bubbles: true }));
    paste(png());
    await until(() => open.room.all().length === 1);
    paste(new File(['no'], 'no.png', { type: 'image/png' }));
    await until(() => has('notification'));
    expect(open.room.all().length).toBe(1);
  });
});
