/** Scenes on a board in memory, whose clock moves by itself while something is told. */

import type { Player } from '../../scripts/scenes/playing.ts';
import { type Played, playScene, type Scene } from '../../scripts/scenes/scenes.ts';
import type { SomeSwitches } from '../../src/local-board/switches.ts';
import { type Clockwork, clockwork } from '../simulation/session/clockwork.ts';
import { type WholeApp, wholeApp } from '../support/wholeApp.ts';

export interface SceneInMemory extends Clockwork {
  readonly app: WholeApp;
  readonly played: Played;
  /** Somebody looks, with a browser that was never here; whoever played them has gone. */
  look(name: string, switches?: SomeSwitches): Promise<Player>;
}

export async function playInMemory(scene: Scene): Promise<SceneInMemory> {
  const app = wholeApp({ latency: 60 }, 1);
  const time = clockwork(app.board.clock);
  const come = async (name: string, switches?: SomeSwitches): Promise<Player> => {
    const { workshop, close } = await app.enter(name, switches);
    const vanish = async () => {
      workshop.dispose();
      close();
    };
    return {
      ...{ name, workshop, vanish },
      async leave() {
        workshop.presence()?.leave();
        await workshop.flush();
        await vanish();
      },
    };
  };
  try {
    const played = await time.tell(
      playScene(scene, { come: (name) => come(name), soon: time.soon, pass: time.sleep }),
    );
    return {
      ...time,
      app,
      played,
      async look(name, switches) {
        await played.makeRoom(name);
        const player = await come(name, switches);
        await time.soon(`${name} has read the board`, () => player.workshop.phase.value.kind === 'ready');
        return player;
      },
    };
  } catch (error) {
    app.dispose();
    throw error;
  }
}
