/**
 * When one document is saved on the board, and what of it is saved. Counts changes: a save acknowledges those that were
 * in the document when it began, never those made meanwhile. Tries again with growing waits.
 */

import type { Own } from './deviceMessages.ts';
import { retry, saveDelay } from './limits.ts';
import type { Written } from './ownState.ts';
import { backOff, type Random, type Timers } from './timers.ts';

export interface Saving {
  /** This device changed the document (or found that the board lacks something): it has to be saved. */
  changed(own: Own | null): void;
  /** Tries at once. Resolves after this one try, well or not. Never rejects. */
  saveNow(): Promise<void>;
  readonly unsaved: boolean;
  /** No more saves. Resolves when none is under way any more. */
  stop(): Promise<void>;
}

interface Context {
  readonly timers: Timers;
  readonly random: Random;
  /** Writes the state. Rejects when the board doesn't take it. */
  readonly write: () => Promise<Written>;
  readonly writingCalls: () => number;
  /** While changes go on: milliseconds from the first one to its save, per call that the save takes. */
  readonly window: () => number;
  /** Milliseconds until trying makes sense. */
  readonly pause: () => number;
  /** The board has these changes. */
  readonly onSaved: (own: readonly Own[]) => void;
  readonly onRefused: (why: Exclude<Written, 'written'>) => void;
  readonly onChange: () => void;
}

export function saving({
  timers,
  random,
  write,
  writingCalls,
  window,
  pause,
  onSaved,
  onRefused,
  onChange,
}: Context): Saving {
  /** How many changes there have been, and how many of them the board has. */
  let changes = 0;
  let saved = 0;
  let failures = 0;
  const counts = new Map<string, number>();
  let planned: (() => void) | null = null;
  /** The first change that is not saved yet. */
  let since: number | null = null;
  let running: Promise<void> | null = null;
  let stopped = false;

  async function save(): Promise<void> {
    const version = changes;
    const own = [...counts].map(([page, count]) => ({ page, count }));
    try {
      const written = await write();
      if (timers.disposed) return;
      failures = written === 'written' ? 0 : failures + 1;
      if (written === 'written') {
        saved = Math.max(saved, version);
        onSaved(own);
      } else {
        onRefused(written);
      }
    } catch {
      // What went wrong is told by the health of the calls; here it only means: again, later.
      failures += 1;
    }
    onChange();
  }

  function run(): Promise<void> {
    planned?.();
    planned = null;
    since = null;
    running ??= save().finally(() => {
      running = null;
      plan();
    });
    return running;
  }

  /** Soon after a pause; in the middle of typing now and then. */
  function plan(): void {
    if (saved === changes || running || stopped || timers.disposed) return;
    if (failures > 0) {
      planned ??= timers.after(Math.max(backOff(random, failures, retry), pause()), () => void run());
      return;
    }
    planned?.();
    const now = timers.now();
    // A clock that was set back must not make the first change look like one to come.
    if (since === null || since > now) since = now;
    const atLatest = since + window() * writingCalls() - now;
    const delay = Math.max(0, pause(), Math.min(saveDelay * writingCalls(), atLatest));
    planned = timers.after(delay, () => void run());
  }

  return {
    changed(own) {
      changes += 1;
      if (own) counts.set(own.page, Math.max(own.count, counts.get(own.page) ?? 0));
      plan();
      onChange();
    },
    async saveNow() {
      if (running) await running;
      if (saved < changes && !stopped && !timers.disposed) await run();
    },
    async stop() {
      stopped = true;
      planned?.();
      planned = null;
      await running;
    },
    get unsaved() {
      return saved < changes;
    },
  };
}
