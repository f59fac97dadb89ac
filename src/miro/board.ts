/** The board port over the Web SDK: what is seen there, and, once it is loaded, what is done there (boardActs.ts). */
import { type BoardPort, BoardRefusal } from '../board/port.ts';
import type { BoardActs } from './boardActs.ts';
import { boardItems } from './boardItems.ts';
import { type Calls, credits } from './calls.ts';
import type { ParseHtml } from './content.ts';
import { boardEvents } from './events.ts';
import { hasPlace } from './items.ts';
import type { Miro, SdkItem } from './sdk.ts';
import { readSheetRecords, readTemplateRecords } from './sheetRecords.ts';

/** How many items are asked for at once when they are read one by one. */
const readsAtOnce = 6;

export function miroBoard(miro: Miro, calls: Calls, parse: ParseHtml): BoardPort {
  const items = boardItems(miro, calls, parse);
  const { see, plain, find, placed } = items;

  let loading: Promise<BoardActs> | null = null;
  const acts = (): Promise<BoardActs> => {
    loading ??= import('./boardActs.ts').then(
      ({ boardActs }) => boardActs(miro, calls, items),
      () => {
        loading = null;
        throw new BoardRefusal('offline', 'What acts on the board could not be loaded.');
      },
    );
    return loading;
  };

  return {
    async readAll() {
      const found = await calls(credits.level3, () => miro.board.get());
      found.forEach(see);
      // Ready before the first click.
      void acts().catch(() => undefined);
      return found.filter(hasPlace).map(plain);
    },
    async readSome(ids) {
      const found: SdkItem[] = [];
      for (let start = 0; start < ids.length; start += readsAtOnce) {
        const read = await Promise.all(ids.slice(start, start + readsAtOnce).map(find));
        found.push(...read.filter((item) => item !== undefined));
      }
      return placed(found);
    },
    readSheetRecords: () => readSheetRecords(miro, calls),
    readTemplateRecords: () => readTemplateRecords(miro, calls),
    async select(ids) {
      await calls(credits.level1, () => miro.board.deselect());
      if (ids.length > 0) await calls(credits.level1, () => miro.board.select({ id: [...ids] }));
    },
    selected: async () => placed(await calls(credits.level1, () => miro.board.getSelection())),
    readTags: async () => (await acts()).readTags(),
    readMark: async (id) => (await acts()).readMark(id),
    create: async (item) => (await acts()).create(item),
    putInFrame: async (frame, item) => (await acts()).putInFrame(frame, item),
    takeOutOfFrame: async (item) => (await acts()).takeOutOfFrame(item),
    change: async (id, wish) => (await acts()).change(id, wish),
    remove: async (id) => (await acts()).remove(id),
    createTag: async (title, colour) => (await acts()).createTag(title, colour),
    removeTag: async (id) => (await acts()).removeTag(id),
    writeMark: async (id, mark) => (await acts()).writeMark(id, mark),
    writeSheetRecord: async (id, record) => (await acts()).writeSheetRecord(id, record),
    writeTemplateRecord: async (name, record) => (await acts()).writeTemplateRecord(name, record),
    findEmptySpace: async (size) => (await acts()).findEmptySpace(size),
    show: async (ids) => (await acts()).show(ids),
    ...boardEvents(miro, placed),
  };
}
