/**
 * While a note's card is open and the page is seen, its person is looking at it; what was new when they came stays
 * marked until they leave.
 */
import { useEffect, useRef } from 'preact/hooks';
import { type Look, newSince } from '../../../annotations/looked.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';

export interface LookBefore {
  /** As they last saw it before; null when they see it for the first time, or that is not known yet. */
  readonly before: Look | null;
  /** Keys of what others said since (looked.ts). */
  readonly fresh: ReadonlySet<string>;
}

export function useLooking(sheet: SheetModel, view: SheetView, note: NoteView): LookBefore {
  const attention = sheet.attention.value;
  const came = useRef<Look | null | undefined>(undefined);
  if (attention && came.current === undefined)
    came.current = attention.looked.peek().looks.get(note.id) ?? null;
  useEffect(() => {
    if (!attention) return;
    const look = () => {
      if (document.visibilityState === 'visible') attention.look([note.id]);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [attention, view, note.id]);
  const before = came.current ?? null;
  return { before, fresh: before ? newSince(before, note, view.talk, view.me.user) : new Set() };
}
