/**
 * This browser's copy of the documents, as one page writes it: one write after another, tried again until the disk
 * takes it. What waits is kept in memory, merged per document, so that a full disk costs no word while the page lives.
 */
import type { Disposer } from '../base/disposer.ts';
import type { Json } from '../base/json.ts';
import { type Observable, observable } from '../base/observable.ts';
import { retry } from './limits.ts';
import type { Fact, LocalStore, StoredDocument } from './ports.ts';
import type { SavedState } from './sync.ts';
import { backOff, type Random, type Timers } from './timers.ts';
import { mergeUpdates } from './updates.ts';

export interface LocalCopy {
  /** Never rejects: what can't be read is reported as damaged. */
  load(name: string): Promise<StoredDocument>;
  append(name: string, update: Uint8Array): void;
  /** Our own words: remembers that this device has written to the document and that the board lacks it. */
  appendOwn(name: string, update: Uint8Array): void;
  /** Words of a document that never leaves this browser. */
  appendPrivate(name: string, update: Uint8Array): void;
  /** Takes a document away that never left this browser. */
  discard(name: string): void;
  /** The board has everything this page wrote in this document: its mark goes. */
  forgetUnsaved(name: string): void;
  /** The document is deleted: what is kept of it goes, what comes is not kept, and this is remembered. */
  bury(name: string, asked: 'asked here' | 'heard of'): void;
  /** Takes away what a page that had not heard of a deletion wrote since. */
  sweep(): Promise<void>;
  /** Documents known here to be deleted. */
  buried(): Promise<readonly string[]>;
  /** Everything kept here goes, and nothing is kept from now on. Rejects when the disk refuses. */
  forgetAll(): Promise<void>;
  hasWritten(name: string): Promise<boolean>;
  /** This device stores this document on the board, though it wrote no word of it. */
  noteWritten(name: string): Promise<void>;
  /** Words of other pages, here or gone, that the board may lack. */
  owed(): Promise<readonly Owed[]>;
  /** The board has what this mark stands for. It stays if its page wrote more since. */
  settle(owed: Owed): Promise<void>;
  /** Small facts that only make things quicker: failures don't matter. */
  remember(key: string, value: Json): Promise<void>;
  recall(key: string): Promise<Json | undefined>;
  /** All facts that begin so, by the rest of their keys. */
  recallAll(prefix: string): Promise<ReadonlyMap<string, Json>>;
  readonly state: Observable<SavedState['browser']>;
  /** Resolves when nothing waits, or one try has failed. */
  settled(): Promise<void>;
}

/**
 * The mark of a page whose last words in a document may not be on the board. It counts what that page wrote, in one
 * transaction with the words: whoever reads the document after the mark has them all.
 */
export interface Owed {
  readonly name: string;
  readonly fact: Fact;
}

const writtenKey = (name: string): string => `written/${name}`;
const unsavedPrefix = 'unsaved/';
/** `unsaved/<document>@<page>`; pages have no @ in their ids. */
const markKey = (name: string, page: string): string => `${unsavedPrefix}${name}@${page}`;
const markedName = (key: string): string => key.slice(unsavedPrefix.length, key.lastIndexOf('@'));
const buriedPrefix = 'deleted/';
/** Deletions that the board may not know of yet: on which devices' states there is to erase, as far as is known. */
export const erasingPrefix = 'erasing/';

interface Waiting {
  /** Whether what lies there goes first. */
  discard: boolean;
  updates: Uint8Array[];
  written: boolean;
  /** Whether there are words of our own among the updates that the board may lack; false: it has all we ever wrote. */
  unsaved: boolean | null;
  bury: 'asked here' | 'heard of' | null;
}

