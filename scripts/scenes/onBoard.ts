/** Scenes on a board that browsers can open: everybody without a browser, over a real connection. */
import type { Clock } from '../../src/base/clock.ts';
import { systemClock } from '../../src/base/systemClock.ts';
import { eventually } from '../demo/eventually.ts';
import { somebody } from '../demo/somebody.ts';
import { type Played, playScene, type Scene } from './scenes.ts';

export interface BoardToPlayOn {
  /** Of the board server, without a slash at the end. */
  readonly url: string;
  /** A board that nobody has used yet. */
  readonly board: string;
  readonly app: string;
}

/**
 * Nobody waits for minutes that pass in a scene: it is played that much earlier. All clocks are behind by as long, and
 * are put right when it has passed, so that whoever comes with a right clock agrees with them.
 */
export function playOnBoard(scene: Scene, board: BoardToPlayOn): Promise<Played> {
  let behind = (scene.minutes ?? 0) * 60_000;
  const clock: Clock = { ...systemClock, now: () => systemClock.now() - behind };
  return playScene(scene, {
    come: (name) => somebody(name, board, clock),
    soon: eventually,
    async pass(ms) {
      behind -= ms;
    },
  });
}
