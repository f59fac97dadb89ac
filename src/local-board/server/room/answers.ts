/**
 * Answers already given, by window and call, so that a window which lost its connection may ask again without
 * anything being done twice.
 */
import type { FromRoom } from '../../client/protocol.ts';

const mostAnswers = 500;
const mostWindows = 500;

function forgetOldest(map: Map<unknown, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

export function createAnswers() {
  const windows = new Map<string, Map<number, FromRoom>>();
  return {
    find: (window: string, call: number): FromRoom | undefined => windows.get(window)?.get(call),
    keep(window: string, call: number, reply: FromRoom): void {
      const mine = windows.get(window) ?? new Map<number, FromRoom>();
      // Taken out and put back, so that the window longest silent is the first forgotten.
      windows.delete(window);
      windows.set(window, mine);
      mine.set(call, reply);
      forgetOldest(mine, mostAnswers);
      forgetOldest(windows, mostWindows);
    },
  };
}
