/** Broadcasts and storage of the board, as sync asks for them. */
import { once } from '../base/disposer.ts';
import type { BoardStore, Wire } from '../sync/ports.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro } from './sdk.ts';

const channel = 'rolewright';
const collectionName = 'rolewright';

export function miroWire(miro: Miro, calls: Calls): Wire {
  return {
    broadcast: (message) =>
      calls(credits.level1, () => miro.board.events.broadcast(channel, message as never)),
    onMessage(listener) {
      const handler = (message: unknown): void => listener(message);
      void miro.board.events.on(channel, handler as never);
      return once(() => void miro.board.events.off(channel, handler as never));
    },
  };
}

export function miroStore(miro: Miro, calls: Calls): BoardStore {
  const collection = () => miro.board.storage.collection(collectionName);
  return {
    get: (key) => calls(credits.level1, () => collection().get(key)),
    set: (key, value) => calls(credits.level1, () => collection().set(key, value as never)),
    watch(key, listener) {
      const handler = (value: unknown): void => listener(value);
      // A refused subscription costs liveness only: the value is read again at the next look.
      const watched = collection();
      const subscribing = calls(credits.level1, () => watched.onValue(key, handler as never)).catch(
        () => undefined,
      );
      return once(
        () => void subscribing.then(() => watched.offValue(key, handler as never)).catch(() => undefined),
      );
    },
  };
}
