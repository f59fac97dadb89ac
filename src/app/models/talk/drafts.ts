/**
 * Words somebody is still typing, kept in this browser, so that opening another note, closing the panel or reloading
 * loses none of them. They never leave the browser; sending them takes the draft away.
 *
 * The shelf is written without waiting (web storage), because a panel that is closed runs nothing of ours afterwards.
 * Each draft is a record of its own: a second tab of the same person writes its drafts beside these, never over them.
 */
import type { Clock } from '../../../base/clock.ts';
import type { Disposer } from '../../../base/disposer.ts';

const prefix = 'draft/';
/** Milliseconds between two writings to disk while somebody types. */
const pace = 500;

/** Never throws: where the browser keeps nothing, the words live as long as the page. */
export interface DraftShelf {
  keys(): readonly string[];
  read(key: string): string | null;
  /** Null takes it away. False when the browser keeps it no longer than the page lives. */
  write(key: string, text: string | null): boolean;
}

export interface Drafts {
  get(key: string): string | undefined;
  /** An empty text takes the draft away. */
  set(key: string, text: string): void;
  /** Whether any draft's key ends so: words about a note, whatever they were going to be. */
  about(ending: string): boolean;
  /** Throws away what was about these ids; without any, everything. */
  forget(ids?: readonly string[]): void;
  /** Whether some draft is in this page's memory only, as far as was written: closing the page would lose it. */
  atRisk(): boolean;
  /** Writes what waits to be written; for a page about to go. */
  flush(): void;
}

export function openDrafts(shelf: DraftShelf, clock: Clock): Drafts {
  const drafts = new Map<string, string>();
  for (const key of shelf.keys()) {
    const text = key.startsWith(prefix) ? shelf.read(key) : null;
    if (text) drafts.set(key.slice(prefix.length), text);
  }
  const unwritten = new Set<string>();
  const refused = new Set<string>();
  let cancelSaving: Disposer | null = null;
  const save = (): void => {
    cancelSaving?.();
    cancelSaving = null;
    for (const key of unwritten) {
      if (shelf.write(prefix + key, drafts.get(key) ?? null)) refused.delete(key);
      else refused.add(key);
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
    forget(ids) {
      for (const key of [...drafts.keys()])
        if (!ids || key.split(':').some((part) => ids.includes(part))) {
          drafts.delete(key);
          unwritten.add(key);
        }
      save();
    },
    atRisk: () => [...refused].some((key) => drafts.has(key)),
    flush: save,
  };
}
