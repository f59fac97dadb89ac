/**
 * What applying a suggestion means: the sticky's text becomes the proposed wording. The engineer's click does it; this
 * file only says what would happen, and how to take it back.
 */
import type { ItemId } from '../workshop/ids.ts';
import type { Verdict, Wording } from './desk.ts';
import type { NoteText } from './talk.ts';
import { sameText } from './text.ts';

export interface TextChange {
  readonly note: ItemId;
  readonly before: string;
  readonly after: string;
}

/**
 * `fits`: the note still reads as it did when the suggestion was made. `text-changed`: it doesn't; applying would
 * replace words the suggestion's author never saw, so ask first. `already-there`: nothing would change.
 */
export type Application =
  | { readonly kind: 'fits'; readonly change: TextChange }
  | { readonly kind: 'text-changed'; readonly change: TextChange; readonly original: string }
  | { readonly kind: 'already-there' };

export function applicationOf(wording: Wording, note: NoteText): Application {
  if (sameText(wording.proposed, note.text)) return { kind: 'already-there' };
  const change: TextChange = { note: note.id, before: note.text, after: wording.proposed };
  return sameText(wording.original, note.text)
    ? { kind: 'fits', change }
    : { kind: 'text-changed', change, original: wording.original };
}

/** The change that takes an applied suggestion back, or null when the note reads differently by now. */
export function undoOf(
  verdict: Pick<Verdict, 'value' | 'before'>,
  wording: Wording,
  note: NoteText,
): TextChange | null {
  if (verdict.value !== 'applied' || verdict.before === null) return null;
  if (!sameText(wording.proposed, note.text)) return null;
  return { note: note.id, before: note.text, after: verdict.before };
}
