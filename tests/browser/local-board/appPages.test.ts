import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { virtualClock } from '../../support/virtualClock.ts';
import { find, frame, has, openBoard, until } from './openBoard.ts';

const url = 'about:blank';

async function open() {
  const clock = virtualClock();
  const board = await openBoard([], { clock });
  const [screen, other] = board.screens;
  if (!screen || !other) throw new Error('The board shows no apps.');
  return { ...board, clock, screen, other };
}

describe('pages of an app', () => {
  test('a panel is 368 pixels wide at the left, under its name, and closes with ×', async () => {
    const { screen, board } = await open();
    const page = screen.openPage({ kind: 'panel', url });
    await frame();
    page.answered();
    const box = find('panel').getBoundingClientRect();
    expect([box.left, box.width]).toEqual([0, 368]);
    expect(find('panel').querySelector('h2')?.textContent).toBe('Example app');
    expect(page.window()).not.toBe(null);
    expect(screen.viewport.get().width).toBe(board.state.size.value.width - 368);
    await userEvent.click(find('close-panel'));
    await until(() => !has('panel'));
    expect([page.state.get(), page.window()]).toEqual(['closed', null]);
  });

  test('a modal takes the focus, closes on Escape and gives the focus back', async () => {
    const { screen } = await open();
    find('zoom-fit').focus();
    const page = screen.openPage({ kind: 'modal', url });
    await until(() => has('modal'));
    page.answered();
    expect(find('modal').getAttribute('aria-label')).toBe('Example app');
    expect(find('modal').contains(document.activeElement)).toBe(true);
    const { width, height } = find('modal').getBoundingClientRect();
    expect([width, height]).toEqual([800, 600]);
    await userEvent.keyboard('{Escape}');
    await until(() => !has('modal'));
    expect(page.state.get()).toBe('closed');
    expect(document.activeElement).toBe(find('zoom-fit'));
  });

  test('a modal is never larger than the window, and fullscreen fills it whatever else it asked for', async () => {
    const { screen } = await open();
    const { innerWidth, innerHeight } = window;
    const large = screen.openPage({ kind: 'modal', url, width: 9000, height: 9000 });
    await until(() => has('modal'));
    const within = find('modal').getBoundingClientRect();
    expect(within.left >= 0 && within.top >= 0).toBe(true);
    expect(within.right <= innerWidth && within.bottom <= innerHeight).toBe(true);
    large.close();
    await until(() => !has('modal'));
    screen.openPage({ kind: 'modal', url, width: 300, height: 200, fullscreen: true });
    await until(() => has('modal'));
    const full = find('modal').getBoundingClientRect();
    expect([full.width, full.height]).toEqual([innerWidth, innerHeight]);
  });

  test('what an app shows lies within the padding it asked for, beside its panel', async () => {
    const { screen, board } = await open();
    screen.openPage({ kind: 'panel', url });
    await frame();
    const wished = { x: -500, y: -200, width: 400, height: 300 };
    const padding = { top: 50, right: 20, bottom: 10, left: 100 };
    const shown = await screen.showViewport(wished, { padding });
    expect(screen.viewport.get()).toEqual(shown);
    const { k } = board.state.camera.value;
    const free = {
      left: (wished.x - shown.x) * k,
      top: (wished.y - shown.y) * k,
      right: (shown.x + shown.width - wished.x - wished.width) * k,
      bottom: (shown.y + shown.height - wished.y - wished.height) * k,
    };
    const short = Object.entries(padding).filter(([side, least]) => free[side as 'left'] < least - 0.01);
    expect(short).toEqual([]);
    expect(shown.width * k).toBeCloseTo(board.state.size.value.width - 368, 5);
  });

  test('an app chooses the person’s tool and is told which it is; of one the board lacks the person is told', async () => {
    const { screen, board } = await open();
    const { tool } = board.state;
    screen.setTool('STICKER');
    expect([tool.value, screen.tool()]).toEqual(['sticky', 'STICKER']);
    tool.value = 'hand';
    expect(screen.tool()).toBe('HAND');
    tool.value = 'frame';
    expect(screen.tool()).toBe('CURSOR');
    screen.setTool('ERASER');
    expect([tool.value, screen.tool()]).toEqual(['select', 'ERASER']);
    await until(() => has('notification'));
    expect(find('notification').textContent).toContain('Example app chose the eraser');
  });

  test('a page that says nothing for ten seconds is replaced by what to do; a late answer brings it back', async () => {
    const { screen, clock } = await open();
    const page = screen.openPage({ kind: 'panel', url });
    await frame();
    await clock.advance(9_999);
    expect(page.state.get()).toBe('loading');
    await clock.advance(1);
    await until(() => has('page-failed'));
    expect(page.state.get()).toBe('failed');
    expect(find('page-failed').textContent).toContain('Example app does not answer');
    page.answered();
    await until(() => !has('page-failed'));
    expect(page.state.get()).toBe('live');
  });

  test('an app that cannot start is told of, at its icon too, and the board goes on', async () => {
    const { screen, clock, room } = await open();
    screen.openPage({ kind: 'headless', url });
    await frame();
    await clock.advance(10_000);
    await until(() => has('notification'));
    expect(find('notification').textContent).toBe(
      'Example app does not answer at about:blank. Check that it runs there, then reload this page.',
    );
    expect(find('app-icon').dataset.status).toBe('failed');
    find('board-canvas').focus();
    await userEvent.keyboard('n');
    await until(() => room.all().length === 1);
  });

  test('one panel in all: an app replaces its own and is told not to open over another’s', async () => {
    const { screen, other } = await open();
    const first = screen.openPage({ kind: 'panel', url });
    const second = screen.openPage({ kind: 'panel', url });
    await frame();
    expect([first.state.get(), second.state.get()]).toEqual(['closed', 'loading']);
    expect(document.querySelectorAll('[data-testid="panel"]').length).toBe(1);
    expect([screen.canOpen('panel'), other.canOpen('panel'), other.canOpen('modal')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('the icon is told to its own app only', async () => {
    const { screen, other } = await open();
    const heard: string[] = [];
    screen.onIconClick(() => heard.push('example'));
    other.onIconClick(() => heard.push('other'));
    await userEvent.click(find('app-icon'));
    expect(heard).toEqual(['example']);
  });

  test('an iframe gets the rights that the switches leave it', async () => {
    const { screen, board } = await open();
    screen.openPage({ kind: 'panel', url });
    await frame();
    const iframe = find('panel').querySelector('iframe');
    expect([
      iframe?.getAttribute('sandbox')?.split(' ').includes('allow-same-origin'),
      iframe?.allow,
    ]).toEqual([true, 'camera; microphone; display-capture; clipboard-read; clipboard-write']);
    expect(board.client.switches.get().storage).toBe('allowed');
  });

  test('a notification is cut at 80 characters and goes by itself', async () => {
    const { screen, clock } = await open();
    screen.notify({ type: 'info', message: 'a'.repeat(81) });
    await until(() => has('notification'));
    expect(find('notification').textContent).toBe(`${'a'.repeat(79)}…`);
    await clock.advance(5_000);
    await until(() => !has('notification'));
  });

  test('something dragged out of a panel follows the pointer and lands where it is let go', async () => {
    const { screen, board } = await open();
    const page = screen.openPage({ kind: 'panel', url });
    await until(() => page.window() !== null);
    screen.startDrag(page, {}, { x: 20, y: 20 });
    await until(() => has('drag-preview'));
    expect(screen.dropPoint(page, { x: 20, y: 20 })).toBe(null);
    const frameBox = find('panel').querySelector('iframe')?.getBoundingClientRect();
    const { width, height } = board.state.size.value;
    // The window's middle is the board's centre.
    const middle = { x: width / 2 - (frameBox?.left ?? 0), y: height / 2 - (frameBox?.top ?? 0) };
    screen.moveDrag(page, middle);
    await frame();
    const ghost = find('drag-preview').getBoundingClientRect();
    expect([ghost.left + ghost.width / 2, ghost.top + ghost.height / 2]).toEqual([width / 2, height / 2]);
    expect(screen.dropPoint(page, middle)).toEqual({ x: 0, y: 0 });
    screen.endDrag();
    await until(() => !has('drag-preview'));
  });
});
