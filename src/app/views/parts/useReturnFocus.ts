/** When a form closes, the focus goes back to the button that opened it, which has only then come back. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from './takeFocus.ts';

export function useReturnFocus(open: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement | null>(null);
  const wasOpen = useRef(open);
  useLayoutEffect(() => {
    const page = opener.current?.ownerDocument;
    // Sending takes a moment, in which the person may have gone on elsewhere in the panel.
    if (wasOpen.current && !open && page?.activeElement === page?.body) takeFocus(opener.current);
    wasOpen.current = open;
  }, [open]);
  return opener;
}
