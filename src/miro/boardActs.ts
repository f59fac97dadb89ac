/** What is done on a board, as opposed to seen there. Loaded once the board has been read for the first time. */
import type { Frame } from '@mirohq/websdk-types';
import { boxAt, left, type Point, top } from '../base/box.ts';
import type { Json } from '../base/json.ts';
import type { BoardItem, ItemChange } from '../board/item.ts';
import { type BoardPort, BoardRefusal, type BoardTag } from '../board/port.ts';
import { type ItemId, tagId } from '../workshop/ids.ts';
import type { BoardItems } from './boardItems.ts';
import { type Calls, credits } from './calls.ts';
import { parentOf } from './items.ts';
import { lookAt } from './looking.ts';
import { type Board as Children, moveChild } from './moveChild.ts';
import { createItem } from './newItem.ts';
import type { Miro, SdkItem } from './sdk.ts';
import { prefixes } from './sheetRecords.ts';
import { styledContentOf } from './writtenContent.ts';

/** Key of our mark on items. */
const markKey = 'rolewright';

/** Milliseconds for the view to move, so that people see where to. */
const glide = 250;

/** How many just-created items are remembered: more than the largest sheet has. */
const freshLimit = 500;

function frameOf(item: SdkItem): Frame {
  if (item.type === 'frame' && 'add' in item) return item;
  throw new BoardRefusal('refused', 'Only a frame can hold items.');
}

export type BoardActs = Pick<
  BoardPort,
  | 'readTags'
  | 'readMark'
  | 'create'
  | 'putInFrame'
  | 'takeOutOfFrame'
  | 'change'
  | 'remove'
  | 'createTag'
  | 'removeTag'
  | 'writeMark'
  | 'writeSheetRecord'
  | 'writeTemplateRecord'
  | 'findEmptySpace'
  | 'show'
>;

