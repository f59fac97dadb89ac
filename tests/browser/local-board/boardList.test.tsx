/** The page with all boards, on a server that a test plays. */
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, ok } from '../../../src/base/result.ts';
import { type ListedBoard, largestBoardFile } from '../../../src/local-board/client/listedBoard.ts';
import { BoardList } from '../../../src/local-board/view/list/BoardList.tsx';
import type { BoardsApi } from '../../../src/local-board/view/list/boardsApi.ts';
import { createListState } from '../../../src/local-board/view/list/listState.ts';
import '../../../src/local-board/view/page.css';
import '../../../src/local-board/view/list/list.css';
import { virtualClock } from '../../support/virtualClock.ts';
import { find, has, until } from './openBoard.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
});

const start = Date.UTC(2026, 0, 5, 9);
const board = (id: string, more: Partial<ListedBoard> = {}): ListedBoard => ({
  id,
  name: id,
  createdAt: new Date(start).toISOString(),
  updatedAt: new Date(start).toISOString(),
  people: [],
  ...more,
});

async function open(boards: ListedBoard[], changes: Partial<BoardsApi> = {}) {
  await page.viewport(1000, 800);
  const asked: unknown[][] = [];
  const opened: string[] = [];
  const remembered = { user: '' };
  const note =
    <A extends unknown[], T>(name: string, answer: (...given: A) => T) =>
    async (...given: A) => {
      asked.push([name, ...given]);
      return ok(answer(...given));
    };
  const api: BoardsApi = {
    list: async () => ok([...boards]),
    create: note('create', (name: string) => board('new', { name })),
    rename: note('rename', (id: string, name: string) => board(id, { name })),
    copy: note('copy', (id: string) => board(`${id}-2`, { name: `Copy of ${id}` })),
    remove: note('remove', () => undefined),
    import: note('import', () => board('new', { name: 'From a file' })),
    ...changes,
  };
  const clock = virtualClock(start + 3 * 60_000);
  const state = createListState({
    api,
    clock,
    user: {
      read: () => remembered.user,
      write(user) {
        remembered.user = user;
      },
    },
    open: (address) => opened.push(address),
  });
  const root = document.body.appendChild(document.createElement('div'));
  render(<BoardList state={state} />, root);
  const stop = state.start();
  cleanUps.push(() => {
    stop();
    render(null, root);
    root.remove();
  });
  await until(() => !root.textContent?.includes('Looking for'));
  return { asked, opened, remembered, clock };
}

const rows = () => [...document.querySelectorAll('[data-testid="board-row"]')].map((row) => row.textContent);

describe('the list of boards', () => {
  test('without boards says what to do', async () => {
    await open([]);
    expect(find('no-boards').textContent).toContain('No boards yet');
  });

  test('says when each was changed and who has it open, and leads to it', async () => {
    const people = ['Erin Example', 'Max Example', 'Maya Made-Up', 'Noor Nobody'];
    await open([board('team', { people: ['Erin Example'] }), board('all', { people })]);
    expect(rows()).toEqual([
      'teamChanged 3 minutes ago · Erin Example has it open',
      'allChanged 3 minutes ago · Erin Example, Max Example, and 2 others have it open',
    ]);
    expect(find('open').getAttribute('href')).toBe('/board/team');
  });

  test('makes a board by name and opens it', async () => {
    const { asked, opened } = await open([]);
    await userEvent.type(find('new-name'), 'Team Credit{Enter}');
    await until(() => opened.length > 0);
    expect([asked, opened]).toEqual([[['create', 'Team Credit']], ['/board/new']]);
  });

  test('renames in place: Enter saves, Escape does not, and the focus comes back', async () => {
    const { asked } = await open([board('team')]);
    await userEvent.click(find('rename'));
    await userEvent.fill(find('rename-field'), 'Other');
    await userEvent.keyboard('{Escape}');
    await until(() => document.activeElement === find('rename'));
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(find('rename-field'), 'Credit');
    await userEvent.keyboard('{Enter}');
    await until(() => document.activeElement === find('rename'));
    expect(asked).toEqual([['rename', 'team', 'Credit']]);
  });

  test('deletes after asking, and says who has it open', async () => {
    const boards = [board('team', { people: ['Erin Example'] })];
    const { asked } = await open(boards);
    await userEvent.click(find('delete'));
    expect(find('ask-delete').textContent).toContain('Erin Example has it open and will be told.');
    await userEvent.keyboard('{Escape}');
    await until(() => !has('ask-delete'));
    expect([asked, document.activeElement]).toEqual([[], find('delete')]);
    await userEvent.click(find('delete'));
    boards.length = 0;
    await userEvent.click(find('delete-really'));
    await until(() => asked.length > 0);
    expect(asked).toEqual([['remove', 'team']]);
    await until(() => document.activeElement === find('new-name'));
  });

  test('duplicates, and offers the file by name', async () => {
    const { asked } = await open([board('team')]);
    await userEvent.click(find('duplicate'));
    await until(() => asked.length > 0);
    expect(asked).toEqual([['copy', 'team']]);
    expect(find('export').getAttribute('href')).toBe('/api/boards/team/file');
  });

  test('says why a file is not taken, by its name', async () => {
    await open([], { import: async () => fail('This is no file of a board.') });
    await userEvent.upload(find('import'), new File(['{}'], 'notes.json', { type: 'application/json' }));
    await until(() => has('list-trouble'));
    expect(find('list-trouble').textContent).toBe(
      '“notes.json” was not imported. This is no file of a board.',
    );
  });

  test('does not even send a file that is too large', async () => {
    const { asked } = await open([]);
    const file = new File(['{}'], 'big.json');
    Object.defineProperty(file, 'size', { value: largestBoardFile + 1 });
    const input = find('import') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => has('list-trouble'));
    expect([find('list-trouble').textContent, asked]).toEqual([
      '“big.json” is larger than a board’s file can be (64 MB).',
      [],
    ]);
  });

  test('a server that is away is told of, and no longer once it answers', async () => {
    const answers = { away: true };
    const { clock } = await open([], {
      list: async () => (answers.away ? fail('The board server does not answer.') : ok([board('team')])),
    });
    expect(find('list-trouble').textContent).toBe('The board server does not answer.');
    answers.away = false;
    await clock.advance(15_000);
    await until(() => has('board-row'));
    expect(has('list-trouble')).toBe(false);
  });

  test('remembers who somebody is', async () => {
    const { remembered } = await open([]);
    await userEvent.type(find('your-name'), ' Erin Example{Enter}');
    await until(() => remembered.user !== '');
    expect(remembered.user).toBe('Erin Example');
  });
});
