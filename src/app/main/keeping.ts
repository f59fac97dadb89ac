/** What the headless page does once it is awake. */
import type { Meter } from '../../sync/ports.ts';
import { openWorkshop } from '../models/workshop.ts';
import { browserPlatform } from './browserPlatform.ts';
import { warnBeforeLeaving } from './watchPerson.ts';

export function startKeeping(page: Window & typeof globalThis, meter: Meter): void {
  const platform = browserPlatform(page, meter);
  if (!platform) return;
  const workshop = openWorkshop(platform, { keepsMirror: true, followsSelection: false, seen: false });
  page.addEventListener('pagehide', () => void workshop.flush());
  warnBeforeLeaving(page, workshop);
  // The browser may know it long before a call fails, or succeeds again.
  page.addEventListener('offline', workshop.lookForBoard);
  page.addEventListener('online', workshop.lookForBoard);
  void workshop.start();
}
