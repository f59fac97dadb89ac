/** What the local board promises an app: panel and modal. */
import { describe, expect, test } from 'vitest';
import { openPanel, type Scene } from './scene.ts';

export function surfacesContract(on: Scene): void {
  describe('panel and modal', () => {
    test("an address starts from the app's; data goes in, a result comes out [ui]", async () => {
      const opened = await on.erin.miro.board.ui.openPanel<{ a: number }, string>({
        url: 'panel.html?x',
        data: { a: 1 },
      });
      const page = on.erin.screen.pages[0];
      if (!page) throw new Error('no page was opened');
      expect(page.request.url).toBe('http://localhost:3001/panel.html?x');
      const panel = on.erin.page(page);
      expect(await panel.board.ui.getPanelData()).toEqual({ a: 1 });
      // A page that closes itself is gone before it could hear of it.
      void panel.board.ui.closePanel('done');
      expect(await opened.waitForClose()).toBe('done');
    });

    test('closed by the person, the result is undefined [ui]', async () => {
      const opened = await on.erin.miro.board.ui.openModal({ url: '/modal.html', width: 300 });
      expect(on.erin.screen.pages[0]?.request).toEqual({
        kind: 'modal',
        url: 'http://localhost:3001/modal.html',
        width: 300,
      });
      on.erin.screen.pages[0]?.close();
      expect(await opened.waitForClose()).toBeUndefined();
    });

    test('closing with none open is an error; the data is then undefined [ui]', async () => {
      const { ui } = on.erin.miro.board;
      await expect(ui.closePanel()).rejects.toThrow('none open');
      await expect(ui.closeModal()).rejects.toThrow('none open');
      expect(await ui.getPanelData()).toBeUndefined();
    });

    test('what is in the way is told by canOpenPanel, and openPanel is refused [ui]', async () => {
      const { ui } = on.erin.miro.board;
      expect(await ui.canOpenPanel()).toBe(true);
      on.erin.screen.blocked.add('panel');
      expect(await ui.canOpenPanel()).toBe(false);
      await expect(ui.openPanel({ url: 'panel.html' })).rejects.toThrow('Cannot open a panel');
    });

    test('only https, or this machine, may be opened [errors]', async () => {
      const { ui } = on.erin.miro.board;
      await expect(ui.openPanel({ url: 'http://example.org/' })).rejects.toThrow('Bad URL');
      await expect(ui.openPanel({ url: 'javascript:alert(1)' })).rejects.toThrow('Bad URL');
    });

    test('a drag from the panel ends in board coordinates; a modal may not drag [ui]', async () => {
      await on.erin.miro.board.viewport.set({ viewport: { x: 100, y: 200, width: 1600, height: 900 } });
      const page = await openPanel(on.erin);
      const link = on.erin.host.connect({ kind: 'panel', page }, () => {});
      await link.call('UI_DRAG_START', { x: 1, y: 2 });
      expect(await link.call('UI_DRAG_DROP', { x: 10, y: 20 })).toEqual({ x: 110, y: 220 });
      const modal = on.erin.host.connect({ kind: 'modal', page }, () => {});
      await expect(modal.call('UI_DRAG_START', { x: 1, y: 2 })).rejects.toThrow('openPanel');
    });
  });
}
