/** Switches changed while a board is open: they hold from then on, on both ends, and after a lost connection too. */
import { afterEach, describe, expect, test } from 'vitest';
import { type MemoryBoard, memoryBoard } from '../../src/local-board/memoryBoard.ts';

let board: MemoryBoard;
afterEach(() => board.dispose());

const said = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: Error) => error.message,
  );

describe('switches of an open window', () => {
  test('reach the server: who may only look is refused, until they may write again', async () => {
    board = memoryBoard();
    const { client } = await board.join('Erin Example');
    client.setSwitches({ access: 'view' });
    expect(client.me.access).toBe('view');
    expect(await said(client.create([{ type: 'text' }]))).toMatch(/^You may only view/);
    client.setSwitches({});
    expect(client.me.access).toBe('edit');
    expect(await said(client.create([{ type: 'text' }]))).toBe('done');
  });

  test('are this window’s alone', async () => {
    board = memoryBoard();
    const erin = await board.join('Erin Example');
    const max = await board.join('Max Example');
    erin.client.setSwitches({ access: 'view' });
    expect(await said(max.client.create([{ type: 'text' }]))).toBe('done');
  });

  test('outrank what the server says for everybody, which is told apart', async () => {
    board = memoryBoard({ switches: { plan: 'free', budget: 'board' } });
    const { client } = await board.join('Erin Example');
    client.setSwitches({ plan: 'paid' });
    expect([client.switches.get().plan, client.switches.get().budget]).toEqual(['paid', 'board']);
    expect(client.everybodysSwitches()).toMatchObject({ plan: 'free', budget: 'board' });
    client.setSwitches({});
    expect(client.switches.get().plan).toBe('free');
  });

  test('cut and mend the connection, and are still said when it is back', async () => {
    board = memoryBoard();
    const { client } = await board.join('Erin Example');
    client.setSwitches({ online: 'no' });
    expect(client.connection.get()).toBe('offline');
    client.setSwitches({ access: 'view' });
    await board.settled();
    expect(client.connection.get()).toBe('live');
    expect(await said(client.create([{ type: 'text' }]))).toMatch(/^You may only view/);
  });
});
