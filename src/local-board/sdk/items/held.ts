/**
 * Items as an app holds them: their properties are plain fields of its own copy, and `sync` sends what it changed and
 * brings back what the board has. Every rule is the board's.
 */
import type { CallName } from '../../host/costs.ts';
import type { Transport } from '../transport.ts';

/** A class's methods, without the protected members that would make every imitation differ from it. */
export type MethodsOf<T> = {
  // biome-ignore lint/complexity/noBannedTypes: any function at all is meant.
  readonly [Key in keyof T as T[Key] extends Function ? Key : never]: T[Key];
};

export type Data = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** Which of Miro's two boards an item was read from; the experimental one knows more of it. */
export type Face = 'stable' | 'experimental';

/** Where items come from and where they ask. */
export interface Source {
  readonly transport: Transport;
  readonly face: Face;
  /** Whether there is a class for items of this type. */
  knows(type: string): boolean;
  /** The board's data as an item with its methods. */
  asItem(data: Data): object;
}

const readOnly: ReadonlySet<string> = new Set([
  'id',
  'type',
  'parentId',
  'groupId',
  'connectorIds',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
]);
const readOnlyOf: Readonly<Record<string, readonly string[]>> = {
  text: ['height'],
  card: ['height'],
  app_card: ['height', 'owned'],
  embed: ['url', 'width', 'height'],
  preview: ['url'],
  connector: ['width', 'height'],
  group: ['itemsIds'],
  mindmap_node: ['height', 'childrenIds', 'isRoot'],
};
/** Of items that there is no class for. */
const readOnlyOfOthers = ['width', 'height'];
/** Properties that an item may lack, so that giving or taking them is a change. */
const optionalOf: Readonly<Record<string, readonly string[]>> = {
  card: ['startDate', 'dueDate', 'assignee', 'fields'],
  app_card: ['fields'],
  image: ['alt'],
  mindmap_node: ['direction'],
};
/** Writable in Miro's types without a documented effect; not sent. */
const unsent: ReadonlySet<string> = new Set(['relativeTo']);

const isReadOnly = (source: Source, type: string, key: string): boolean =>
  readOnly.has(key) || (source.knows(type) ? (readOnlyOf[type] ?? []) : readOnlyOfOthers).includes(key);

interface Own {
  readonly source: Source;
  known: Data;
}

const owns = new WeakMap<object, Own>();

export function own(item: object): Own {
  const found = owns.get(item);
  if (!found) throw new Error('This is not an item of this board.');
  return found;
}

/** Asks the board about this item. */
export async function ask<T>(item: object, name: CallName, payload: object = {}): Promise<T> {
  const { source, known } = own(item);
  return (await source.transport.call(name, { id: known.id, face: source.face, ...payload })) as T;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Sets an item's fields to what the board has. */
export function show(item: object, source: Source, data: Data): void {
  // What the board no longer has the app's copy loses too.
  for (const key of Object.keys(owns.get(item)?.known ?? {}))
    if (!(key in data)) Reflect.deleteProperty(item, key);
  owns.set(item, { source, known: data });
  for (const [key, value] of Object.entries(data)) {
    if (isReadOnly(source, data.type, key))
      Object.defineProperty(item, key, {
        configurable: true,
        enumerable: true,
        get: () => value,
        set() {
          throw new Error(`The property ${key} is read-only.`);
        },
      });
    else Reflect.set(item, key, structuredClone(value));
  }
}

/** The fields that the app has changed since the board last told of the item. */
export function changesIn(item: object): Record<string, unknown> {
  const { source, known } = own(item);
  const current = new Map(Object.entries(item));
  const changed: Record<string, unknown> = {};
  const optional = optionalOf[known.type] ?? [];
  for (const key of new Set([...Object.keys(known), 'linkedTo', ...optional])) {
    if (isReadOnly(source, known.type, key) || unsent.has(key)) continue;
    const value = current.get(key);
    const none = optional.includes(key) ? null : '';
    if (!same(value, known[key])) changed[key] = value === undefined ? none : value;
  }
  return changed;
}

export async function sync(item: object): Promise<void> {
  await send(item, changesIn(item));
}

/** Sends these changes and shows what came of them. */
export async function send(item: object, fields: object): Promise<void> {
  show(item, own(item).source, await ask<Data>(item, 'WIDGET_UPDATE', { fields }));
}

export const idOf = (item: unknown): string => {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  if (typeof id !== 'string') throw new Error('The item has no valid id.');
  return id;
};

export const idsOf = (items: unknown): string[] => (Array.isArray(items) ? items : [items]).map(idOf);

/** Many items as an app gets them. Their classes are Miro's but for protected members, which no other class can have. */
export const asItems = (source: Source, data: readonly Data[]): never[] =>
  data.map((one) => source.asItem(one)) as unknown as never[];
