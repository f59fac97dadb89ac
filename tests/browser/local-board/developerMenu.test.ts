/** The developer menu: switches seen and changed while the board is open, and what they do at once. */
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../../src/base/systemClock.ts';
import { runApps } from '../../../src/local-board/view/pages/runningApps.ts';
import { virtualClock } from '../../support/virtualClock.ts';
import { find, frame, has, openBoard, until } from './openBoard.ts';
import { roomBoard } from './roomBoard.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
});

const openMenu = async () => {
  await userEvent.click(find('developer-button'));
  await until(() => find('developer-menu').matches(':popover-open'));
};
const field = (name: string) => find(`switch-${name}`) as HTMLInputElement | HTMLSelectElement;

async function choose(name: string, value: string): Promise<void> {
  await userEvent.selectOptions(field(name), value);
}

describe('the developer menu', () => {
  test('shows every switch as it stands, and says without being opened what is not as usual', async () => {
    const { board } = await openBoard();
    expect(has('unusual')).toBe(false);
    board.client.setSwitches({ latency: 60, fail: 0.25, plan: 'free' });
    await until(() => has('unusual'));
    expect(find('unusual').textContent).toBe('latency 60 · fail 0.25 · 1 more');
    expect(find('developer-button').getAttribute('aria-label')).toBe(
      'Developer menu; not as usual: latency 60, fail 0.25, plan free',
    );
    await openMenu();
    expect(['latency', 'fail', 'plan', 'storage'].map((name) => field(name).value)).toEqual([
      '60',
      '0.25',
      'free',
      'allowed',
    ]);
  });

  test('sets a switch by keyboard, for this window, while the board keeps still', async () => {
    const { board, room } = await openBoard([{ type: 'sticky_note', x: 0, y: 0 }]);
    board.state.selection.value = ['1'];
    find('developer-button').focus();
    await userEvent.keyboard('{Enter}');
    await until(() => find('developer-menu').matches(':popover-open'));
    field('latency').focus();
    await userEvent.keyboard('{Control>}a{/Control}250{Tab}');
    expect(board.client.ownSwitches()).toEqual({ latency: 250 });
    field('plan').focus();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('{Escape}');
    expect(room.get('1')).toMatchObject({ x: 0, y: 0 });
    expect(board.client.switches.get().latency).toBe(250);
  });

  test('takes no value that a switch cannot have', async () => {
    const { board } = await openBoard();
    await openMenu();
    await userEvent.fill(field('fail'), '7');
    await userEvent.keyboard('{Tab}');
    await frame();
    expect([board.client.ownSwitches(), field('fail').value]).toEqual([{}, '0']);
  });

  test('a person who may only view loses the tools at once, and gets them back', async () => {
    await openBoard();
    await openMenu();
    await choose('access', 'view');
    await until(() => !has('add-sticky'));
    await choose('access', 'edit');
    await until(() => has('add-sticky'));
  });

  test('the connection can be switched off and on, and the page says that it is', async () => {
    const { board } = await openBoard();
    await openMenu();
    await choose('online', 'no');
    await until(() => has('connection'));
    expect(find('connection').textContent).toBe('The connection is switched off in the developer menu.');
    await choose('online', 'yes');
    await until(() => !has('connection'));
    expect(board.client.connection.get()).toBe('live');
  });

  test('what the server says for everybody is shown as such, and a window may differ', async () => {
    const room = roomBoard(systemClock, { budget: 'board' });
    const { board } = await openBoard([], { room });
    expect(find('unusual').textContent).toBe('budget board');
    await openMenu();
    expect(find('developer-menu').textContent).toContain(
      'budget · usually user · set to board for everybody on this server',
    );
    await choose('budget', 'user');
    await until(() => !has('unusual'));
    expect(board.client.ownSwitches()).toEqual({ budget: 'user' });
    await choose('budget', 'board');
    expect(board.client.ownSwitches()).toEqual({});
  });

  test('“Reset all” takes back what this window said', async () => {
    const { board } = await openBoard();
    board.client.setSwitches({ latency: 60, plan: 'free' });
    await openMenu();
    await userEvent.click(find('reset-switches'));
    await until(() => !has('unusual'));
    expect(board.client.ownSwitches()).toEqual({});
    expect((find('reset-switches') as HTMLButtonElement).disabled).toBe(true);
  });

  test('credits are shown as they are spent', async () => {
    const clock = virtualClock();
    const { board } = await openBoard([], { clock });
    await board.client.ask({ ask: 'nothing' }, { app: 'https://app.example', credits: 1500 });
    await clock.advance(1_000);
    await frame();
    expect(find('credits').textContent).toBe(
      'This minute1,500 of 100,000 creditsThis hour1,500 of 1,000,000 credits',
    );
    await clock.advance(60_000);
    await frame();
    expect(find('credits').textContent).toBe(
      'This minute0 of 100,000 creditsThis hour1,500 of 1,000,000 credits',
    );
  });
});

describe('the pages of apps', () => {
  test('are made anew when what they may do has changed, and only then', async () => {
    const { board, screens } = await openBoard();
    const restarts: number[] = [];
    const [first] = screens;
    if (!first) throw new Error('The board shows no apps.');
    cleanUps.push(
      runApps({
        client: board.client,
        apps: [{ id: 'http://localhost:1', name: 'Example app', url: 'http://localhost:1/app.html' }],
        screens: [first],
        window,
        clock: virtualClock(),
        random: () => 0.5,
        onRestart: () => restarts.push(1),
      }),
    );
    const iframe = () => document.querySelector<HTMLIFrameElement>('[data-app-page="headless"]');
    const facts = () => [
      iframe()?.getAttribute('src'),
      iframe()?.getAttribute('sandbox')?.includes('allow-downloads'),
      restarts.length,
    ];
    await until(() => iframe() !== null);
    const before = iframe();
    board.client.setSwitches({ latency: 60 });
    await frame();
    expect([facts(), iframe() === before]).toEqual([['http://localhost:1/app.html', true, 0], true]);
    board.client.setSwitches({ downloads: 'denied' });
    await frame();
    expect(facts()).toEqual(['http://localhost:1/app.html', false, 1]);
    board.client.setSwitches({ site: 'other' });
    await frame();
    expect(facts()).toEqual(['http://127.0.0.1:1/app.html', true, 2]);
  });
});
