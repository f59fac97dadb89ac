/**
 * A board in memory for tests of whoever uses the board port: counts calls, takes time on a virtual clock, refuses on
 * demand. It keeps Miro's rules that our code leans on: a child must lie wholly inside its frame, a frame can't be
 * resized so that a child falls outside, moving a frame moves its children.
 */
import { type Box, boxAt, contains, left, moved, top } from '../../src/base/box.ts';
import { type Clock, wait } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';
import type { Json } from '../../src/base/json.ts';
import type { BoardItem, ItemChange, NewItem } from '../../src/board/item.ts';
import { type BoardPort, BoardRefusal, type BoardTag } from '../../src/board/port.ts';
import { type ItemId, itemId, type SheetId, type TagId, tagId } from '../../src/workshop/ids.ts';

export interface Call {
  readonly method: string;
  /** The item, tag or sheet it was about; null when it had none yet. */
  readonly about: string | null;
}

export interface FakeBoard extends BoardPort {
  readonly calls: readonly Call[];
  /** Most calls that were ever under way at once. */
  readonly busiest: () => number;
  readonly items: ReadonlyMap<ItemId, BoardItem>;
  readonly marks: ReadonlyMap<ItemId, Json>;
  readonly records: ReadonlyMap<SheetId, Json>;
  readonly templates: ReadonlyMap<string, Json>;
  readonly tags: ReadonlyMap<TagId, BoardTag>;
  /** By hand: as a person would, without a call. */
  edit(id: ItemId, fields: Partial<BoardItem>): void;
  take(id: ItemId): void;
  choose(ids: readonly ItemId[]): void;
}

export interface FakeBoardOptions {
  readonly clock?: Clock;
  /** Milliseconds a call takes. */
  readonly latency?: number;
  /** Called before each call takes effect; what it returns is thrown. `n` counts calls from 1. */
  readonly refuse?: (call: Call, n: number) => Error | null | undefined;
  /** Whose hand makes everything, as the board tells it. */
  readonly writer?: string;
  /** Miro gives no id twice, whichever board an item is on. */
  readonly idsFrom?: number;
  /** Called when a call is made. */
  readonly onCall?: (call: Call, n: number) => void;
}

const gone = (id: string) => new BoardRefusal('gone', `There is no item ${id}.`);

