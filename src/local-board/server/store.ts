/**
 * Boards on disk: one SQLite file, a row per thing. A command's changes are one transaction, written before anybody
 * hears of them, so that what was acknowledged is there after the process is killed.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Json } from '../../base/json.ts';
import type { ItemData, TagData } from '../model/item.ts';
import {
  apply,
  type BoardState,
  type Change,
  emptyBoard,
  type StoredValue,
  type Values,
  valueKey,
} from '../model/state.ts';

export interface KeptBoard {
  /** Empty while nobody has named it. */
  readonly name: string;
  readonly state: BoardState;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly number: number;
  /** What lies beside the board: the timer and the like. */
  readonly kept: ReadonlyMap<string, Json>;
}

/** A board in the list of all. */
export interface BoardEntry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type Store = ReturnType<typeof openStore>;

/**
 * Each step brings a file one version on; which version a file has stands in its `user_version`. Files from before
 * versions were counted say 0 and already have the tables of the first step.
 */
const steps = [
  `CREATE TABLE IF NOT EXISTS boards (
    id TEXT PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, number INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS things (
    board TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (board, kind, id)
  ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE boards ADD COLUMN name TEXT NOT NULL DEFAULT '';`,
  'CREATE TABLE pictures (hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;',
];

class NewerFile extends Error {}

