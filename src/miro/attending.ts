/**
 * What a session asks of the board besides items: the board's own timer, and where this person looks. Loaded where
 * there is a session.
 */
import { type Box, boxAt, left, top } from '../base/box.ts';
import { type ItemId, itemId } from '../workshop/ids.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro } from './sdk.ts';

export interface Votes {
  readonly title: string;
  readonly counts: ReadonlyMap<ItemId, number>;
}

export interface Attending {
  /** Whether the board has a timer that this person may use: it comes with some plans only (changelog, Jan 2024). */
  hasTimer(): Promise<boolean>;
  /** Starts the board's timer anew; everybody on the board sees it. */
  startTimer(ms: number): Promise<void>;
  /** Also where none runs. */
  stopTimer(): Promise<void>;
  /** What Miro's own voting counted last, by item; null where there was none, or it can't be used. */
  votes(): Promise<Votes | null>;
  /** What this person sees of the board. */
  where(): Promise<Box>;
  lookAt(box: Box): Promise<void>;
}

/** Milliseconds for the view to move, so that people see where to. */
const glide = 250;

export function miroAttending(miro: Miro, calls: Calls): Attending {
  const stopTimer = async (): Promise<void> => {
    if (await calls(credits.level1, () => miro.board.timer.isStarted()))
      await calls(credits.level1, () => miro.board.timer.stop());
  };
  return {
    hasTimer: () => calls(credits.level1, () => miro.board.canUse('timer')),
    async startTimer(ms) {
      await stopTimer();
      await calls(credits.level1, () => miro.board.timer.start(ms));
    },
    stopTimer,
    async votes() {
      if (!(await calls(credits.level1, () => miro.board.canUse('voting')))) return null;
      const all = await calls(credits.level1, () => miro.board.experimental.getVotingResults());
      const last = [...all].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
      if (!last) return null;
      const counts = last.results.map(({ itemId: id, count }) => [itemId(String(id)), count] as const);
      return { title: last.title, counts: new Map(counts) };
    },
    async where() {
      const { x, y, width, height } = await calls(credits.level1, () => miro.board.viewport.get());
      return boxAt(x, y, width, height);
    },
    async lookAt(box) {
      const viewport = { x: left(box), y: top(box), width: box.width, height: box.height };
      await calls(credits.level1, () => miro.board.viewport.set({ viewport, animationDurationInMs: glide }));
    },
  };
}
