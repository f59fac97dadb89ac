/** What the headless page does once it is awake. */
import type { Meter } from '../../sync/ports.ts';
import { openWorkshop } from '../models/workshop.ts';
import { browserPlatform } from './browserPlatform.ts';

export function startKeeping(page: Window & typeof globalThis, meter: Meter): void {
  const platform = browserPlatform(page, meter);
  if (!platform) return;
  const workshop = openWorkshop(platform, { keepsMirror: true, followsSelection: false, seen: false });
  page.addEventListener('pagehide', () => void workshop.flush());
  void workshop.start();
}
