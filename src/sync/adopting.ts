/**
 * Content that no stored state holds whole: its device was lost before it could save, or what it stored is damaged, or
 * each of several states holds a part. Whoever has it open stores a state of its own then, after a while in which
 * nobody else did. That only ever adds; it is nobody's unsaved word, so nobody is told of it, or of its failing.
 */
import { digestOf } from './digest.ts';
import type { Replica } from './replica.ts';
import type { Random } from './timers.ts';

/** Heartbeats without a change and without anybody storing it, before this device does: not all at the same one. */
const patience = { least: 1, most: 4 } as const;
/** Each failure doubles the wait, so often at most. */
const mostDoublings = 4;

interface Context {
  readonly replica: Replica;
  readonly random: Random;
  /** Whether some stored state that is well holds just what this document holds. */
  readonly isStored: () => boolean;
  /** Stores it. Rejects, or says false, when that did not go. */
  readonly store: () => Promise<boolean>;
}

/** The result is to be called every heartbeat. */
export function adopting({ replica, random, isStored, store }: Context): () => Promise<void> {
  let seen = '';
  let beats = 0;
  let failures = 0;
  let wanted = 0;
  return async () => {
    const { doc, joined } = replica;
    const digest = digestOf(doc);
    if (digest !== seen) {
      seen = digest;
      beats = 0;
      wanted = patience.least + Math.floor(random() * (patience.most - patience.least));
    }
    if (!joined.done || doc.store.clients.size === 0 || isStored()) return;
    beats += 1;
    if (beats < wanted * 2 ** Math.min(failures, mostDoublings)) return;
    beats = 0;
    const stored = await store().catch(() => false);
    failures = stored ? 0 : failures + 1;
  };
}