export function fakeBoard({
  clock,
  latency = 0,
  refuse,
  writer = 'app',
  idsFrom = 0,
  onCall,
}: FakeBoardOptions = {}): FakeBoard {
  const items = new Map<ItemId, BoardItem>();
  const marks = new Map<ItemId, Json>();
  const records = new Map<SheetId, Json>();
  const templates = new Map<string, Json>();
  const tags = new Map<TagId, BoardTag>();
  const calls: Call[] = [];
  const choosing = new Set<(items: readonly BoardItem[]) => void>();
  let chosen: ReadonlySet<ItemId> = new Set();
  let ids = idsFrom;
  let underWay = 0;
  let most = 0;
  // Like Miro's: nineteen digits.
  const nextId = () => {
    ids += 1;
    return `3458764500000${String(ids).padStart(6, '0')}`;
  };

  async function call<T>(method: string, about: string | null, effect: () => T): Promise<T> {
    const made = { method, about };
    calls.push(made);
    const n = calls.length;
    onCall?.(made, n);
    underWay += 1;
    most = Math.max(most, underWay);
    try {
      if (clock && latency > 0) await wait(clock, latency);
      const refusal = refuse?.(made, n);
      if (refusal) throw refusal;
      return effect();
    } finally {
      underWay -= 1;
    }
  }

  const get = (id: ItemId): BoardItem => {
    const item = items.get(id);
    if (!item) throw gone(id);
    return item;
  };
  const childrenOf = (id: ItemId) => [...items.values()].filter(({ frame }) => frame === id);
  const localIn = (frame: ItemId | null, box: Box): Box => {
    if (frame === null) return box;
    const outer = get(frame).box;
    return { ...box, x: box.x - left(outer), y: box.y - top(outer) };
  };
  const set = (item: BoardItem): BoardItem => {
    const placed = { ...item, local: localIn(item.frame, item.box), modifiedAt: '2026-11-23T09:00:00.000Z' };
    items.set(item.id, placed);
    return placed;
  };

  function create(item: NewItem): BoardItem {
    const id = itemId(nextId());
    const colour = item.kind === 'sticky' ? item.colour : '';
    return set({
      id,
      kind: item.kind,
      box: item.box,
      local: item.box,
      frame: null,
      text: item.kind === 'frame' ? item.title : item.text,
      colour,
      tags: [],
      modifiedAt: '',
      modifiedBy: writer,
      createdBy: writer,
    });
  }

  function change(id: ItemId, wish: ItemChange): BoardItem {
    const item = get(id);
    const { text = item.text, tags = item.tags, colour = item.colour, bold: _, ...place } = wish;
    const box: Box = { ...item.box, ...place };
    if (tags.length > 8) throw new BoardRefusal('refused', 'At most 8 tags.');
    if (item.kind === 'frame') {
      const [dx, dy] = [left(box) - left(item.box), top(box) - top(item.box)];
      const resized = box.width !== item.box.width || box.height !== item.box.height;
      const outside = childrenOf(id).some(
        ({ local }) => !contains(boxAt(0, 0, box.width, box.height), local),
      );
      if (resized && outside) throw new BoardRefusal('refused', 'Children would fall outside.');
      const after = set({ ...item, box, text });
      for (const child of childrenOf(id)) set({ ...child, box: moved(child.box, dx, dy) });
      return after;
    }
    if (item.frame !== null && !contains(get(item.frame).box, box))
      throw new BoardRefusal('refused', 'A child must stay inside its frame.');
    return set({ ...item, box, text, tags, colour });
  }

  return {
    calls,
    items,
    marks,
    records,
    templates,
    tags,
    busiest: () => most,
    edit(id, fields) {
      const placed = set({ ...get(id), ...fields });
      if (fields.modifiedAt) items.set(id, { ...placed, modifiedAt: fields.modifiedAt });
    },
    take: (id) => void items.delete(id),
    choose(ids) {
      chosen = new Set(ids);
      for (const listener of choosing) listener([...items.values()].filter(({ id }) => chosen.has(id)));
    },

    readAll: () => call('readAll', null, () => [...items.values()]),
    readSome: (wanted) =>
      Promise.all(wanted.map((id) => call('readSome', id, () => items.get(id)))).then((found) =>
        found.filter((item) => item !== undefined),
      ),
    readTags: () => call('readTags', null, () => [...tags.values()]),
    readMark: (id) => call('readMark', id, () => marks.get(id)),
    readSheetRecords: () => call('readSheetRecords', null, () => new Map(records)),
    readTemplateRecords: () => call('readTemplateRecords', null, () => new Map(templates)),
    create: (item) => call('create', null, () => create(item)),
    putInFrame: (frame, id) =>
      call('putInFrame', id, () => {
        const item = get(id);
        if (!contains(get(frame).box, item.box))
          throw new BoardRefusal('refused', 'The item lies outside the frame.');
        set({ ...item, frame });
      }),
    takeOutOfFrame: (id) => call('takeOutOfFrame', id, () => void set({ ...get(id), frame: null })),
    change: (id, wish) => call('change', id, () => change(id, wish)),
    remove: (id) =>
      call('remove', id, () => {
        items.delete(id);
        marks.delete(id);
      }),
    createTag: (title) =>
      call('createTag', title, () => {
        if ([...tags.values()].some((tag) => tag.title === title))
          throw new BoardRefusal('refused', 'A tag with this title exists.');
        const tag = { id: tagId(nextId()), title };
        tags.set(tag.id, tag);
        return tag;
      }),
    removeTag: (id) => call('removeTag', id, () => void tags.delete(id)),
    writeMark: (id, mark) => call('writeMark', id, () => void (get(id) && marks.set(id, mark))),
    writeSheetRecord: (id, record) =>
      call('writeSheetRecord', id, () => {
        if (record === null) records.delete(id);
        else records.set(id, record);
      }),
    writeTemplateRecord: (name, record) =>
      call('writeTemplateRecord', name, () => {
        if (record === null) templates.delete(name);
        else templates.set(name, record);
      }),
    findEmptySpace: () => call('findEmptySpace', null, () => ({ x: 0, y: 0 })),
    show: () => call('show', null, () => undefined),
    select: (ids) =>
      call('select', null, () => {
        chosen = new Set(ids);
      }),
    selected: () => call('selected', null, () => [...items.values()].filter(({ id }) => chosen.has(id))),
    onSelection: (listener) => {
      choosing.add(listener);
      return once(() => choosing.delete(listener));
    },
    onTouched: () => once(() => {}),
    onDeleted: () => once(() => {}),
    onDrop: () => once(() => {}),
  };
}
