/** What can be done with whole boards: list, create, rename, copy, delete, and write and read them as files. */
import { fail, ok, type Result } from '../../../base/result.ts';
import { type ListedBoard, largestBoardFile } from '../../client/listedBoard.ts';
import { copyOfBoard } from '../../model/copying.ts';
import { keptPictures } from '../../model/keptPicture.ts';
import type { BoardState, Change } from '../../model/state.ts';
import type { Images } from '../pictures.ts';
import type { Rooms } from '../room/rooms.ts';
import type { BoardEntry, Store } from '../store.ts';
import { readBoardFile, type SentPicture, writeBoardFile } from './boardFile.ts';
import { boardNameIn } from './boardName.ts';

/** An HTTP status and what to tell a person. */
export interface BoardTrouble {
  readonly status: 400 | 404 | 409 | 422;
  readonly message: string;
}

export interface BoardsPorts {
  readonly store: Store;
  readonly rooms: Rooms;
  now(): number;
  /** Of an item or a tag. */
  newId(): string;
  readonly images: Pick<Images, 'get' | 'put'>;
  /** Unguessable, as boards have no other lock. */
  newBoardId(): string;
}

export type Boards = ReturnType<typeof createBoards>;

const unknown: BoardTrouble = { status: 404, message: 'This board is gone. Somebody may have deleted it.' };
const unnamed: BoardTrouble = { status: 400, message: 'Give the board a name of at least one letter.' };

export const deletedWords = 'This board was deleted.';

export function createBoards({ store, rooms, ...ports }: BoardsPorts) {
  const full: BoardTrouble = { status: 409, message: store.fullWords };
  const now = () => new Date(ports.now()).toISOString();

  const listed = (entry: BoardEntry): ListedBoard => ({
    ...entry,
    name: entry.name || entry.id,
    people: rooms.find(entry.id)?.people() ?? [],
  });

  function made(name: string, changes: readonly Change[]): Result<ListedBoard, BoardTrouble> {
    if (store.isFull()) return fail(full);
    const id = ports.newBoardId();
    const at = now();
    store.name(id, name, at, changes);
    return ok(listed({ id, name, createdAt: at, updatedAt: at }));
  }

  /** The room where there is one; otherwise what is kept. */
  function read(id: string): { readonly name: string; readonly state: BoardState } | undefined {
    if (!store.has(id)) return undefined;
    const room = rooms.find(id);
    const kept = room ? { name: room.name(), state: room.state } : store.load(id, now());
    return kept && { name: kept.name || id, state: kept.state };
  }

  return {
    /** Last changed first. */
    list: (): readonly ListedBoard[] =>
      store
        .list()
        .map(listed)
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0)),
    create(name: unknown): Result<ListedBoard, BoardTrouble> {
      const tidy = boardNameIn(name);
      return tidy === undefined ? fail(unnamed) : made(tidy, []);
    },
    rename(id: string, name: unknown): Result<ListedBoard, BoardTrouble> {
      const tidy = boardNameIn(name);
      if (tidy === undefined) return fail(unnamed);
      const room = rooms.find(id);
      // A board that somebody has just opened is not kept yet; its name is the first thing that is.
      if (!store.has(id) && !room) return fail(unknown);
      if (!store.has(id) && store.isFull()) return fail(full);
      store.name(id, tidy, now());
      room?.rename(tidy);
      const entry = store.list().find((one) => one.id === id);
      return entry ? ok(listed(entry)) : fail(unknown);
    },
    copy(id: string): Result<ListedBoard, BoardTrouble> {
      const source = read(id);
      if (!source) return fail(unknown);
      const name = boardNameIn(`Copy of ${source.name}`) ?? source.name;
      return made(name, copyOfBoard(source.state, ports.newId));
    },
    remove(id: string): Result<undefined, BoardTrouble> {
      if (!store.has(id)) return fail(unknown);
      store.remove(id);
      rooms.remove(id, deletedWords);
      return ok(undefined);
    },
    file(id: string): Result<{ readonly name: string; readonly text: string }, BoardTrouble> {
      const source = read(id);
      if (!source) return fail(unknown);
      const pictures = new Map<string, SentPicture>();
      let bytes = 0;
      for (const url of keptPictures(source.state.items.values())) {
        const picture = ports.images.get(url);
        bytes += picture?.data.length ?? 0;
        // What would make the file too large to be read again stays behind; its image says so on the board.
        if (picture && bytes <= largestBoardFile / 2) pictures.set(url, picture);
      }
      return ok({
        name: source.name,
        text: writeBoardFile(source.name, source.state, now(), pictures),
      });
    },
    import(text: string): Result<ListedBoard, BoardTrouble> {
      if (store.isFull()) return fail(full);
      const found = readBoardFile(text, { now: now(), newId: ports.newId });
      if (!found.ok) return fail({ status: 422, message: found.error });
      for (const picture of found.value.pictures) {
        const kept = ports.images.put(picture);
        if (!kept.ok) return kept;
      }
      return made(boardNameIn(found.value.name) ?? 'Imported board', found.value.changes);
    },
  };
}