export function boardActs(miro: Miro, calls: Calls, items: BoardItems): BoardActs {
  const { corners, see, plain, getById, find, placed } = items;

  /**
   * Items just created, so that putting one into its frame and marking it cost one call each and not a read besides.
   * Never used to change an item: by then somebody else may have touched it.
   */
  const fresh = new Map<ItemId, SdkItem>();
  const remember = (item: SdkItem): void => {
    fresh.set(item.id as ItemId, item);
    const oldest = fresh.keys().next();
    if (fresh.size > freshLimit && !oldest.done) fresh.delete(oldest.value);
  };
  const freshOrRead = async (id: ItemId): Promise<SdkItem> => fresh.get(id) ?? getById(id);

  const sync = (item: SdkItem): Promise<void> =>
    calls(credits.level1, () => ('sync' in item ? item.sync() : Promise.resolve()));

  const children: Children = {
    read: getById,
    sync,
    takeOut: (frame, item) => calls(credits.level1, () => frame.remove(item as never)),
    putIn: (frame, item) => calls(credits.level1, async () => void (await frame.add(item as never))),
  };

  const change = async (id: ItemId, wish: ItemChange): Promise<BoardItem> => {
    const item = await getById(id);
    const parent = parentOf(item);
    if (parent && !corners.has(parent)) await getById(parent);
    const corner = (parent && corners.get(parent)) || { x: 0, y: 0 };
    const now = item as unknown as Record<string, unknown> & { x: number; y: number };
    const place = {
      x: wish.x === undefined ? now.x : wish.x - corner.x,
      y: wish.y === undefined ? now.y : wish.y - corner.y,
    };
    // The types call some sizes read-only that Miro's pages let an app set (shape page), hence the loose view.
    const fields: Record<string, unknown> = {
      ...place,
      ...(wish.width === undefined ? {} : { width: wish.width }),
      ...(wish.height === undefined || item.type === 'sticky_note' || item.type === 'text'
        ? {}
        : { height: wish.height }),
      ...(wish.text === undefined
        ? {}
        : item.type === 'frame'
          ? { title: wish.text }
          : { content: styledContentOf(wish.text, wish.bold) }),
      ...(wish.tags === undefined ? {} : { tagIds: [...wish.tags] }),
      ...(wish.colour === undefined
        ? {}
        : { style: { ...(now.style as object | undefined), fillColor: wish.colour } }),
    };
    const onBoard = ({ x, y }: Point): Point => ({ x: x + corner.x, y: y + corner.y });
    const was = Object.fromEntries(Object.keys(fields).map((key) => [key, now[key]]));
    const before = { ...was, ...onBoard(now) };
    Object.assign(item, fields);
    try {
      await sync(item);
    } catch (error) {
      const moves = wish.x !== undefined || wish.y !== undefined;
      if (!parent || !moves || !(error instanceof BoardRefusal) || error.reason !== 'refused') throw error;
      const after = { ...fields, ...onBoard(place) };
      await moveChild(children, frameOf(await getById(parent)), item, { before, after });
      // Read again for its marks; what was wished is true in any case.
      return plain(await getById(id).catch(() => item));
    }
    see(item);
    return plain(item);
  };

  return {
    async readTags(): Promise<BoardTag[]> {
      const tags = await calls(credits.level3, () => miro.board.get({ type: 'tag' }));
      return tags.map((tag) => ({ id: tagId(tag.id), title: tag.title }));
    },
    async readMark(id) {
      const item = await getById(id);
      if (!('getMetadata' in item)) return undefined;
      return calls(credits.level1, () => item.getMetadata<Json & never>(markKey));
    },
    async create(item) {
      const created = await createItem(miro, calls, item);
      see(created);
      remember(created);
      return plain(created);
    },
    async putInFrame(frame, item) {
      const parent = frameOf(await freshOrRead(frame));
      const child = await freshOrRead(item);
      await calls(credits.level1, () => parent.add(child as never));
    },
    async takeOutOfFrame(id) {
      const item = await getById(id);
      const parent = parentOf(item);
      if (parent) await children.takeOut(frameOf(await getById(parent)), item);
    },
    change,
    async remove(id) {
      const item = await find(id);
      fresh.delete(id);
      if (item) await calls(credits.level1, () => miro.board.remove(item as never));
    },
    async createTag(title, color) {
      const tag = await calls(credits.level1, () => miro.board.createTag({ title, color }));
      return { id: tagId(tag.id), title: tag.title };
    },
    async removeTag(id) {
      const tag = await find(id as unknown as ItemId);
      if (tag) await calls(credits.level1, () => miro.board.remove(tag as never));
    },
    async writeMark(id, mark) {
      const item = await freshOrRead(id);
      if ('setMetadata' in item) await calls(credits.level1, () => item.setMetadata(markKey, mark as never));
    },
    async writeSheetRecord(id, record) {
      await calls(credits.level1, () => miro.board.setAppData(prefixes.sheet + id, record as never));
    },
    async writeTemplateRecord(name, record) {
      await calls(credits.level1, () => miro.board.setAppData(prefixes.template + name, record as never));
    },
    async findEmptySpace(size) {
      const view = await calls(credits.level1, () => miro.board.viewport.get());
      const centre = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
      const place = await calls(credits.level1, () => miro.board.findEmptySpace({ ...centre, ...size }));
      return { x: place.x, y: place.y };
    },
    async show(ids) {
      const [items, view] = await Promise.all([
        Promise.all(ids.map(find)).then((found) => placed(found.filter((item) => item !== undefined))),
        calls(credits.level1, () => miro.board.viewport.get()),
      ]);
      const wish = lookAt(
        items.map(({ box }) => box),
        boxAt(view.x, view.y, view.width, view.height),
      );
      if (!wish) return;
      // A viewport's x and y are its top-left corner, an item's are its centre (viewport page).
      const viewport = { x: left(wish), y: top(wish), width: wish.width, height: wish.height };
      await calls(credits.level1, () => miro.board.viewport.set({ viewport, animationDurationInMs: glide }));
    },
  };
}
