/** The latest happenings, kept for windows that come back; who missed more gets a fresh copy. */
import type { Happening, Hello, Welcome } from '../../client/protocol.ts';
import type { BoardState } from '../../model/state.ts';

const most = 2000;

export function createHappenings(epoch: string, state: BoardState) {
  const kept: Happening[] = [];
  return {
    add(happening: Happening): void {
      kept.push(happening);
      if (kept.length > most) kept.shift();
    },
    /** What this window needs to stand where the board does, at `number`. */
    boardFor({ since }: Hello, number: number): Welcome['board'] {
      const first = kept[0]?.number ?? number + 1;
      if (since?.epoch === epoch && since.number <= number && since.number + 1 >= first)
        return { missed: kept.filter((happening) => happening.number > since.number) };
      return {
        fresh: {
          items: [...state.items.values()].map((item) => [item, state.layers.get(item.id) ?? 0]),
          tags: [...state.tags.values()],
        },
      };
    },
  };
}
