/**
 * Words somebody is still typing, kept in this browser, so that opening another note, closing the panel or reloading
 * loses none of them. They never leave the browser; sending them takes the draft away.
 */
import type { Clock } from '../../base/clock.ts';
import type { Disposer } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';

const factKey = 'drafts';
/** Milliseconds between two writings to disk while somebody types. */
const pace = 500;

export interface DraftShelf {
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
}

export interface Drafts {
  get(key: string): string | undefined;
  /** An empty text takes the draft away. */
  set(key: string, text: string): void;
  /** Writes what waits to be written; for a page about to go. */
  flush(): void;
}

export async function openDrafts(shelf: DraftShelf, clock: Clock): Promise<Drafts> {
  // A shelf that can't be read holds no drafts; typing works all the same.
  const stored = await shelf.read(factKey).catch(() => undefined);
  const drafts = new Map<string, string>();
  if (stored && typeof stored === 'object' && !Array.isArray(stored)) {
    for (const [key, text] of Object.entries(stored)) if (typeof text === 'string') drafts.set(key, text);
  }
  let cancelSaving: Disposer | null = null;
  const save = (): void => {
    cancelSaving?.();
    cancelSaving = null;
    // Where the browser keeps nothing, the words are still in the field.
    shelf.write(factKey, Object.fromEntries(drafts)).catch(() => undefined);
  };
  return {
    get: (key) => drafts.get(key),
    set(key, text) {
      if (text === '') drafts.delete(key);
      else drafts.set(key, text);
      cancelSaving ??= clock.after(pace, save);
    },
    flush() {
      if (cancelSaving) save();
    },
  };
}
