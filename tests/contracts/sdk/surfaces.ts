/** What the local board promises an app: panel and modal. */
import { describe, expect, test } from 'vitest';
import { lastPage, openPanel, type Scene } from './scene.ts';

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

    test('a result waits for whoever asks late, and for everybody who asks [ui]', async () => {
      const opened = await on.erin.miro.board.ui.openModal<undefined, string>({ url: 'modal.html' });
      const early = opened.waitForClose();
      void on.erin.page(lastPage(on.erin)).board.ui.closeModal('done');
      expect([await early, await opened.waitForClose()]).toEqual(['done', 'done']);
    });

    test('a modal gets its own data, a panel beside it its own [ui]', async () => {
      const { ui } = on.erin.miro.board;
      await ui.openPanel({ url: 'panel.html', data: ['panel'] });
      await ui.openModal({ url: 'modal.html', data: { for: 'modal' } });
      const modal = on.erin.page(lastPage(on.erin));
      expect(await modal.board.ui.getModalData()).toEqual({ for: 'modal' });
      expect(await ui.getPanelData()).toEqual(['panel']);
      lastPage(on.erin).close();
      expect([await ui.getModalData(), await ui.getPanelData()]).toEqual([undefined, ['panel']]);
    });

    test('without data it is undefined [ui]', async () => {
      const panel = on.erin.page(await openPanel(on.erin));
      expect(await panel.board.ui.getPanelData()).toBeUndefined();
    });

    test('what is no JSON cannot be handed over [types]', async () => {
      const options = { url: 'panel.html', data: { when: 10n } } as never;
      await expect(on.erin.miro.board.ui.openPanel(options)).rejects.toThrow('JSON');
      expect(on.erin.screen.pages).toEqual([]);
    });

    test('one modal at a time: while one is up no other is shown, not even of the same app [ui]', async () => {
      const { ui } = on.erin.miro.board;
      expect(await ui.canOpenModal()).toBe(true);
      const opened = await ui.openModal({ url: 'modal.html' });
      expect(await ui.canOpenModal()).toBe(false);
      await expect(ui.openModal({ url: 'second.html' })).rejects.toThrow('Cannot open a modal');
      on.erin.screen.pages.at(-1)?.close();
      await opened.waitForClose();
      expect(await ui.canOpenModal()).toBe(true);
    });

    test("a panel takes the place of the app's last one, which is closed without a result (we assume)", async () => {
      const { ui } = on.erin.miro.board;
      const first = await ui.openPanel({ url: 'first.html' });
      expect(await ui.canOpenPanel()).toBe(true);
      await ui.openPanel({ url: 'second.html' });
      expect(await first.waitForClose()).toBeUndefined();
      expect(on.erin.screen.pages.map(({ state }) => state.get())).toEqual(['closed', 'loading']);
    });

    test('a panel has no size of its own; a modal may have one, or all there is [ui]', async () => {
      const { ui } = on.erin.miro.board;
      await ui.openPanel({ url: 'panel.html', height: 300 });
      await ui.openModal({ url: 'modal.html', width: 300, height: 200, fullscreen: true });
      expect(on.erin.screen.pages.map(({ request }) => request)).toEqual([
        { kind: 'panel', url: 'http://localhost:3001/panel.html' },
        { kind: 'modal', url: 'http://localhost:3001/modal.html', width: 300, height: 200, fullscreen: true },
      ]);
    });

    test('a modal without any width is refused (we assume)', async () => {
      const { ui } = on.erin.miro.board;
      await expect(ui.openModal({ url: 'modal.html', width: 0 })).rejects.toThrow('width');
    });

    test('dragging costs nothing, and so does listening [rate limiting]', async () => {
      const bills: (readonly [string, number])[] = [];
      on.erin.host.onCall(({ name, credits }) => bills.push([name, credits]));
      const page = await openPanel(on.erin);
      const link = on.erin.host.connect({ kind: 'panel', page }, () => {});
      await link.call('UI_DRAG_START', { x: 1, y: 2 });
      await link.call('UI_DRAG_MOVE', { x: 2, y: 2 });
      await link.call('UI_DRAG_DROP', { x: 10, y: 20 });
      await link.call('UI_DRAG_END');
      await link.call('UI_REGISTER_EVENT', { event: 'selection:update' });
      expect(bills.filter(([, credits]) => credits > 0)).toEqual([['UI_OPEN_PANEL', 50]]);
      expect(bills.map(([name]) => name).filter((name) => name !== 'HELLO').length).toBe(6);
    });

    test('what is in the way is told by canOpenPanel, and openPanel is refused [ui]', async () => {
      const { ui } = on.erin.miro.board;
      expect(await ui.canOpenPanel()).toBe(true);
      on.erin.screen.blocked.add('panel');
      expect(await ui.canOpenPanel()).toBe(false);
      await expect(ui.openPanel({ url: 'panel.html' })).rejects.toThrow('Cannot open a panel');
      on.erin.screen.blocked.add('modal');
      expect(await ui.canOpenModal()).toBe(false);
      await expect(ui.openModal({ url: 'modal.html' })).rejects.toThrow('Cannot open a modal');
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
