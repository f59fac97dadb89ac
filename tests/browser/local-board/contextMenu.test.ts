/** The context menu: what it offers, how it opens, moves and closes, and the apps' entries in it. */
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { OfferedAction } from '../../../src/local-board/host/screen.ts';
import { at, find, frame, has, type OpenBoard, openBoard, until } from './openBoard.ts';

const note = (x: number, content = '') => ({ type: 'sticky_note', x, width: 100, content });
const open2 = (options?: { readonly access: 'view' }) =>
  openBoard([note(-200, '<p>left</p>'), note(0, '<p>right</p>')], options);

async function rightClick(open: OpenBoard, x: number, y: number): Promise<void> {
  const place = at(open, x, y);
  const target = document.elementFromPoint(place.clientX, place.clientY) ?? find('board-canvas');
  target.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, ...place }),
  );
  await until(() => has('context-menu'));
}

const offering = (open: OpenBoard, actions: readonly OfferedAction[]) => {
  const run = vi.fn();
  open.screens[0]?.offerActions({ offered: async (ids) => (ids.length > 0 ? actions : []), run });
  return run;
};

const entries = () =>
  [...find('context-menu').querySelectorAll('[role="menuitem"]')].map((entry) =>
    entry.getAttribute('aria-label'),
  );
const upwards = ({ board }: OpenBoard) => board.state.inLine(['1', '2']).join();
const inHand = () => document.activeElement?.getAttribute('aria-label');

