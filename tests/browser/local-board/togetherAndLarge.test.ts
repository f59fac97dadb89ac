import { describe, expect, test } from 'vitest';
import { find, frame, has, openBoard, until } from './openBoard.ts';
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

  test('has in the page only what lies near the window, and all of it when everything is looked at', async () => {
    const { board } = await openBoard(thousand);
    const shown = () => document.querySelectorAll('[data-item]').length;
    expect(shown()).toBeLessThan(200);
    expect(has('item-1')).toBe(true);
    expect(has('item-1000')).toBe(false);
    await board.looking.goTo(['1000'], 0);
    await until(() => has('item-1000'));
    await board.looking.fit(0);
    await frame();
    expect(shown()).toBe(1000);
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
