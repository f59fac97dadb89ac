/** What a key does to a line of the list: the whole list can be worked through without leaving the keyboard. */
import type { LaneId } from '../../../workshop/ids.ts';

export interface LaneChoice {
  readonly id: LaneId;
  readonly title: string;
  readonly column: string;
  /** With its column, where two are called the same. */
  readonly name: string;
}

export type KeyDeed =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'lane'; readonly lane: LaneId }
  | { readonly kind: 'toggle' };

/** The key that chooses the lane at this place; empty beyond the tenth. */
export const numberKey = (index: number): string => (index < 9 ? String(index + 1) : index === 9 ? '0' : '');

interface Line {
  readonly index: number;
  readonly count: number;
  readonly lane: LaneId | null;
}

export function keyDeed(
  key: string,
  { index, count, lane }: Line,
  lanes: readonly LaneChoice[],
): KeyDeed | null {
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', to: Math.min(count - 1, index + 1) };
    case 'ArrowUp':
      return { kind: 'go', to: Math.max(0, index - 1) };
    case 'Home':
      return { kind: 'go', to: 0 };
    case 'End':
      return { kind: 'go', to: count - 1 };
    case ' ':
      return { kind: 'toggle' };
  }
  if ([...key].length !== 1) return null;
  const numbered = lanes.find((_, at) => numberKey(at) === key);
  if (numbered) return { kind: 'lane', lane: numbered.id };
  // The next lane that begins so, round and round, as in a list of choices.
  const begins = lanes.filter(({ title }) => title.toLowerCase().startsWith(key.toLowerCase()));
  const at = begins.findIndex(({ id }) => id === lane);
  const next = begins[(at + 1) % Math.max(1, begins.length)];
  return next ? { kind: 'lane', lane: next.id } : null;
}