/** `page`: this page's id, used once only. */
export function localCopy(local: LocalStore, page: string, timers: Timers, random: Random): LocalCopy {
  const state = observable<SavedState['browser']>('saved');
  const waiting = new Map<string, Waiting>();
  /** By document: how often this page wrote its mark. */
  const marks = new Map<string, number>();
  const buried = new Set<string>();
  let forgotten = false;
  let writing = false;
  let failures = 0;
  let cancelRetry: Disposer = () => {};
  let listeners: (() => void)[] = [];

  function tellSettled(): void {
    const told = listeners;
    listeners = [];
    for (const listener of told) listener();
  }

  function wait(name: string): Waiting {
    const entry = waiting.get(name) ?? {
      discard: false,
      updates: [],
      written: false,
      unsaved: null,
      bury: null,
    };
    waiting.set(name, entry);
    return entry;
  }

  async function writeOne(
    name: string,
    { discard, updates, written, unsaved, bury }: Waiting,
  ): Promise<void> {
    if (forgotten) return;
    if (bury) {
      // The mark comes first: should this page end here, the next one goes on from it.
      await local.write(buriedPrefix + name, true);
      const erasing = erasingPrefix + name;
      if (bury === 'asked here' && !(await local.read(erasing))) await local.write(erasing, []);
      await local.erase(name);
      await local.write(writtenKey(name), null);
      for (const { fact } of await marksOf((owner) => owner === name)) await local.drop(fact);
      return;
    }
    if (discard) await local.erase(name);
    if (written) await local.write(writtenKey(name), true);
    if (updates.length > 0) {
      if (unsaved) marks.set(name, (marks.get(name) ?? 0) + 1);
      await local.append(name, mergeUpdates(updates), unsaved ? markOf(name) : undefined);
    }
    if (unsaved === false) await local.drop(markOf(name));
  }

  const markOf = (name: string): Fact => ({ key: markKey(name, page), value: marks.get(name) ?? 0 });

  async function marksOf(wanted: (name: string) => boolean): Promise<readonly Owed[]> {
    const keys = (await local.keys(unsavedPrefix)).filter((key) => wanted(markedName(key)));
    const values = await Promise.all(keys.map((key) => local.read(key)));
    return keys.flatMap((key, i) => {
      const value = values[i];
      return typeof value === 'number' ? [{ name: markedName(key), fact: { key, value } }] : [];
    });
  }

  /** What could not be written stands before what came since; the later mark counts. */
  function putBack(name: string, entry: Waiting): void {
    const later = waiting.get(name);
    waiting.set(name, {
      discard: entry.discard || later?.discard === true,
      updates: [...(later?.discard ? [] : entry.updates), ...(later?.updates ?? [])],
      written: entry.written || later?.written === true,
      unsaved: later?.unsaved ?? entry.unsaved,
      bury: entry.bury ?? later?.bury ?? null,
    });
  }

  async function writeAll(): Promise<void> {
    if (writing) return;
    writing = true;
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [name, entry] = next.value;
      waiting.delete(name);
      try {
        await writeOne(name, entry);
        failures = 0;
      } catch {
        // The disk is full or denied. Everything stays here and is tried again; `state` says so.
        failures += 1;
        putBack(name, entry);
        break;
      }
    }
    writing = false;
    if (failures > 0) {
      state.set('failed');
      cancelRetry();
      cancelRetry = timers.after(backOff(random, failures, retry), () => void writeAll());
    } else {
      state.set(local.durable ? 'saved' : 'memory');
    }
    tellSettled();
  }

  const isGone = (name: string): boolean => forgotten || buried.has(name);

  function start(): void {
    if (!writing && failures === 0) void writeAll();
  }

  return {
    state,
    async load(name) {
      if (isGone(name)) return { updates: [], damaged: 0 };
      try {
        const stored = await local.load(name);
        if (!local.durable && state.get() === 'saved') state.set('memory');
        return stored;
      } catch {
        // Storage that can't be read at all; the board's copy remains.
        return { updates: [], damaged: 1 };
      }
    },
    append(name, update) {
      if (isGone(name)) return;
      wait(name).updates.push(update);
      start();
    },
    appendOwn(name, update) {
      if (isGone(name)) return;
      const entry = wait(name);
      entry.updates.push(update);
      entry.written ||= !marks.has(name);
      entry.unsaved = true;
      if (state.get() === 'saved') state.set('saving');
      start();
    },
    appendPrivate(name, update) {
      if (isGone(name)) return;
      wait(name).updates.push(update);
      if (state.get() === 'saved') state.set('saving');
      start();
    },
    discard(name) {
      if (isGone(name)) return;
      waiting.set(name, { discard: true, updates: [], written: false, unsaved: null, bury: null });
      start();
    },
    forgetUnsaved(name) {
      if (isGone(name)) return;
      wait(name).unsaved = false;
      start();
    },
    bury(name, asked) {
      if (isGone(name)) return;
      buried.add(name);
      waiting.set(name, { discard: false, updates: [], written: false, unsaved: null, bury: asked });
      start();
    },
    async sweep() {
      for (const name of buried) {
        const { updates, damaged } = await local.load(name).catch(() => ({ updates: [], damaged: 0 }));
        if (updates.length + damaged === 0 || forgotten || waiting.has(name)) continue;
        waiting.set(name, { discard: false, updates: [], written: false, unsaved: null, bury: 'heard of' });
        start();
      }
    },
    async buried() {
      const keys = await local.keys(buriedPrefix).catch(() => []);
      return keys.map((key) => key.slice(buriedPrefix.length));
    },
    async forgetAll() {
      forgotten = true;
      waiting.clear();
      // What is being written now would otherwise come after.
      if (writing) await new Promise<void>((resolve) => listeners.push(resolve));
      await local.clear();
    },
    async noteWritten(name) {
      if (!isGone(name)) await local.write(writtenKey(name), true).catch(() => undefined);
    },
    async hasWritten(name) {
      return (await local.read(writtenKey(name)).catch(() => undefined)) === true;
    },
    async owed() {
      const own = `@${page}`;
      return (await marksOf(() => true).catch(() => [])).filter(({ fact }) => !fact.key.endsWith(own));
    },
    settle: ({ fact }) => local.drop(fact).catch(() => undefined),
    async remember(key, value) {
      if (!forgotten) await local.write(key, value).catch(() => undefined);
    },
    async recallAll(prefix) {
      const keys = await local.keys(prefix).catch(() => []);
      const values = await Promise.all(keys.map((key) => local.read(key).catch(() => null)));
      return new Map(keys.flatMap((key, i) => (values[i] ? [[key.slice(prefix.length), values[i]]] : [])));
    },
    recall: (key) => local.read(key).catch(() => undefined),
    settled() {
      if (waiting.size === 0 && !writing) return Promise.resolve();
      const settled = new Promise<void>((resolve) => listeners.push(resolve));
      if (!writing) void writeAll();
      return settled;
    },
  };
}
