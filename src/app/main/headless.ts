/**
 * The headless page: there on every board of everybody who has the app, for as long as the board is open. So it is
 * small, reads once, and sleeps; on a board with a sheet, or when the icon is clicked, it wakes and keeps the mirror
 * and the documents going, also while the panel is closed.
 */

import { systemClock } from '../../base/systemClock.ts';
import { countedCalls } from '../../miro/calls.ts';
import { miroScreens } from '../../miro/screens.ts';
import { miroOf } from '../../miro/sdk.ts';
import { readSheetRecords } from '../../miro/sheetRecords.ts';
import { budgetMeter } from '../../sync/meter.ts';

const miro = miroOf(window);

if (miro) {
  const meter = budgetMeter(systemClock.now, Math.random);
  const calls = countedCalls(meter);
  const screens = miroScreens(miro, calls);
  let waking: Promise<void> | null = null;
  const wake = (): Promise<void> => {
    waking ??= import('./keeping.ts').then(
      ({ startKeeping }) => startKeeping(window, meter),
      // Not reachable now: the next click on the icon tries again.
      () => {
        waking = null;
      },
    );
    return waking;
  };
  screens.onIcon(async () => {
    void wake();
    try {
      const shown = await screens.openPanel('panel.html');
      if (!shown) await screens.notify('Another panel is open. Close it, then open Rolewright again.');
    } catch {
      await screens.notify('The panel could not be opened. Try again in a moment.');
    }
  });
  // A refused reading leaves the page asleep; the icon wakes it.
  readSheetRecords(miro, calls).then(
    (records) => (records.size > 0 ? wake() : undefined),
    () => undefined,
  );
}
