/** Storage values this window follows. The room sends a value at once when there is one, and at every change. */
import { type Disposer, once } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import { valueKey } from '../model/state.ts';
import type { FromRoom, FromWindow } from './protocol.ts';

interface Key {
  readonly app: string;
  readonly collection: string;
  readonly key: string;
}

type Listener = (value: Json | undefined, version: number) => void;

export function createWatches(say: (message: FromWindow) => void) {
  const watches = new Map<
    string,
    { key: Key; listeners: Set<Listener>; last?: { value: Json | undefined; version: number } }
  >();

  return {
    watch({ app, collection, key }: Key, listener: Listener): Disposer {
      const name = valueKey(app, collection, key);
      const own: Listener = (value, version) => listener(value, version);
      const found = watches.get(name);
      if (found) {
        found.listeners.add(own);
        const { last } = found;
        // A second listener also hears the present value at once, though not before it has been subscribed.
        if (last) Promise.resolve().then(() => found.listeners.has(own) && own(last.value, last.version));
      } else {
        watches.set(name, { key: { app, collection, key }, listeners: new Set([own]) });
        say({ say: 'watch', app, collection, key });
      }
      return once(() => {
        const watch = watches.get(name);
        watch?.listeners.delete(own);
        if (!watch || watch.listeners.size > 0) return;
        watches.delete(name);
        say({ say: 'unwatch', app, collection, key });
      });
    },
    heard({ app, collection, key, value, version }: Extract<FromRoom, { say: 'stored' }>): void {
      const watch = watches.get(valueKey(app, collection, key));
      // Late and doubled messages (a delay, a reconnect) never take a value back.
      if (!watch || (watch.last && watch.last.version >= version)) return;
      watch.last = { value, version };
      for (const listener of [...watch.listeners]) listener(value, version);
    },
    /** After a reconnect. */
    again(): void {
      for (const { key } of watches.values()) say({ say: 'watch', ...key });
    },
  };
}
