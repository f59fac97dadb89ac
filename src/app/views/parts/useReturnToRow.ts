/** When a note's card or a step's screen closes, the focus goes back to the line it was opened from, and with it the eye. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ItemId } from '../../../workshop/ids.ts';
import type { StepId } from '../../models/steps/steps.ts';

/** For the element in which rows and cards take turns. Rows are found by their `data-note`, steps by their id. */
export function useReturnToRow(note: ItemId | null, step: StepId | null): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement | null>(null);
  const open = note ? `[data-note="${CSS.escape(note)}"]` : step && `#step-${step}`;
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    before.current = open;
    const page = place.current?.ownerDocument;
    if (!left || open || !page) return;
    // Only if the focus went with the card, and only if it was here: never out of the person's hands, or the board's.
    if (page.activeElement !== page.body || !page.hasFocus()) return;
    place.current?.querySelector<HTMLElement>(left)?.focus();
  }, [open]);
  return place;
}
