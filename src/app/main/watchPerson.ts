/** What a page hears of its person: that they do something here, that they leave, and what they would lose by it. */
import type { Workshop } from '../models/workshop.ts';

/** By these a page is looked at; a pointer that moves tells it while somebody reads. */
const touches = ['keydown', 'pointerdown', 'pointermove', 'scroll', 'focus'] as const;

export function watchPerson(page: Window & typeof globalThis, workshop: Workshop): void {
  for (const touch of touches)
    page.addEventListener(touch, () => workshop.presence()?.active(), { passive: true, capture: true });
  page.addEventListener('pagehide', () => {
    workshop.presence()?.leave();
    void workshop.flush();
  });
}
