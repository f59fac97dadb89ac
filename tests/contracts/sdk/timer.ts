/** What the local board promises an app: the timer. Milliseconds. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

const minute = 60_000;

export function timerContract(on: Scene): void {
  describe('timer', () => {
    const timer = () => on.erin.miro.board.timer;

    test('a board has one timer, shared by all; get, start and isStarted tell how it stands [timer]', async () => {
      const max = await on.boards.join('Max Example');
      expect(await timer().get()).toEqual({ status: 'STOPPED', restDuration: 0, totalDuration: 0 });
      expect(await timer().isStarted()).toBe(false);
      const started = { status: 'STARTED', restDuration: minute, totalDuration: minute };
      expect(await timer().start(minute)).toEqual(started);
      expect(await max.miro.board.timer.get()).toEqual(started);
      expect(await max.miro.board.timer.isStarted()).toBe(true);
      await on.boards.advance(20_000);
      expect(await max.miro.board.timer.get()).toEqual({ ...started, restDuration: 40_000 });
    });

    test('pausing holds what is left, resuming goes on from there [timer]', async () => {
      await timer().start(minute);
      await on.boards.advance(10_000);
      const paused = { status: 'PAUSED', restDuration: 50_000, totalDuration: minute };
      expect(await timer().pause()).toEqual(paused);
      await on.boards.advance(30_000);
      expect(await timer().get()).toEqual(paused);
      expect(await timer().resume()).toEqual({ ...paused, status: 'STARTED' });
      await on.boards.advance(20_000);
      expect((await timer().get()).restDuration).toBe(30_000);
    });

    test('prolonging adds to what is left and to the whole, also while paused [timer]', async () => {
      await timer().start(minute);
      await on.boards.advance(10_000);
      expect(await timer().prolong(minute)).toEqual({
        status: 'STARTED',
        restDuration: 110_000,
        totalDuration: 120_000,
      });
      await timer().pause();
      expect((await timer().prolong(1000)).restDuration).toBe(111_000);
    });

    test('every page of every app in every window hears start, update and finish [timer]', async () => {
      const max = await on.boards.join('Max Example', { app: 'http://localhost:4001/' });
      const heard: unknown[] = [];
      for (const [name, { miro }] of Object.entries({ erin: on.erin, max }))
        for (const event of ['start', 'update', 'finish'] as const)
          await miro.board.timer.on(event, (told) => heard.push([name, event, told.timer.restDuration]));
      await timer().start(minute);
      await on.boards.advance(10_000);
      await timer().pause();
      await timer().resume();
      await timer().prolong(minute);
      await on.boards.advance(110_000);
      expect(heard.filter((entry) => Array.isArray(entry) && entry[0] === 'max')).toEqual([
        ['max', 'start', minute],
        ['max', 'update', 50_000],
        ['max', 'update', 50_000],
        ['max', 'update', 110_000],
        ['max', 'finish', 0],
      ]);
      expect(heard.filter((entry) => Array.isArray(entry) && entry[0] === 'erin')).toHaveLength(5);
      expect(await timer().get()).toEqual({
        status: 'STOPPED',
        restDuration: 0,
        totalDuration: 120_000,
      });
    });

    test('we assume: stopping is told as finish, once, and a handler taken off hears nothing', async () => {
      const heard: string[] = [];
      const silenced = () => heard.push('silenced');
      await timer().on('finish', ({ timer: told }) => heard.push(told.status));
      await timer().on('finish', silenced);
      await timer().off('finish', silenced);
      await timer().start(minute);
      await timer().stop();
      await on.boards.advance(2 * minute);
      expect(heard).toEqual(['STOPPED']);
    });

    test('a duration is greater than 0 [timer]', async () => {
      await expect(timer().start(0)).rejects.toThrow('greater than 0');
      await expect(timer().start(-1)).rejects.toThrow('greater than 0');
      await expect(timer().start(Number.NaN)).rejects.toThrow('must be a number');
      await timer().start(minute);
      await expect(timer().prolong(0)).rejects.toThrow('greater than 0');
    });

    test('we assume: what makes no sense in the present state is refused, and a day is the most', async () => {
      await expect(timer().stop()).rejects.toThrow('not been started');
      await expect(timer().pause()).rejects.toThrow('not running');
      await expect(timer().resume()).rejects.toThrow('not paused');
      await expect(timer().prolong(minute)).rejects.toThrow('not been started');
      await expect(timer().start(25 * 60 * minute)).rejects.toThrow('at most');
      await timer().start(minute);
      await expect(timer().start(minute)).rejects.toThrow('already been started');
      await expect(timer().prolong(24 * 60 * minute)).rejects.toThrow('at most');
    });

    test('without a paid plan canUse says so and every call is refused [timer, error handling]', async () => {
      await on.reopen({ plan: 'free' });
      expect(await on.erin.miro.board.canUse('timer')).toBe(false);
      await expect(timer().start(minute)).rejects.toThrow('paid plans: timer');
      await expect(timer().get()).rejects.toThrow('paid plans: timer');
    });

    test('we assume: who may only view sees the timer and does not touch it', async () => {
      const viewer = await on.boards.join('Vic Example', { switches: { access: 'view' } });
      await timer().start(minute);
      expect((await viewer.miro.board.timer.get()).status).toBe('STARTED');
      await expect(viewer.miro.board.timer.stop()).rejects.toThrow('only view');
    });
  });
}
