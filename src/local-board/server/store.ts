/**
 * Boards on disk: one SQLite file, a row per thing. A command's changes are one transaction, written before anybody
 * hears of them, so that what was acknowledged is there after the process is killed.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ItemData, TagData } from '../model/item.ts';
import {
  type BoardState,
  type Change,
  emptyBoard,
  type StoredValue,
  type Values,
  valueKey,
} from '../model/state.ts';

export interface KeptBoard {
  readonly state: BoardState;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly number: number;
}

export type Store = ReturnType<typeof openStore>;

/** Ours, so that one process cannot fill the disk with names from addresses. */
const mostBoards = 2000;

const schema = `
  CREATE TABLE IF NOT EXISTS boards (
    id TEXT PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, number INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS things (
    board TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (board, kind, id)
  ) STRICT, WITHOUT ROWID;
`;

function openFile(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    const database = new DatabaseSync(join(dataDir, 'boards.sqlite'));
    // Exclusive: two servers on one file would each think themselves the only authority.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(schema);
    return database;
  } catch (cause) {
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

export function openStore(dataDir: string) {
  const database = openFile(dataDir);
  const put = database.prepare('INSERT OR REPLACE INTO things (board, kind, id, body) VALUES (?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM things WHERE board = ? AND kind = ? AND id = ?');
  const putBoard = database.prepare(
    `INSERT INTO boards (id, created_at, updated_at, number) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, number = excluded.number`,
  );
  const boardRow = database.prepare('SELECT created_at, updated_at, number FROM boards WHERE id = ?');
  const boardCount = database.prepare('SELECT count(*) AS count FROM boards');
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
      state.items.set(row.id, item);
      state.layers.set(row.id, layer);
      state.top = Math.max(state.top, layer);
    } else if (row.kind === 'tag') state.tags.set(row.id, body as TagData);
    else if (row.kind === 'metadata') state.metadata.set(row.id, body as Values);
    else if (row.kind === 'app-data') state.appData.set(row.id, body as Values);
    else if (row.kind === 'stored') {
      const stored = body as { value?: StoredValue['value']; version: number };
      state.stored.set(row.id, { value: stored.value, version: stored.version });
    }
  }

  return {
    /** The board as kept, made now when it is new; undefined when there are too many. */
    load(board: string, now: string): KeptBoard | undefined {
      const row = boardRow.get(board);
      if (!row) {
        if (Number(boardCount.get()?.count) >= mostBoards) return undefined;
        return { state: emptyBoard(), createdAt: now, updatedAt: now, number: 0 };
      }
      const state = emptyBoard();
      for (const thing of thingRows.all(board))
        read(state, { kind: String(thing.kind), id: String(thing.id), body: String(thing.body) });
      return {
        state,
        createdAt: String(row.created_at),
        updatedAt: String(row.updated_at),
        number: Number(row.number),
      };
    },
    /** All of these or none. */
    commit(board: string, changes: readonly Change[], number: number, at: string): void {
      database.exec('BEGIN IMMEDIATE');
      try {
        putBoard.run(board, at, at, number);
        for (const change of changes) write(board, change);
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close(): void {
      database.close();
    },
  };
}
