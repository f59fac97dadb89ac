/** Unsent words in web storage, under names of one person on one board; in memory where the browser denies it. */
import type { DraftShelf } from '../models/talk/drafts.ts';

/** `storage`: reading it may throw already (frames without an origin of their own). */
export function webShelf(storage: () => Storage, name: string): DraftShelf {
  const memory = new Map<string, string>();
  const start = `${name}/`;
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise; // denied or full: the map above has it
    }
  };
  return {
    keys: () =>
      attempt(
        (kept) =>
          Object.keys(kept)
            .filter((key) => key.startsWith(start))
            .map((key) => key.slice(start.length)),
        [...memory.keys()],
      ),
    read: (key) => attempt((kept) => kept.getItem(start + key), null) ?? memory.get(key) ?? null,
    write(key, text) {
      if (text === null) memory.delete(key);
      else memory.set(key, text);
      return attempt((kept) => {
        if (text === null) kept.removeItem(start + key);
        else kept.setItem(start + key, text);
        return true;
      }, false);
    },
  };
}
