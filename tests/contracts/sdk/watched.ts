/**
 * An app's `miro` that notes which of its members are called, and what is on the items it gives out. It may still be
 * loading in an iframe; calls then wait for it.
 */
import type { Miro } from '@mirohq/websdk-types';

export interface Seen {
  /** `owner.member`, named as in members.ts. */
  readonly called: Set<string>;
  /** Type of item → property → on how many of those that were seen. */
  readonly properties: Map<string, Map<string, number>>;
  readonly items: Map<string, number>;
}

export const nothingSeen = (): Seen => ({ called: new Set(), properties: new Map(), items: new Map() });

type Anything = Record<PropertyKey, unknown>;
type Method = (this: unknown, ...given: unknown[]) => unknown;

const isObject = (value: unknown): value is Anything => typeof value === 'object' && value !== null;
/** Objects of the app's own window have another `Object`. */
const isPlain = (prototype: object | null) => prototype === null || Object.hasOwn(prototype, 'isPrototypeOf');

/** Notes an item's properties, and makes its class note its methods. */
function noteItem(item: Anything, seen: Seen, watched: WeakSet<object>): void {
  const type = typeof item.type === 'string' ? item.type : 'session';
  seen.items.set(type, (seen.items.get(type) ?? 0) + 1);
  const known = seen.properties.get(type) ?? new Map<string, number>();
  seen.properties.set(type, known);
  for (const key of Object.keys(item)) if (item[key] !== undefined) known.set(key, (known.get(key) ?? 0) + 1);
  for (
    let prototype: object | null = Object.getPrototypeOf(item);
    prototype && !isPlain(prototype) && !watched.has(prototype);
    prototype = Object.getPrototypeOf(prototype)
  ) {
    watched.add(prototype);
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (typeof value === 'function' && name !== 'constructor') {
        const method = value as Method;
        Object.defineProperty(prototype, name, {
          configurable: true,
          writable: true,
          value(this: Anything, ...given: unknown[]) {
            seen.called.add(`${typeof this.type === 'string' ? this.type : 'session'}.${name}`);
            return noteAll(method.apply(this, given), seen, watched);
          },
        });
      }
  }
}

function noteAll(result: unknown, seen: Seen, watched: WeakSet<object>): unknown {
  const note = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(note);
    else if (isObject(value) && !isPlain(Object.getPrototypeOf(value))) noteItem(value, seen, watched);
  };
  if (!(isObject(result) && typeof result.then === 'function')) return result;
  return (result as unknown as Promise<unknown>).then((value) => {
    note(value);
    return value;
  });
}

/**
 * Classes that already note for this list: they outlive a sentence, and wrapped anew for each they would answer later and
 * later.
 */
const watchedFor = new WeakMap<Seen, WeakSet<object>>();

type Find = (loaded: Miro) => unknown;

export function watchedMiro(miro: Miro | Promise<Miro>, seen: Seen): Miro {
  const watched = watchedFor.get(seen) ?? new WeakSet();
  watchedFor.set(seen, watched);
  const whenLoaded = (find: Find): unknown => (miro instanceof Promise ? miro.then(find) : find(miro));
  const part = (path: string, owner: Find, find: Find): unknown =>
    new Proxy(() => undefined, {
      get: (_, key) =>
        // By this key a promise is told from other things.
        typeof key === 'symbol' || key === 'then'
          ? undefined
          : part(`${path}.${key}`, find, (loaded) => (find(loaded) as Anything)[key]),
      apply(_, __, given: unknown[]) {
        seen.called.add(path);
        const call: Find = (loaded) => Reflect.apply(find(loaded) as Method, owner(loaded), given);
        // The one member that answers at once, with an object that has members.
        if (path === 'board.storage.collection') return part('collection', call, call);
        return noteAll(whenLoaded(call), seen, watched);
      },
    });
  const board: Find = (loaded) => loaded.board;
  return { board: part('board', (loaded) => loaded, board), clientVersion: 'watched' } as Miro;
}