describe('the context menu', () => {
  test('on an item it selects the item and offers what a hand can do with it', async () => {
    const open = await open2();
    await rightClick(open, -200, 0);
    expect(open.board.state.selected.value).toEqual(['1']);
    expect(entries()).toEqual([
      'Copy',
      'Cut',
      'Paste here',
      'Duplicate',
      'Bring to front',
      'Send to back',
      'Delete',
    ]);
    expect(find('menu-paste').getAttribute('aria-disabled')).toBe('true');
  });

  test('on one of several selected it is about all of them', async () => {
    const open = await open2();
    open.board.state.selection.value = ['1', '2'];
    await rightClick(open, 0, 0);
    expect(open.board.state.selected.value).toEqual(['1', '2']);
    await userEvent.click(find('menu-delete'));
    await until(() => open.room.all().length === 0);
    expect(has('context-menu')).toBe(false);
  });

  test('on the board itself it lets go of the selection and offers what concerns the board', async () => {
    const open = await open2();
    open.board.state.selection.value = ['1'];
    await rightClick(open, 0, 300);
    expect([open.board.state.selected.value, entries()]).toEqual([
      [],
      ['Paste here', 'New sticky note', 'Select all', 'Zoom to fit'],
    ]);
    await userEvent.click(find('menu-add-note'));
    await until(() => open.room.all().length === 3);
    expect(open.room.get('3')).toMatchObject({ x: 0, y: 300 });
  });

  test('who may only look is offered no change', async () => {
    const open = await open2({ access: 'view' });
    await rightClick(open, 0, 0);
    expect(entries()).toEqual(['Copy']);
  });

  test('to front and to back change what covers what', async () => {
    const open = await open2();
    await rightClick(open, -200, 0);
    await userEvent.click(find('menu-front'));
    await until(() => upwards(open) === '2,1');
    await rightClick(open, -200, 0);
    await userEvent.click(find('menu-back'));
    await until(() => upwards(open) === '1,2');
    expect(upwards(open)).toBe('1,2');
  });

  test('several can be made a group, and a group several', async () => {
    const open = await open2();
    open.board.state.selection.value = ['1', '2'];
    await rightClick(open, 0, 0);
    expect(entries()).not.toContain('Ungroup');
    await userEvent.click(find('menu-group'));
    await until(() => open.room.get('1').groupId !== undefined);
    expect(open.room.get('2').groupId).toBe(open.room.get('1').groupId);
    open.board.state.selection.value = ['1', '2'];
    await rightClick(open, 0, 0);
    expect(entries()).not.toContain('Group');
    await userEvent.click(find('menu-ungroup'));
    await until(() => open.room.get('1').groupId === undefined);
  });

  test('the keyboard opens it, walks it round, and Escape gives the focus back', async () => {
    const open = await open2();
    find('board-canvas').focus();
    await userEvent.keyboard('{Tab}');
    const item = document.activeElement;
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await until(() => has('context-menu'));
    expect(open.board.state.selected.value.length).toBe(1);
    const walked = [inHand()];
    for (const key of ['{ArrowDown}', '{End}', '{ArrowDown}', '{ArrowUp}', '{Home}', 'd', 'd', 'b']) {
      await userEvent.keyboard(key);
      walked.push(inHand());
    }
    expect(walked).toEqual([
      'Copy',
      'Cut',
      'Delete',
      'Copy',
      'Delete',
      'Copy',
      'Duplicate',
      'Delete',
      'Bring to front',
    ]);
    await userEvent.keyboard('{Escape}');
    await until(() => !has('context-menu'));
    expect(document.activeElement).toBe(item);
    expect(open.board.state.selected.value.length).toBe(1);
  });

  test('Enter does what the entry says; the board hears no key of it', async () => {
    const open = await open2();
    await rightClick(open, 0, 0);
    await userEvent.keyboard('n{ArrowLeft}{Delete}');
    await frame();
    expect(open.room.all().length).toBe(2);
    await userEvent.keyboard('{End}{Enter}');
    await until(() => open.room.all().length === 1);
  });

  test('what is copied from it can be pasted where it is opened next', async () => {
    const open = await open2();
    await rightClick(open, 0, 0);
    await userEvent.click(find('menu-copy'));
    await rightClick(open, 100, 300);
    expect(find('menu-paste').getAttribute('aria-disabled')).toBe('false');
    await userEvent.click(find('menu-paste'));
    await until(() => open.room.all().length === 3);
    expect(open.room.get('3')).toMatchObject({ x: 100, y: 300, content: '<p>right</p>' });
  });

  test('it closes at a press elsewhere, at a turn of the wheel, and when the selection changes', async () => {
    const open = await open2();
    const closings: (() => void)[] = [
      () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
      () => find('board-canvas').dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 10 })),
      () => {
        open.board.state.selection.value = ['1'];
      },
      () => void open.board.looking.setZoom(2),
      () => window.dispatchEvent(new Event('blur')),
    ];
    for (const closing of closings) {
      await rightClick(open, 0, 0);
      closing();
      await until(() => !has('context-menu'));
    }
  });

  test('it stays in the window', async () => {
    const open = await open2();
    const { innerWidth, innerHeight } = window;
    open.board.menu.openOn(null, { x: innerWidth - 2, y: innerHeight - 2 });
    await until(() => has('context-menu'));
    const { right, bottom } = find('context-menu').getBoundingClientRect();
    expect([right, bottom]).toEqual([innerWidth - 8, innerHeight - 8]);
  });

  test('the button above the selection opens it too', async () => {
    const open = await open2();
    open.board.state.selection.value = ['2'];
    await until(() => has('more'));
    await userEvent.click(find('more'));
    await until(() => has('context-menu'));
    expect(entries()[0]).toBe('Copy');
  });

  test('apps’ actions stand in it under their app, and are told what was selected', async () => {
    const open = await open2();
    const run = offering(open, [
      {
        event: 'translate-content',
        label: 'Translate',
        icon: 'no-such-icon',
        description: 'Into your language',
      },
    ]);
    await rightClick(open, 0, 0);
    await until(() => document.querySelector('[data-custom-action]') !== null);
    const entry = find('context-menu').querySelector<HTMLElement>('[data-custom-action="translate-content"]');
    expect(entry?.getAttribute('aria-label')).toBe('Translate');
    expect(entry?.textContent).toBe('ETranslateInto your language');
    expect(entry?.closest('fieldset')?.getAttribute('aria-label')).toBe('Example app');
    await userEvent.keyboard('{End}{Enter}');
    await until(() => !has('context-menu'));
    expect(run.mock.calls).toEqual([['translate-content', ['2']]]);
  });

  test('an icon is one of Miro’s by name, or an image', async () => {
    const open = await open2();
    offering(open, [
      { event: 'one', label: 'One', icon: 'chat' },
      { event: 'two', label: 'Two', icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>' },
    ]);
    await rightClick(open, 0, 0);
    await until(() => document.querySelector('[data-custom-action="one"] .icon.action-icon') !== null);
    expect(document.querySelector('[data-custom-action="two"] img')).not.toBe(null);
  });

  test('an app whose answer does not come keeps nobody waiting; one that fails is named', async () => {
    const open = await open2();
    open.screens[0]?.offerActions({ offered: () => new Promise(() => {}), run() {} });
    open.screens[1]?.offerActions({ offered: () => Promise.reject(new Error('too long')), run() {} });
    await rightClick(open, 0, 0);
    expect(entries().length).toBe(7);
    await until(() => has('notification'));
    expect(find('notification').textContent).toContain('Other app');
  });
});