function migrate(database: DatabaseSync): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > steps.length) throw new NewerFile();
  for (const [index, step] of steps.entries())
    if (index >= version) database.exec(`BEGIN; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
}

function openFile(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    const database = new DatabaseSync(join(dataDir, 'boards.sqlite'));
    // Exclusive: two servers on one file would each think themselves the only authority.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    migrate(database);
    return database;
  } catch (cause) {
    if (cause instanceof NewerFile)
      throw new Error(
        `The boards in ${dataDir} were kept by a newer board server. Use that one, or choose another folder.`,
        { cause },
      );
    const why = cause instanceof Error ? cause.message : String(cause);
    if (why.includes('locked'))
      throw new Error(
        `The folder ${dataDir} is in use by another board server. End that one, or choose another folder.`,
        { cause },
      );
    throw new Error(
      `The folder ${dataDir} cannot hold the boards (${why}). Choose a folder that this user may write to.`,
      { cause },
    );
  }
}

export function openStore(dataDir: string, mostBoards: number) {
  const database = openFile(dataDir);
  const put = database.prepare('INSERT OR REPLACE INTO things (board, kind, id, body) VALUES (?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM things WHERE board = ? AND kind = ? AND id = ?');
  const putBoard = database.prepare(
    `INSERT INTO boards (id, created_at, updated_at, number) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, number = excluded.number`,
  );
  const boardRow = database.prepare('SELECT created_at, updated_at, number, name FROM boards WHERE id = ?');
  const boardRows = database.prepare('SELECT id, name, created_at, updated_at FROM boards');
  const putName = database.prepare(
    `INSERT INTO boards (id, created_at, updated_at, number, name) VALUES (?, ?, ?, 0, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  );
  const makeBoard = database.prepare(
    'INSERT OR IGNORE INTO boards (id, created_at, updated_at, number) VALUES (?, ?, ?, 0)',
  );
  const dropBoard = database.prepare('DELETE FROM boards WHERE id = ?');
  const dropThings = database.prepare('DELETE FROM things WHERE board = ?');
  const putPicture = database.prepare('INSERT OR IGNORE INTO pictures (hash, type, bytes) VALUES (?, ?, ?)');
  const pictureRow = database.prepare('SELECT type, bytes FROM pictures WHERE hash = ?');
  const pictureBytes = database.prepare('SELECT coalesce(sum(length(bytes)), 0) AS sum FROM pictures');
  // Nothing can be undone across a start, so pictures that no item shows now are wanted by nobody.
  database.exec(`DELETE FROM pictures WHERE '/images/' || hash NOT IN (
    SELECT coalesce(json_extract(body, '$.item.previewUrl'), json_extract(body, '$.item.url'), '')
    FROM things WHERE kind = 'item')`);
  const known = new Set(boardRows.all().map(({ id }) => String(id)));
  const thingRows = database.prepare('SELECT kind, id, body FROM things WHERE board = ?');

  function write(board: string, change: Change): void {
    switch (change.what) {
      case 'item':
        put.run(board, 'item', change.item.id, JSON.stringify({ item: change.item, layer: change.layer }));
        return;
      case 'item-gone':
        drop.run(board, 'item', change.id);
        return;
      case 'tag':
        put.run(board, 'tag', change.tag.id, JSON.stringify(change.tag));
        return;
      case 'tag-gone':
        drop.run(board, 'tag', change.id);
        return;
      case 'metadata': {
        const id = valueKey(change.item, change.app);
        if (Object.keys(change.values).length === 0) drop.run(board, 'metadata', id);
        else put.run(board, 'metadata', id, JSON.stringify(change.values));
        return;
      }
      case 'app-data':
        put.run(board, 'app-data', change.app, JSON.stringify(change.values));
        return;
      case 'stored': {
        const id = valueKey(change.app, change.collection, change.key);
        put.run(board, 'stored', id, JSON.stringify(change.stored));
        return;
      }
      default:
        change satisfies never;
    }
  }

  function read(state: BoardState, row: { kind: string; id: string; body: string }): void {
    const body: unknown = JSON.parse(row.body);
    // What is read here was written by `write` above, in the same shapes.
    if (row.kind === 'item') {
      const { item, layer } = body as { item: ItemData; layer: number };
      apply(state, { what: 'item', item, layer });
    } else if (row.kind === 'tag') state.tags.set(row.id, body as TagData);
    else if (row.kind === 'metadata') {
      const [item, app] = JSON.parse(row.id) as [string, string];
      apply(state, { what: 'metadata', item, app, values: body as Values });
    } else if (row.kind === 'app-data') state.appData.set(row.id, body as Values);
    else if (row.kind === 'stored') {
      const stored = body as { value?: StoredValue['value']; version: number };
      state.stored.set(row.id, { value: stored.value, version: stored.version });
    }
  }

  /** Everything that `work` writes, or nothing. */
  function together(work: () => void): void {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }

  const fullWords = `This server already keeps ${mostBoards} boards. Delete one that is no longer needed.`;

  function makeRoomFor(board: string): void {
    if (!known.has(board) && known.size >= mostBoards) throw new Error(fullWords);
  }

  return {
    has: (board: string): boolean => known.has(board),
    /** Why there is no room for one more. */
    fullWords,
    isFull: (): boolean => known.size >= mostBoards,
    list: (): BoardEntry[] =>
      boardRows.all().map((row) => ({
        id: String(row.id),
        name: String(row.name),
        createdAt: String(row.created_at),
        updatedAt: String(row.updated_at),
      })),
    /** The board as kept, made now when it is new; undefined when there are too many. */
    load(board: string, now: string): KeptBoard | undefined {
      const row = boardRow.get(board);
      if (!row) {
        if (known.size >= mostBoards) return undefined;
        return { name: '', state: emptyBoard(), createdAt: now, updatedAt: now, number: 0, kept: new Map() };
      }
      const state = emptyBoard();
      const kept = new Map<string, Json>();
      for (const thing of thingRows.all(board))
        if (thing.kind === 'kept') kept.set(String(thing.id), JSON.parse(String(thing.body)) as Json);
        else read(state, { kind: String(thing.kind), id: String(thing.id), body: String(thing.body) });
      return {
        name: String(row.name),
        state,
        createdAt: String(row.created_at),
        updatedAt: String(row.updated_at),
        number: Number(row.number),
        kept,
      };
    },
    /** All of these or none. */
    commit(board: string, changes: readonly Change[], number: number, at: string): void {
      makeRoomFor(board);
      together(() => {
        putBoard.run(board, at, at, number);
        for (const change of changes) write(board, change);
      });
      known.add(board);
    },
    /** Something beside the board; undefined takes it away. */
    keep(board: string, name: string, value: Json | undefined, at: string): void {
      makeRoomFor(board);
      together(() => {
        makeBoard.run(board, at, at);
        if (value === undefined) drop.run(board, 'kept', name);
        else put.run(board, 'kept', name, JSON.stringify(value));
      });
      known.add(board);
    },
    /** A board that is new, with what is on it; or a new name for one that is there. */
    name(board: string, name: string, at: string, changes: readonly Change[] = []): void {
      makeRoomFor(board);
      together(() => {
        putName.run(board, at, at, name);
        for (const change of changes) write(board, change);
      });
      known.add(board);
    },
    remove(board: string): void {
      together(() => {
        dropThings.run(board);
        dropBoard.run(board);
      });
      known.delete(board);
    },
    /** Beside all boards: the same picture is kept once, whichever boards show it. */
    putImage(hash: string, type: string, bytes: Uint8Array): void {
      putPicture.run(hash, type, bytes);
    },
    image(hash: string): { readonly type: string; readonly bytes: Uint8Array } | undefined {
      const row = pictureRow.get(hash);
      return row && { type: String(row.type), bytes: row.bytes as Uint8Array };
    },
    imageBytes: (): number => Number(pictureBytes.get()?.sum),
    close(): void {
      database.close();
    },
  };
}
