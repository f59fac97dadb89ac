/** A new state never goes where a head may point to that lies on the board, or may come to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Slot, slots } from '../../src/sync/slices.ts';
import { takenSlots } from '../../src/sync/takenSlots.ts';

test('takes neither the slot that was read last, nor the last one written, nor any that was tried since', () => {
  const slot = fc.constantFrom<Slot | undefined>(...slots, undefined);
  const outcome = fc.constantFrom('answered', 'failed', 'failed');
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom<Slot>(...slots)),
      // What is read may be stale: anything.
      fc.array(fc.tuple(slot, outcome), { maxLength: 12 }),
      (last, saves) => {
        const taken = takenSlots(last);
        let mayLie: Slot[] = last === null ? [] : [last];
        let written = last;
        for (const [present, how] of saves) {
          const next = taken.next(present);
          const kept = new Set([...mayLie, present]);
          if (kept.size < slots.length) expect(kept.has(next)).toBe(false);
          else expect([present, written]).not.toContain(next);
          taken.tried(next);
          mayLie = [...mayLie.filter((one) => one !== next), next];
          if (how === 'failed') continue;
          taken.written(next);
          taken.settled(next);
          mayLie = [next];
          written = next;
        }
      },
    ),
    { seed: 20261123 },
  );
});

test('keeps the last one written also where an older state was read since', () => {
  const taken = takenSlots(null);
  const first = taken.next(undefined);
  taken.tried(first);
  taken.written(first);
  taken.settled(first);
  const second = taken.next(first);
  taken.tried(second);
  taken.written(second);
  taken.settled(first); // read stale
  expect([first, second]).not.toContain(taken.next(first));
});
