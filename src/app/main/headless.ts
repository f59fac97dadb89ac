/**
 * The headless page: lives as long as the board is open. It opens the panel when the icon is clicked, and keeps the
 * mirror and the documents going while the panel is closed. On a board without a sheet it reads once and sleeps.
 */
import { openWorkshop } from '../models/workshop.ts';
import { browserPlatform } from './browserPlatform.ts';

const platform = browserPlatform(window);

if (platform) {
  const { board, screens } = platform;
  const workshop = openWorkshop(platform, { keepsMirror: true, followsSelection: false });
  let awake = false;
  const wake = (): void => {
    if (awake) return;
    awake = true;
    void workshop.start();
  };
  screens.onIcon(async () => {
    wake();
    try {
      const shown = await screens.openPanel('panel.html');
      if (!shown) await screens.notify('Another panel is open. Close it, then open Rolewright again.');
    } catch {
      await screens.notify('The panel could not be opened. Try again in a moment.');
    }
  });
  // A refused reading leaves the page asleep; the icon wakes it.
  board.readSheetRecords().then(
    (records) => records.size > 0 && wake(),
    () => undefined,
  );
  window.addEventListener('pagehide', () => void workshop.flush());
}
