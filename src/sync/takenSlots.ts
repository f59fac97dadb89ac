/**
 * Which slots (slices.ts) a new state must not go into: those that a head points to which lies on the board, or may come
 * to lie there. A read may be stale and a failed write may take effect late, so what was read last is not all.
 */
import { type Slot, slots } from './slices.ts';

export interface TakenSlots {
  /** For the next state. `present`: where the head that was read last points to. */
  next(present: Slot | undefined): Slot;
  /** Its head is being written. */
  tried(slot: Slot): void;
  /** The write of its head was answered. */
  written(slot: Slot): void;
  /** Nothing that was tried before can take effect any more. */
  settled(present: Slot | undefined): void;
}

/** `last`: the slot of the last save of an earlier page of this device, if known. */
export function takenSlots(last: Slot | null): TakenSlots {
  /** Oldest first. */
  let taken: Slot[] = last === null ? [] : [last];
  let answered = last;
  return {
    next(present) {
      const free = slots.find((slot) => slot !== present && !taken.includes(slot));
      // After that many failures in a row the oldest of them is the least likely to take effect.
      return free ?? taken.find((slot) => slot !== present && slot !== answered) ?? slots[0];
    },
    tried(slot) {
      taken = [...taken.filter((one) => one !== slot), slot];
    },
    written(slot) {
      answered = slot;
    },
    settled(present) {
      taken = slots.filter((slot) => slot === answered || slot === present);
    },
  };
}
