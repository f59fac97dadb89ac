/**
 * Puts devices long gone to rest (resting.ts), one document's at a time, as the leading page of a device whose own
 * state is there and whole. Nothing here depends on the time of day but the guess who is long gone; what keeps words
 * safe is the order, and counting this page's own heartbeats:
 *
 *   1  The mark is put into the registry.
 *   2  It is found in both copies at so many heartbeats in a row that the device, were it awake, must have seen it:
 *      who saves looks at the registry at least every `registryFresh`.
 *   3  Its state is read once more, and our own that is stored next says that it holds it.
 */
import { longGone, mostRests, restBeats } from './limits.ts';
import { devicesIn, nextRest, restMark, restOf } from './resting.ts';
import type { Stored } from './tombstones.ts';

interface Context {
  readonly device: string;
  readonly now: () => number;
  /** What the registry says of the document, as far as is known. */
  readonly stored: () => Stored;
  /** Whether both copies of the registry said this when they were last read, at this heartbeat. */
  readonly isThere: (mark: string) => boolean;
  readonly propose: (device: string) => void;
  /** When this device stored what was last read of it, by its clock; null if that is not known to be well. */
  readonly storedAt: (device: string) => number | null;
  readonly isHeld: (device: string, rest: number) => boolean;
  /** Reads its state once more, for our next one to say that it holds it. False when it is not well. */
  readonly hold: (device: string, rest: number) => Promise<boolean>;
  /** Stores our own state. */
  readonly store: () => void;
}

/** The result is to be called every heartbeat, after the registry was read, while our own state is there and whole. */
export function puttingToRest(context: Context): () => Promise<void> {
  const { device: self, now, stored, isThere, propose, storedAt, isHeld, hold, store } = context;
  /** By mark: at how many heartbeats in a row it was there. */
  const seen = new Map<string, number>();

  function isLongGone(device: string): boolean {
    const at = storedAt(device);
    return device !== self && at !== null && now() - at > longGone;
  }

  return async () => {
    let held = false;
    for (const device of devicesIn(stored())) {
      if (device === self) continue;
      const rest = restOf(stored(), device);
      if (rest === null) {
        if (isLongGone(device) && nextRest(stored(), device) <= mostRests) propose(device);
        continue;
      }
      const mark = restMark(device, rest);
      const beats = isThere(mark) ? (seen.get(mark) ?? 0) + 1 : 0;
      seen.set(mark, beats);
      if (beats >= restBeats && !isHeld(device, rest) && (await hold(device, rest))) held = true;
    }
    if (held) store();
  };
}
