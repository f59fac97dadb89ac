/** Timer, voting, invitations and following as a person meets them on the board page. */
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clockWords } from '../../../src/local-board/view/live/TimerWidget.tsx';
import { virtualClock } from '../../support/virtualClock.ts';
import { find, frame, has, openBoard, until } from './openBoard.ts';
import { roomBoard } from './roomBoard.ts';

const app = 'https://app.example';
const note = (content: string, x: number) => ({ type: 'sticky_note', content: `<p>${content}</p>`, x, y: 0 });

async function open(items: readonly Readonly<Record<string, unknown>>[] = []) {
  const clock = virtualClock();
  const room = roomBoard(clock);
  const opened = await openBoard(items, { room, clock });
  const max = await room.join('Max Example');
  return { ...opened, clock, room, max };
}

describe('the timer', () => {
  test('is started here and seen by all, each second, and says when it ends', async () => {
    const { clock, max } = await open();
    await userEvent.click(find('timer'));
    await userEvent.fill(find('timer-minutes'), '1');
    await userEvent.click(find('timer-start'));
    await until(() => has('timer-left'));
    expect(max.live.timer.get().status).toBe('STARTED');
    expect(find('timer-left').textContent).toBe('1:00');
    await clock.advance(3_500);
    await frame();
    expect(find('timer-left').textContent).toBe('0:57');
    await clock.advance(57_000);
    await until(() => !has('timer-left'));
    expect(find('notification').textContent).toContain('The timer has ended.');
  });

  test('is a timer to assistive technology, which is not told each second', async () => {
    const { max } = await open();
    await max.live.act({ do: 'timer', step: { how: 'start', duration: 60_000 } });
    await until(() => has('timer-left'));
    const left = find('timer-left');
    expect([left.getAttribute('role'), left.getAttribute('aria-live')]).toEqual(['timer', null]);
    expect(left.closest('[aria-live]')).toBe(null);
    expect(find('timer').getAttribute('aria-label')).toBe('Timer');
  });

  test('can be paused, gone on with, prolonged and stopped', async () => {
    const { max } = await open();
    await max.live.act({ do: 'timer', step: { how: 'start', duration: 60_000 } });
    await until(() => has('timer-left'));
    await userEvent.click(find('timer'));
    await userEvent.click(find('timer-pause'));
    await until(() => find('timer-pause').textContent === 'Go on');
    await userEvent.click(find('timer-more'));
    await until(() => find('timer-left').textContent === '2:00, paused');
    await userEvent.click(find('timer-pause'));
    await until(() => find('timer-left').textContent === '2:00');
    await userEvent.click(find('timer-stop'));
    await until(() => has('timer-start'));
    expect(max.live.timer.get().status).toBe('STOPPED');
  });

  test('shows its time the way clocks do', () => {
    expect([0, 9, 60, 245, 3600, 3845].map(clockWords)).toEqual([
      '0:00',
      '0:09',
      '1:00',
      '4:05',
      '1:00:00',
      '1:04:05',
    ]);
  });
});

describe('an invitation', () => {
  async function invited() {
    const opened = await open();
    const { max, board } = opened;
    const { value } = await max.live.act({
      do: 'session-start',
      app,
      name: 'Room 1',
      description: 'Ten minutes',
    });
    const session = (value as { readonly id: string }).id;
    const heard: unknown[] = [];
    max.live.onTold((_, event, payload) => event.includes('responded') && heard.push(payload));
    await max.live.act({ do: 'session-invite', app, session, users: [board.client.me.userId] });
    await until(() => has('invitation'));
    return { ...opened, heard };
  }
  const response = (user: string, status: string, reason: string) => [{ response: { user, status, reason } }];

  test('names who invites to what; joining answers it', async () => {
    const { heard, board } = await invited();
    expect(find('invitation').textContent).toContain('Max Example invites you to “Room 1”');
    expect(find('invitation').textContent).toContain('Ten minutes');
    await userEvent.click(find('invitation-accept'));
    await until(() => !has('invitation'));
    expect(heard).toEqual(response(board.client.me.userId, 'accepted', 'clicked-button'));
  });

  test('is not answered by what somebody was typing as it came', async () => {
    const { heard } = await invited();
    await userEvent.keyboard(' {Enter}');
    await frame();
    expect([has('invitation'), heard]).toEqual([true, []]);
  });

  test('Escape, or a press beside it, is a no', async () => {
    const { heard, board } = await invited();
    await userEvent.keyboard('{Escape}');
    await until(() => !has('invitation'));
    expect(heard).toEqual(response(board.client.me.userId, 'rejected', 'clicked-outside'));
  });

  test('goes away by itself', async () => {
    const { heard, board, clock } = await invited();
    await clock.advance(30_000);
    await until(() => !has('invitation'));
    expect(heard).toEqual(response(board.client.me.userId, 'rejected', 'timed-out'));
  });
});

