/**
 * An app's `miro` that notes which of its members are called, and what is on the items it gives out. It may still be
 * loading in an iframe; calls then wait for it.
 */
import type { Miro } from '@mirohq/websdk-types';
import { owners } from './members.ts';

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

/** Named as in members.ts: what has no class of its own there is unsupported, whatever Miro calls it. */
function ownerOf(item: Anything): string {
  if ('starterId' in item) return 'session';
  // The stable board tells of a mind map's nodes as things it has no class for.
  const type = item.type === 'mindmap_node' && !('nodeView' in item) ? undefined : item.type;
  return typeof type === 'string' && owners.has(type) ? type : 'unsupported';
}

type Watch = { readonly seen: Seen; readonly watched: WeakSet<object> };

/** Makes the methods among an object's own properties note that they are called. */
function watchMethods(holder: object, { seen, watched }: Watch): void {
  if (watched.has(holder)) return;
  watched.add(holder);
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(holder)))
    if (typeof value === 'function' && name !== 'constructor') {
      const method = value as Method;
      Object.defineProperty(holder, name, {
        configurable: true,
        writable: true,
        value(this: Anything, ...given: unknown[]) {
          seen.called.add(`${ownerOf(this)}.${name}`);
          return noteAll(method.apply(this, given), { seen, watched });
        },
      });
    }
}

function noteItem(item: Anything, watch: Watch): void {
  const { seen } = watch;
  const owner = ownerOf(item);
  seen.items.set(owner, (seen.items.get(owner) ?? 0) + 1);
  const known = seen.properties.get(owner) ?? new Map<string, number>();
  seen.properties.set(owner, known);
  for (const key of Object.keys(item)) if (item[key] !== undefined) known.set(key, (known.get(key) ?? 0) + 1);
  for (
    let prototype: object | null = Object.getPrototypeOf(item);
    prototype && !isPlain(prototype);
    prototype = Object.getPrototypeOf(prototype)
  )
    watchMethods(prototype, watch);
}

/** Looks at what a call resolves to: items have a class, sessions are told by who started them. */
function noteAll(result: unknown, watch: Watch): unknown {
  const note = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(note);
    else if (!isObject(value)) return;
    else if ('starterId' in value) watchMethods(value, watch);
    else if (!isPlain(Object.getPrototypeOf(value))) noteItem(value, watch);
  };
  if (!(isObject(result) && typeof result.then === 'function')) return result;
  return (result as unknown as Promise<unknown>).then((value) => {
    note(value);
    return value;
  });
}

/** Classes are the same for everybody in one window, and are watched once. */
const watchedFor = new WeakMap<Seen, WeakSet<object>>();

type Find = (loaded: Miro) => unknown;

export function watchedMiro(miro: Miro | Promise<Miro>, seen: Seen): Miro {
  const watched = watchedFor.get(seen) ?? new WeakSet();
  watchedFor.set(seen, watched);
  const watch: Watch = { seen, watched };
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
        return noteAll(whenLoaded(call), watch);
      },
    });
  const board: Find = (loaded) => loaded.board;
  return { board: part('board', (loaded) => loaded, board), clientVersion: 'watched' } as Miro;
}
