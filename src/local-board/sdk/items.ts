/**
 * Items as an app holds them: their properties are plain fields of its own copy, and `sync` sends what it changed and
 * brings back what the board has. Only methods live here; every rule is the board's.
 */
import type { Frame as MiroFrame, BaseItem as MiroItem, Tag as MiroTag } from '@mirohq/websdk-types';
import type { Transport } from './transport.ts';

/** A class's methods, without the protected members that would make every imitation differ from it. */
type MethodsOf<T> = {
  // biome-ignore lint/complexity/noBannedTypes: any function at all is meant.
  readonly [Key in keyof T as T[Key] extends Function ? Key : never]: T[Key];
};

export type Data = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

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
/** Writable in Miro's types without a documented effect; not sent. */
const unsent: ReadonlySet<string> = new Set(['relativeTo', 'childrenIds']);

const isReadOnly = (type: string, key: string) => readOnly.has(key) || (type === 'text' && key === 'height');

interface Own {
  readonly transport: Transport;
  known: Data;
}

const owns = new WeakMap<object, Own>();

function own(item: object): Own {
  const found = owns.get(item);
  if (!found) throw new Error('This is not an item of this board.');
  return found;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Sets an item's fields to what the board has. */
function show(item: object, transport: Transport, data: Data): void {
  owns.set(item, { transport, known: data });
  for (const [key, value] of Object.entries(data)) {
    if (isReadOnly(data.type, key))
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

function changesIn(item: object, known: Data): Record<string, unknown> {
  const current = new Map(Object.entries(item));
  const changed: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(known), 'linkedTo'])) {
    if (isReadOnly(known.type, key) || unsent.has(key)) continue;
    const value = current.get(key);
    if (!same(value, known[key])) changed[key] = value === undefined ? '' : value;
  }
  return changed;
}

async function sync(item: object): Promise<void> {
  const { transport, known } = own(item);
  const fields = changesIn(item, known);
  show(item, transport, (await transport.call('WIDGET_UPDATE', { id: known.id, fields })) as Data);
}

const idOf = (item: unknown): string => {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  if (typeof id !== 'string') throw new Error('The item has no valid id.');
  return id;
};

export const idsOf = (items: unknown): string[] => (Array.isArray(items) ? items : [items]).map(idOf);

type Values = never;

class Item implements MethodsOf<MiroItem> {
  sync(): Promise<void> {
    return sync(this);
  }
  // The answer is what the app itself stored; its type is the app's word.
  async getMetadata(key?: string): Promise<Values> {
    const { transport, known } = own(this);
    return (await transport.call('WIDGET_GET_METADATA', { id: known.id, key })) as Values;
  }
  async setMetadata(key: string, value: unknown): Promise<Values> {
    const { transport, known } = own(this);
    return (await transport.call('WIDGET_SET_METADATA', { id: known.id, key, value })) as Values;
  }
  async goToLink(): Promise<boolean> {
    const { transport, known } = own(this);
    return (await transport.call('WIDGET_GO_TO_LINK', { id: known.id })) as boolean;
  }
  async bringToFront(): Promise<void> {
    const { transport, known } = own(this);
    await transport.call('BRING_TO_FRONT', { ids: [known.id] });
  }
  async sendToBack(): Promise<void> {
    const { transport, known } = own(this);
    await transport.call('SEND_TO_BACK', { ids: [known.id] });
  }
  async bringInFrontOf(target: { readonly id: string }): Promise<void> {
    const { transport, known } = own(this);
    await transport.call('BRING_IN_FRONT_OF', { ids: [known.id], target: idOf(target) });
  }
  async sendBehindOf(target: { readonly id: string }): Promise<void> {
    const { transport, known } = own(this);
    await transport.call('SEND_BEHIND_OF', { ids: [known.id], target: idOf(target) });
  }
  async getLayerIndex(): Promise<number> {
    const { transport, known } = own(this);
    return (await transport.call('GET_LAYER_INDEX', { id: known.id })) as number;
  }
  async getConnectors(): Promise<never[]> {
    const { transport, known } = own(this);
    await transport.call('GET_CONNECTORS', { id: known.id });
    return [];
  }
  getAiContext(): Promise<string> {
    return notYet('item.getAiContext')();
  }
}

class StickyNote extends Item {}
class Text extends Item {}
class Shape extends Item {}
class Unsupported extends Item {}

class Frame extends Item implements MethodsOf<MiroFrame> {
  async add<T extends { readonly id: string }>(item: T): Promise<T> {
    return moveIn(this, item, 'FRAME_ADD');
  }
  async remove<T extends { readonly id: string }>(item: T): Promise<void> {
    await moveIn(this, item, 'FRAME_REMOVE');
  }
  async getChildren(): Promise<never[]> {
    const { transport, known } = own(this);
    const children = (await transport.call('FRAME_GET_CHILDREN', { id: known.id })) as Data[];
    return children.map((data) => asItem(transport, data)) as unknown as never[];
  }
}

async function moveIn<T>(frame: Frame, item: T, name: 'FRAME_ADD' | 'FRAME_REMOVE'): Promise<T> {
  const { transport, known } = own(frame);
  const answer = (await transport.call(name, { frame: known.id, item: idOf(item) })) as {
    frame: Data;
    item: Data;
  };
  show(frame, transport, answer.frame);
  if (typeof item === 'object' && item !== null) show(item, transport, answer.item);
  return item;
}

class Tag implements MethodsOf<MiroTag> {
  sync(): Promise<void> {
    return sync(this);
  }
}

const classes: Readonly<Record<string, new () => object>> = {
  sticky_note: StickyNote,
  text: Text,
  shape: Shape,
  frame: Frame,
  tag: Tag,
};

/** The board's data as an item with its methods. */
export function asItem(transport: Transport, data: Data): object {
  const item = new (classes[data.type] ?? Unsupported)();
  show(item, transport, data);
  return item;
}

/** A member that exists, so that nothing breaks by looking at it, and says plainly that it does nothing. */
export const notYet = (name: string) => (): Promise<never> =>
  Promise.reject(new Error(`${name} is not on the local board yet.`));