describe('following', () => {
  const view = { x: 5000, y: 4000, width: 1280, height: 860 };

  async function following() {
    const opened = await open();
    const { max, board, clock } = opened;
    await max.live.act({ do: 'session-start', app, name: 'Room 1' });
    await board.client.live.act({ do: 'follow', app, followee: max.me.userId });
    await until(() => has('following'));
    max.live.show(view);
    await clock.advance(100);
    await until(() => board.state.viewport.value.x === view.x);
    return opened;
  }

  test('moves this window along, says so, and stops at the button', async () => {
    const { board } = await following();
    expect(board.state.viewport.value).toEqual(view);
    expect(find('following').textContent).toContain('Following Max Example');
    await userEvent.click(find('stop-following'));
    await until(() => !has('following'));
  });

  test('ends when this person moves the board', async () => {
    await following();
    await userEvent.click(find('zoom-in'));
    await until(() => !has('following'));
  });

  test('goes on while the window changes its size', async () => {
    const { board } = await following();
    board.state.covered.value = 368;
    await frame();
    expect(has('following')).toBe(true);
  });
});

describe('voting', () => {
  test('is started on all sticky notes, counted in secret, and shown when it is over', async () => {
    const { max, room, board } = await open([
      note('One', -300),
      note('Two', 0),
      { type: 'shape', x: 300, y: 0 },
    ]);
    await userEvent.click(find('voting'));
    await userEvent.fill(find('vote-title'), 'What first?');
    await userEvent.fill(find('vote-count'), '2');
    await userEvent.click(find('vote-start'));
    await userEvent.keyboard('{Escape}');
    await until(() => document.querySelectorAll('[data-testid="vote"]').length === 2);
    const [one, two] = room.all().filter(({ type }) => type === 'sticky_note');
    const button = (id = '') =>
      document.querySelector<HTMLButtonElement>(`[data-testid="vote"][data-item="${id}"]`);
    for (const times of [1, 2]) {
      button(two?.id)?.click();
      await until(() => button(two?.id)?.textContent === String(times));
    }
    expect(button(one?.id)?.disabled).toBe(true);
    expect(find('vote-bar').textContent).toContain('no votes left');
    await userEvent.click(find('vote-less'));
    await until(() => button(one?.id)?.disabled === false);
    await max.live.act({ do: 'vote-cast', item: two?.id ?? '', how: 'give' });
    await until(() => find('vote-bar').textContent?.includes('2 people have voted') === true);
    await userEvent.click(find('vote-finish'));
    await until(() => !has('vote-bar'));
    expect(find('notification').textContent).toContain('The vote is over');
    await userEvent.click(find('voting'));
    const rows = [...find('vote-result').querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(rows).toEqual(['Two2', 'One0']);
    expect(board.state.selection.value).toEqual([]);
  });

  test('is on what is selected where something is; pressing a vote selects nothing', async () => {
    const { board, room } = await open([note('One', -300), note('Two', 0)]);
    const [one] = room.all();
    board.state.selection.value = [one?.id ?? ''];
    await userEvent.click(find('voting'));
    expect(find('vote-start').textContent).toBe('Vote on the selected item');
    await userEvent.fill(find('vote-title'), 'Really?');
    await userEvent.click(find('vote-start'));
    await userEvent.keyboard('{Escape}');
    await until(() => has('vote'));
    board.state.selection.value = [];
    await userEvent.click(find('vote'));
    await until(() => find('vote').textContent === '1');
    expect(board.state.selection.value).toEqual([]);
  });
});

test('a plan without timer and voting shows neither', async () => {
  const { board } = await open();
  board.client.setSwitches({ plan: 'free' });
  await until(() => !has('timer'));
  expect(has('voting')).toBe(false);
});
