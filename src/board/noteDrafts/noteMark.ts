/** The mark on a sticky that was put on the board for a note written unseen, so that it is known after an interruption. */
import type { Json } from '../../base/json.ts';

/** `note` is the app's own name for it. It makes no sticky a sheet's header (`parseMark`). */
export const noteMarkJson = (note: string): Json => ({ v: 1, note });

export const parseNoteMark = (json: Json | undefined): string | null =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && 'note' in json
    ? typeof json.note === 'string'
      ? json.note
      : null
    : null;
