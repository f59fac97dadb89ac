import { describe, expect, test } from 'vitest';
import { drag, find, frame, has, openBoard, until } from './openBoard.ts';
import { roomBoard } from './roomBoard.ts';

describe('several people on a board', () => {
  test('see each other’s pointer, name and selection, until they leave', async () => {
    const room = roomBoard();
    const { board } = await openBoard([{ type: 'sticky_note', x: 0, y: 0 }], { room });
    const max = await room.join('Max Example');
    max.present({ selection: ['1'], cursor: { x: 150, y: 40 } });
    await until(() => has('cursor') && has('other-selection'));
    expect(find('cursor').textContent).toBe('Max Example');
    expect(find('other-selection').textContent).toBe('Max Example');
    const camera = board.state.camera.value;
    const place = () => {
      const { left, top } = find('cursor').getBoundingClientRect();
      return [Math.round(left - camera.x), Math.round(top - camera.y)].join(' ');
    };
    await until(() => place() === '150 40');
    const names = () =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="avatar"]')].map(({ title }) => title);
    expect(names()).toEqual(['Erin Example (you)', 'Max Example']);
    max.dispose();
    await until(() => !has('cursor') && !has('other-selection'));
    expect(names()).toEqual(['Erin Example (you)']);
  });

  test('a lost connection is told and a found one too', async () => {
    const { board } = await openBoard();
    expect(has('connection')).toBe(false);
    board.client.setOnline('no');
    await until(() => has('connection'));
    expect(find('connection').textContent).toContain('Reconnecting…');
    board.client.setOnline('yes');
    await until(() => !has('connection'));
  });
});

describe('a large board', () => {
  const thousand = Array.from({ length: 1000 }, (_, index) => ({
    type: 'sticky_note',
    x: (index % 40) * 220,
    y: Math.floor(index / 40) * 250,
    content: `<p>${index}</p>`,
  }));

  const shown = () => document.querySelectorAll('[data-item]').length;

  test('has in the page only what lies near the window', async () => {
    const { board } = await openBoard(thousand);
    await until(() => !has('marks'));
    expect(shown()).toBeLessThan(200);
    expect(has('item-1')).toBe(true);
    expect(has('item-1000')).toBe(false);
    await board.looking.goTo(['1000'], 0);
    await until(() => has('item-1000'));
  });

  test('selected as a whole has one box around it, and none for each', async () => {
    const { board } = await openBoard(thousand);
    const outlines = () => document.querySelectorAll('.outline-one').length;
    board.state.selection.value = ['1', '2'];
    await until(() => outlines() === 2);
    board.state.selection.value = board.state.inLine(board.state.items.ids());
    await until(() => outlines() === 0);
    expect(has('selection')).toBe(true);
  });

  test('shows what is too small to read as a few marks, with what has the focus as itself', async () => {
    const { board } = await openBoard(thousand);
    await board.looking.fit(0);
    // What was an element stays one until the board is at rest.
    await until(() => has('marks') && find('marks').dataset.count === '999');
    expect(find('marks').getAttribute('aria-label')).toBe(
      '999 items too small to read from here. Zoom in to read them.',
    );
    // Three squares of the board by two, each with all its notes of one colour in one element.
    expect(find('marks').querySelectorAll('path').length).toBe(6);
    expect(shown()).toBe(1);
    board.state.focused.value = '500';
    await frame();
    expect(has('item-500')).toBe(true);
  });

  test('a mark can be selected and dragged like what it stands for', async () => {
    const open = await openBoard(thousand);
    await open.board.looking.fit(0);
    await frame();
    await drag(open, { x: 220, y: 250 }, { x: 320, y: 300 });
    await until(() => Math.round(open.room.get('42').x) === 320);
    expect(open.board.state.selected.value).toEqual(['42']);
    expect(Math.round(open.room.get('42').y)).toBe(300);
  });

  test('of many that come into view the first are elements at once, and all soon', async () => {
    const { board } = await openBoard(thousand);
    await board.engine.zooming?.moveTo({ x: 0, y: 0, k: 0.3 });
    await until(() => has('marks'));
    expect(shown()).toBeGreaterThan(0);
    const marks = () => Number(find('marks').dataset.count);
    const before = marks();
    await until(() => marks() < before && shown() > 250);
  });

  test('a note that changes is drawn again, and no other', async () => {
    const { board, room } = await openBoard(thousand);
    const max = await room.join('Max Example');
    const touched = new Set<string>();
    const watcher = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest<HTMLElement>('[data-item]')?.dataset.item ?? 'elsewhere');
      }
    });
    watcher.observe(find('board-canvas').querySelector('.layer') ?? document, {
      childList: true,
      characterData: true,
      attributes: true,
      subtree: true,
    });
    await max.update([{ id: '1', content: '<p>New</p>', x: 30 }]);
    await until(() => find('item-1').textContent === 'New');
    watcher.disconnect();
    expect([...touched]).toEqual(['1']);
    expect(board.state.places.get('1')?.x).toBe(30);
    max.dispose();
  });

  test('a small pan changes nothing in the page', async () => {
    const { board } = await openBoard(thousand);
    let changes = 0;
    const watcher = new MutationObserver((records) => {
      changes += records.filter(({ type }) => type === 'childList').length;
    });
    watcher.observe(find('board-canvas'), { childList: true, subtree: true });
    board.engine.zooming?.panBy(-3, -2);
    await frame();
    watcher.disconnect();
    expect(changes).toBe(0);
  });
});
