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
  // A page that is taken away may only hear that it lost the focus.
  page.addEventListener('blur', workshop.keepDrafts);
  page.document.addEventListener('visibilitychange', () => void workshop.flush());
  warnBeforeLeaving(page, workshop);
}

/**
 * Asks before the tab closes with words that are nowhere else. Miro lets no app ask before its panel or modal is closed
 * (there is no call for it, and a frame that is taken out of a page is not asked): words that were sent are then still
 * with the other pages of this tab, which ask when it closes.
 */
export function warnBeforeLeaving(page: Window, workshop: Workshop): void {
  page.addEventListener('beforeunload', (event) => {
    if (workshop.atRisk()) event.preventDefault();
  });
}
