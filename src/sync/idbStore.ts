/**
 * This browser's storage for one board: IndexedDB, with strict durability, since the panel says "saved" when `append`
 * resolves. Other pages of this browser use the same database at the same time; every operation is one transaction.
 *
 *   updates   document → many records, in order of writing: key [document, number], value bytes
 *   facts     key → JSON
 *
 * Where the browser denies storage, at the start or later for good, everything goes on in memory and `durable` says so.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Json } from '../base/json.ts';
import { memoryStore } from './memoryStore.ts';
import type { LocalStore, StoredDocument } from './ports.ts';
import { mergeUpdates } from './updates.ts';

interface Tables extends DBSchema {
  /** The key counts up by itself; the document is an index. */
  updates: { key: number; value: UpdateRecord; indexes: { document: string } };
  facts: { key: string; value: unknown };
}

interface UpdateRecord {
  readonly document: string;
  /** Bytes, unless something damaged them. */
  readonly update: unknown;
}

/** From so many records on, loading a document merges them into one. */
const compactFrom = 50;
const databaseVersion = 1;

const strict = { durability: 'strict' } as const;

/** `name`: one database per board. `open`: how it is opened; rejects where storage is denied. */
export function idbStore(
  name: string,
  open: (name: string, lost: () => void) => Promise<IDBPDatabase<Tables>> = openTables,
): LocalStore & { close(): Promise<void> } {
  const memory = memoryStore();
  let durable = true;
  let database: Promise<IDBPDatabase<Tables> | null> | null = null;

  /** The database, or null where the browser denies it. */
  function connect(): Promise<IDBPDatabase<Tables> | null> {
    database ??= Promise.resolve()
      .then(() => open(name, () => (database = null)))
      .catch(() => {
        durable = false; // denied: private windows, embedded pages, a damaged profile
        return null;
      });
    return database;
  }

  return {
    get durable() {
      return durable;
    },
    async load(document) {
      const tables = await connect();
      return tables ? load(tables, document) : memory.load(document);
    },
    async append(document, update, fact) {
      const tables = await connect();
      if (!tables) return memory.append(document, update, fact);
      const transaction = tables.transaction(['updates', 'facts'], 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('updates').add({ document, update }),
        fact && transaction.objectStore('facts').put(fact.value, fact.key),
        transaction.done,
      ]);
    },
    async erase(document) {
      const tables = await connect();
      if (!tables) return memory.erase(document);
      const transaction = tables.transaction('updates', 'readwrite', strict);
      const keys = await transaction.store.index('document').getAllKeys(document);
      await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
    },
    async read(key) {
      const tables = await connect();
      // Only JSON is ever written here, by `write` below.
      return tables ? ((await tables.get('facts', key)) as Json | undefined) : memory.read(key);
    },
    async write(key, value) {
      const tables = await connect();
      if (!tables) return memory.write(key, value);
      const transaction = tables.transaction('facts', 'readwrite', strict);
      await Promise.all([transaction.store.put(value, key), transaction.done]);
    },
    async drop(fact) {
      const tables = await connect();
      if (!tables) return memory.drop(fact);
      const transaction = tables.transaction('facts', 'readwrite', strict);
      const present = await transaction.store.get(fact.key);
      await Promise.all([
        present === fact.value ? transaction.store.delete(fact.key) : undefined,
        transaction.done,
      ]);
    },
    async keys(prefix) {
      const tables = await connect();
      if (!tables) return memory.keys(prefix);
      return tables.getAllKeys('facts', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
    },
    async clear() {
      const tables = await connect();
      if (!tables) return memory.clear();
      const transaction = tables.transaction(['updates', 'facts'], 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('updates').clear(),
        transaction.objectStore('facts').clear(),
        transaction.done,
      ]);
    },
    async close() {
      (await database)?.close();
    },
  };
}

/** Opens the database, making its tables the first time. `lost`: it was closed; open it again to go on. */
function openTables(name: string, lost: () => void): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>(name, databaseVersion, {
    upgrade(tables) {
      tables.createObjectStore('updates', { autoIncrement: true }).createIndex('document', 'document');
      tables.createObjectStore('facts');
    },
    // A newer version of the app in another tab may change the tables; what is open here makes room.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close(); // the target of a versionchange event is the database (IndexedDB 3.0)
      lost();
    },
    // The browser closed it, e.g. because the person cleared this site's data.
    terminated: lost,
  });
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** Reads a document and, when it has many records, puts one in their place: all in one transaction. */
async function load(tables: IDBPDatabase<Tables>, document: string): Promise<StoredDocument> {
  const records = await tables.getAllFromIndex('updates', 'document', document);
  const updates = records.map(({ update }) => update).filter(isBytes);
  if (updates.length >= compactFrom) await compact(tables, document);
  return { updates, damaged: records.length - updates.length };
}

/**
 * What is read here is what is deleted here, within one transaction: records that another page adds meanwhile come
 * before it (and are merged) or after it (and stay). Records that are no bytes stay where they are.
 */
async function compact(tables: IDBPDatabase<Tables>, document: string): Promise<void> {
  const transaction = tables.transaction('updates', 'readwrite', strict);
  const index = transaction.store.index('document');
  const [keys, records] = await Promise.all([index.getAllKeys(document), index.getAll(document)]);
  const readable = keys.flatMap((key, i) => {
    const update = records[i]?.update;
    return isBytes(update) ? [{ key, update }] : [];
  });
  const merged = mergedOrNull(readable.map(({ update }) => update));
  const { store } = transaction;
  const changes = merged
    ? [...readable.map(({ key }) => store.delete(key)), store.add({ document, update: merged })]
    : [];
  await Promise.all([...changes, transaction.done]);
}

/** Bytes that Yjs can't merge are left as they are; reading them tells which ones are damaged. */
function mergedOrNull(updates: readonly Uint8Array[]): Uint8Array | null {
  try {
    return mergeUpdates(updates);
  } catch {
    return null;
  }
}
