/**
 * Words somebody is still typing, kept in this browser, so that opening another note, closing the panel or reloading
 * loses none of them. They never leave the browser; sending them takes the draft away.
 *
 * Each draft is a record of its own: a second tab of the same person writes its drafts beside these, never over them.
 */
import type { Clock } from '../../base/clock.ts';
import type { Disposer } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';

const prefix = 'draft/';
/** Milliseconds between two writings to disk while somebody types. */
const pace = 500;

export interface DraftShelf {
  keys(prefix: string): Promise<readonly string[]>;
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
}

export interface Drafts {
  get(key: string): string | undefined;
  /** An empty text takes the draft away. */
  set(key: string, text: string): void;
  /** Whether any draft's key ends so: words about a note, whatever they were going to be. */
  about(ending: string): boolean;
  /** Writes what waits to be written; for a page about to go. */
  flush(): void;
}

export async function openDrafts(shelf: DraftShelf, clock: Clock): Promise<Drafts> {
  const drafts = new Map<string, string>();
  // A shelf that can't be read holds no drafts; typing works all the same.
  const keys = await shelf.keys(prefix).catch(() => []);
  await Promise.all(
    keys.map(async (key) => {
      const text = await shelf.read(key).catch(() => undefined);
      if (typeof text === 'string' && text !== '') drafts.set(key.slice(prefix.length), text);
    }),
  );
  const unwritten = new Set<string>();
  let cancelSaving: Disposer | null = null;
  const save = (): void => {
    cancelSaving?.();
    cancelSaving = null;
    for (const key of unwritten) {
      // Where the browser keeps nothing, the words are still in the field.
      shelf.write(prefix + key, drafts.get(key) ?? null).catch(() => undefined);
    }
    unwritten.clear();
  };
  return {
    get: (key) => drafts.get(key),
    set(key, text) {
      if (text === '') drafts.delete(key);
      else drafts.set(key, text);
      unwritten.add(key);
      cancelSaving ??= clock.after(pace, save);
    },
    about: (ending) => [...drafts.keys()].some((key) => key.endsWith(ending)),
    flush: save,
  };
}
