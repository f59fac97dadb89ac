/** What the local board promises an app: viewport, notifications, people. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function viewportContract(on: Scene): void {
  describe('viewport, notifications, people', () => {
    test('the viewport is told by its top-left corner; zoomTo fits the items [viewport]', async () => {
      const { board } = on.erin.miro;
      const a = await board.createShape({ x: 0, y: 0 });
      const b = await board.createShape({ x: 1000, y: 500 });
      await board.viewport.zoomTo([a, b]);
      expect(await board.viewport.get()).toEqual({ x: -50, y: -50, width: 1100, height: 600 });
      await expect(board.viewport.zoomTo([])).rejects.toThrow('Cannot zoom');
      await board.viewport.setZoom(2);
      expect(await board.viewport.getZoom()).toBe(2);
      await expect(board.viewport.setZoom(5)).rejects.toThrow('zoom level');
    });

    test('set gives what is really shown, which holds what was asked for [viewport]', async () => {
      const { viewport } = on.erin.miro.board;
      const wished = { x: -100, y: 50, width: 500, height: 300 };
      const shown = await viewport.set({
        viewport: wished,
        padding: { top: 10, left: 20, right: 30, bottom: 40 },
        animationDurationInMs: 200,
      });
      expect(await viewport.get()).toEqual(shown);
      expect(shown.x <= wished.x && shown.y <= wished.y).toBe(true);
      expect(shown.x + shown.width).toBeGreaterThanOrEqual(wished.x + wished.width);
      expect(shown.y + shown.height).toBeGreaterThanOrEqual(wished.y + wished.height);
    });

    test('zoomTo takes one item as well as many, and needs one that is there [viewport; errors]', async () => {
      const { board } = on.erin.miro;
      const shape = await board.createShape({ x: 300, y: 0 });
      await board.viewport.zoomTo(shape);
      const { x, y, width, height } = await board.viewport.get();
      expect([x + width / 2, y + height / 2]).toEqual([300, 0]);
      await board.remove(shape);
      await expect(board.viewport.zoomTo(shape)).rejects.toThrow('Cannot zoom');
    });

    test('findEmptySpace keeps its distance from everything, 100 unless told [board]', async () => {
      const { board } = on.erin.miro;
      await board.createFrame({ width: 1000, height: 1000 });
      const free = await board.findEmptySpace({ x: 0, y: 0, width: 300, height: 200 });
      expect([free.width, free.height]).toEqual([300, 200]);
      const apart = Math.max(Math.abs(free.x) - 650, Math.abs(free.y) - 600);
      expect(apart).toBeGreaterThanOrEqual(100);
      const far = { x: 5000, y: 0, width: 300, height: 200 };
      expect(await board.findEmptySpace(far)).toEqual(far);
    });

    test('a notification has at most 80 characters [notifications]', async () => {
      const { notifications } = on.erin.miro.board;
      await notifications.showInfo('x'.repeat(80));
      await expect(notifications.showError('x'.repeat(81))).rejects.toThrow('80');
      expect(on.erin.screen.notices).toEqual([{ type: 'info', message: 'x'.repeat(80) }]);
    });

    test('a notification is of one of two types, in any script, and for this person alone [notifications]', async () => {
      const max = await on.boards.join('Max Example');
      const { notifications } = on.erin.miro.board;
      // Its type is an enum of Miro's own, which an app meets as a string.
      await notifications.show({ type: 'error', message: '🌱'.repeat(80) } as never);
      await notifications.showError('Não, 不');
      await expect(notifications.show({ message: 'x' } as never)).rejects.toThrow('type');
      expect(on.erin.screen.notices).toEqual([
        { type: 'error', message: '🌱'.repeat(80) },
        { type: 'error', message: 'Não, 不' },
      ]);
      expect(max.screen.notices).toEqual([]);
    });

    test('a person is the same tomorrow and in another tab; canUse tells of the plan', async () => {
      const again = await on.boards.join('Erin  Example ');
      expect(await again.miro.board.getUserInfo()).toEqual(await on.erin.miro.board.getUserInfo());
      expect(await on.erin.miro.board.canUse('timer')).toBe(true);
      const free = await on.boards.join('Max Example', { switches: { plan: 'free' } });
      expect(await free.miro.board.canUse('timer')).toBe(false);
    });
  });
}
