/**
 * This browser's copy of the documents, as one page writes it: one write after another, tried again until the disk
 * takes it. What waits is kept in memory, merged per document, so that a full disk costs no word while the page lives.
 */
import type { Disposer } from '../base/disposer.ts';
import type { Json } from '../base/json.ts';
import { type Observable, observable } from '../base/observable.ts';
import { mergeUpdates } from './bytes.ts';
import { retry } from './limits.ts';
import type { LocalStore, StoredDocument } from './ports.ts';
import type { SavedState } from './sync.ts';
import { backOff, type Random, type Timers } from './timers.ts';

export interface LocalCopy {
  /** Never rejects: what can't be read is reported as damaged. */
  load(name: string): Promise<StoredDocument>;
  append(name: string, update: Uint8Array): void;
  /** Our own words: remembers that this device has written to the document and that the board lacks it. */
  appendOwn(name: string, update: Uint8Array): void;
  /** The board has everything this device wrote in this document: the mark goes. */
  forgetUnsaved(name: string): void;
  /** Another page of this device took the mark away; `all` says whether this page's words were among what was saved. */
  markTaken(name: string, all: boolean): void;
  hasWritten(name: string): Promise<boolean>;
  /** Documents whose last words may not be on the board, from this or an earlier visit. */
  unsaved(): Promise<readonly string[]>;
  /** Small facts that only make things quicker: failures don't matter. */
  remember(key: string, value: Json): Promise<void>;
  recall(key: string): Promise<Json | undefined>;
  readonly state: Observable<SavedState['browser']>;
  /** Resolves when nothing waits, or one try has failed. */
  settled(): Promise<void>;
}

const writtenKey = (name: string): string => `written/${name}`;
const unsavedPrefix = 'unsaved/';

interface Waiting {
  updates: Uint8Array[];
  written: boolean;
  /** Set before the updates are written: a mark too many costs a look, a mark too few could cost words. */
  unsaved: boolean | null;
}

export function localCopy(local: LocalStore, timers: Timers, random: Random): LocalCopy {
  const state = observable<SavedState['browser']>('saved');
  const waiting = new Map<string, Waiting>();
  const marked = new Set<string>();
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
    const entry = waiting.get(name) ?? { updates: [], written: false, unsaved: null };
    waiting.set(name, entry);
    return entry;
  }

  async function writeOne(name: string, { updates, written, unsaved }: Waiting): Promise<void> {
    if (written) await local.write(writtenKey(name), true);
    if (unsaved === true) await local.write(unsavedPrefix + name, true);
    if (updates.length > 0) await local.append(name, mergeUpdates(updates));
    if (unsaved === false) await local.write(unsavedPrefix + name, null);
  }

  /** What could not be written stands before what came since; the later mark counts. */
  function putBack(name: string, entry: Waiting): void {
    const later = waiting.get(name);
    waiting.set(name, {
      updates: [...entry.updates, ...(later?.updates ?? [])],
      written: entry.written || later?.written === true,
      unsaved: later?.unsaved ?? entry.unsaved,
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

  function start(): void {
    if (!writing && failures === 0) void writeAll();
  }

  return {
    state,
    async load(name) {
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
      wait(name).updates.push(update);
      start();
    },
    appendOwn(name, update) {
      const entry = wait(name);
      entry.updates.push(update);
      if (!marked.has(name) || entry.unsaved === false) {
        entry.written = true;
        entry.unsaved = true;
        marked.add(name);
      }
      if (state.get() === 'saved') state.set('saving');
      start();
    },
    forgetUnsaved(name) {
      marked.delete(name);
      wait(name).unsaved = false;
      start();
    },
    markTaken(name, all) {
      marked.delete(name);
      if (all) return;
      marked.add(name);
      wait(name).unsaved = true;
      start();
    },
    async hasWritten(name) {
      return (await local.read(writtenKey(name)).catch(() => undefined)) === true;
    },
    async unsaved() {
      const keys = await local.keys(unsavedPrefix).catch(() => []);
      const values = await Promise.all(keys.map((key) => local.read(key).catch(() => true)));
      return keys.filter((_, i) => values[i] === true).map((key) => key.slice(unsavedPrefix.length));
    },
    remember: (key, value) => local.write(key, value).catch(() => undefined),
    recall: (key) => local.read(key).catch(() => undefined),
    settled() {
      if (waiting.size === 0 && !writing) return Promise.resolve();
      const settled = new Promise<void>((resolve) => listeners.push(resolve));
      if (!writing) void writeAll();
      return settled;
    },
  };
}
