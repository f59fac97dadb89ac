import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, has, openBoard, until } from './openBoard.ts';

describe('the board’s name', () => {
  test('stands at the top left, leads back to all boards, and follows the server', async () => {
    const { room } = await openBoard();
    expect([find('board-name').textContent, find('all-boards').getAttribute('href')]).toEqual(['test', '/']);
    room.rename('Team <b>Credit</b>');
    await until(() => find('board-name').textContent === 'Team <b>Credit</b>');
  });

  test('is written in place: Enter renames, Escape does not; letters do nothing else', async () => {
    const asked: string[] = [];
    const { room } = await openBoard([], {
      rename: async (name) => {
        asked.push(name);
        return undefined;
      },
    });
    await userEvent.click(find('rename-board'));
    await userEvent.keyboard('n{Escape}');
    await until(() => has('rename-board'));
    await userEvent.click(find('rename-board'));
    await userEvent.fill(find('board-name-field'), 'n');
    await userEvent.keyboard('{Enter}');
    await until(() => asked.length > 0);
    expect([asked, room.all()]).toEqual([['n'], []]);
    await until(() => document.activeElement === find('rename-board'));
  });

  test('of a board that is deleted stays, without tools, under words and the way to all boards', async () => {
    const { room } = await openBoard([], { rename: async () => undefined });
    room.close('This board was deleted.');
    await until(() => has('connection'));
    const words = find('connection');
    expect([words.textContent, words.querySelector('a')?.getAttribute('href')]).toEqual([
      'This board was deleted.All boards',
      '/',
    ]);
    await until(() => !has('add-sticky') && !has('rename-board'));
  });

  test('that could not be given is told of', async () => {
    await openBoard([], { rename: async () => 'The board server does not answer.' });
    await userEvent.click(find('rename-board'));
    await userEvent.fill(find('board-name-field'), 'New');
    await userEvent.keyboard('{Enter}');
    await until(() => has('notification'));
    expect([find('notification').textContent, find('board-name').textContent]).toEqual([
      'The board server does not answer.',
      'test',
    ]);
  });
});
