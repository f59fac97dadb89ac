/** What the headless page does once it is awake. */
import { openWorkshop } from '../models/workshop.ts';
import { browserPlatform } from './browserPlatform.ts';

export function startKeeping(page: Window & typeof globalThis): void {
  const platform = browserPlatform(page);
  if (!platform) return;
  const workshop = openWorkshop(platform, { keepsMirror: true, followsSelection: false });
  page.addEventListener('pagehide', () => void workshop.flush());
  void workshop.start();
}
