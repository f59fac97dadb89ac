/** A board in memory, just true enough for the view: it takes what it is told, gives ids, and remembers the calls. */
import { observable } from '../../../src/base/observable.ts';
import type { BoardClient, BoardContents, Peer } from '../../../src/local-board/client/client.ts';
import type { ItemData, StickyNoteData, TagData } from '../../../src/local-board/model/item.ts';

type Fields = Readonly<Record<string, unknown>>;

const when = '2026-01-05T09:00:00.000Z';

const blanks: Readonly<Record<ItemData['type'], Fields>> = {
  sticky_note: {
    width: 199,
    height: 228,
    shape: 'square',
    content: '',
    style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
    tagIds: [],
  },
  text: {
    width: 300,
    height: 34,
    content: '',
    rotation: 0,
    style: {
      color: '#1a1a1a',
      fillColor: 'transparent',
      fillOpacity: 1,
      fontFamily: 'arial',
      fontSize: 14,
      textAlign: 'left',
    },
  },
  shape: {
    width: 100,
    height: 100,
    shape: 'rectangle',
    content: '',
    rotation: 0,
    style: {
      color: '#1a1a1a',
      fillColor: 'transparent',
      fillOpacity: 1,
      fontFamily: 'arial',
      fontSize: 14,
      textAlign: 'center',
      textAlignVertical: 'middle',
      borderStyle: 'normal',
      borderOpacity: 1,
      borderColor: '#1a1a1a',
      borderWidth: 2,
    },
  },
  frame: {
    width: 100,
    height: 100,
    title: '',
    childrenIds: [],
    showContent: true,
    style: { fillColor: '#ffffff' },
  },
};

/** An item with defaults; give only what matters. */
export function item(type: ItemData['type'], fields: Fields & { readonly id: string }): ItemData {
  const blank = blanks[type];
  const style = { ...(blank.style as object), ...(fields.style as object | undefined) };
  const common = {
    x: 0,
    y: 0,
    parentId: null,
    createdAt: when,
    createdBy: 'erin',
    modifiedAt: when,
    modifiedBy: 'erin',
  };
  // The blanks above hold every field of their type.
  return { type, ...common, ...blank, ...fields, style } as unknown as ItemData;
}

export const note = (id: string, fields: Fields = {}): StickyNoteData =>
  item('sticky_note', { id, ...fields }) as StickyNoteData;

export interface MemoryClient extends BoardClient {
  readonly calls: readonly (readonly [string, unknown])[];
  /** As if it came from the server. */
  put(...items: readonly ItemData[]): void;
  setOthers(others: readonly Peer[]): void;
  setConnection(connection: 'connecting' | 'live' | 'offline'): void;
  /** The next command is refused with this message. */
  refuseNext(message: string): void;
  get(id: string): ItemData | undefined;
}

export function memoryClient(items: readonly ItemData[] = [], tags: readonly TagData[] = []): MemoryClient {
  const contents = observable<BoardContents>({
    items: new Map(items.map((one) => [one.id, one])),
    tags: new Map(tags.map((tag) => [tag.id, tag])),
  });
  const others = observable<readonly Peer[]>([]);
  const connection = observable<'connecting' | 'live' | 'offline'>('live');
  const calls: (readonly [string, unknown])[] = [];
  const past: BoardContents[] = [];
  const future: BoardContents[] = [];
  let refusal: string | undefined;
  let last = 100;

  const change = (edit: (items: Map<string, ItemData>) => void) => {
    const { tags: same, items: before } = contents.get();
    const next = new Map(before);
    edit(next);
    contents.set({ items: next, tags: same });
  };
  const command = async <T>(name: string, given: unknown, act: () => T): Promise<T> => {
    calls.push([name, given]);
    await Promise.resolve();
    if (refusal !== undefined) {
      const message = refusal;
      refusal = undefined;
      throw new Error(message);
    }
    past.push(contents.get());
    future.length = 0;
    return act();
  };
  const step = async (name: string, from: BoardContents[], to: BoardContents[]): Promise<boolean> => {
    calls.push([name, undefined]);
    const found = from.pop();
    if (!found) return false;
    to.push(contents.get());
    contents.set(found);
    return true;
  };

  return {
    calls,
    board: 'Test board',
    me: { connection: 'c1', userId: 'erin', name: 'Erin Example' },
    connection,
    contents,
    others,
    create: (given) =>
      command('create', given, () => {
        const made = given.map((fields) => {
          last += 1;
          return item(fields.type as ItemData['type'], { ...fields, id: String(last) });
        });
        change((all) => {
          for (const one of made) all.set(one.id, one);
        });
        return made;
      }),
    update: (changes) =>
      command('update', changes, () => {
        const made: ItemData[] = [];
        change((all) => {
          for (const fields of changes) {
            const before = all.get(fields.id);
            if (!before) throw new Error(`There is no item ${fields.id}.`);
            const style = { ...before.style, ...(fields.style as object | undefined) };
            const ratio = before.type === 'sticky_note' ? before.height / before.width : undefined;
            const after = { ...before, ...fields, style } as ItemData;
            const sized =
              ratio && typeof fields.width === 'number' ? { ...after, height: fields.width * ratio } : after;
            all.set(fields.id, sized);
            made.push(sized);
          }
        });
        return made;
      }),
    remove: (ids) =>
      command('remove', ids, () =>
        change((all) => {
          for (const id of ids) all.delete(id);
        }),
      ),
    undo: () => step('undo', past, future),
    redo: () => step('redo', future, past),
    present: (state) => calls.push(['present', state]),
    dispose() {},
    put: (...given) =>
      change((all) => {
        for (const one of given) all.set(one.id, one);
      }),
    setOthers: (next) => others.set(next),
    setConnection: (next) => connection.set(next),
    refuseNext(message) {
      refusal = message;
    },
    get: (id) => contents.get().items.get(id),
  };
}
