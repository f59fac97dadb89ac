/**
 * This browser's storage for one board: IndexedDB, with strict durability, since the panel says "saved" when `append`
 * resolves. Other pages of this browser use the same database at the same time; every operation is one transaction.
 *
 *   updates   number, counting up by itself → one update of a document; the document is an index
 *   facts     key → JSON
 *
 * Where the browser denies storage, at the start or later for good, everything goes on in memory and `durable` says so.
 */
import type { Json } from '../base/json.ts';
import { answer, finished } from './indexedDb.ts';
import { memoryStore } from './memoryStore.ts';
import type { LocalStore, StoredDocument } from './ports.ts';
import { mergeUpdates } from './updates.ts';

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
  open: (name: string, lost: () => void) => Promise<IDBDatabase> = openTables,
): LocalStore & { close(): Promise<void> } {
  const memory = memoryStore();
  let durable = true;
  let database: Promise<IDBDatabase | null> | null = null;

  /** The database, or null where the browser denies it. */
  function connect(): Promise<IDBDatabase | null> {
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
      transaction.objectStore('updates').add({ document, update });
      if (fact) transaction.objectStore('facts').put(fact.value, fact.key);
      await finished(transaction);
    },
    async erase(document) {
      const tables = await connect();
      if (!tables) return memory.erase(document);
      const transaction = tables.transaction('updates', 'readwrite', strict);
      const store = transaction.objectStore('updates');
      for (const key of await answer(store.index('document').getAllKeys(document))) store.delete(key);
      await finished(transaction);
    },
    async read(key) {
      const tables = await connect();
      // Only JSON is ever written here, by `write` below.
      if (!tables) return memory.read(key);
      const found: unknown = await answer(tables.transaction('facts').objectStore('facts').get(key));
      return found as Json | undefined;
    },
    async write(key, value) {
      const tables = await connect();
      if (!tables) return memory.write(key, value);
      const transaction = tables.transaction('facts', 'readwrite', strict);
      transaction.objectStore('facts').put(value, key);
      await finished(transaction);
    },
    async drop(fact) {
      const tables = await connect();
      if (!tables) return memory.drop(fact);
      const transaction = tables.transaction('facts', 'readwrite', strict);
      const store = transaction.objectStore('facts');
      if ((await answer(store.get(fact.key))) === fact.value) store.delete(fact.key);
      await finished(transaction);
    },
    async keys(prefix) {
      const tables = await connect();
      if (!tables) return memory.keys(prefix);
      const facts = tables.transaction('facts').objectStore('facts');
      const keys = await answer(facts.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
      return keys.map(String);
    },
    async clear() {
      const tables = await connect();
      if (!tables) return memory.clear();
      const transaction = tables.transaction(['updates', 'facts'], 'readwrite', strict);
      transaction.objectStore('updates').clear();
      transaction.objectStore('facts').clear();
      await finished(transaction);
    },
    async close() {
      (await database)?.close();
    },
  };
}

/** Opens the database, making its tables the first time. `lost`: it was closed; open it again to go on. */
async function openTables(name: string, lost: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, databaseVersion);
  request.onupgradeneeded = () => {
    const updates = request.result.createObjectStore('updates', { autoIncrement: true });
    updates.createIndex('document', 'document');
    request.result.createObjectStore('facts');
  };
  const tables = await answer(request);
  // A newer version of the app in another tab may change the tables; what is open here makes room.
  tables.onversionchange = () => {
    tables.close();
    lost();
  };
  // The browser closed it, e.g. because the person cleared this site's data.
  tables.onclose = lost;
  return tables;
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** Reads a document and, when it has many records, puts one in their place: all in one transaction. */
async function load(tables: IDBDatabase, document: string): Promise<StoredDocument> {
  const index = tables.transaction('updates').objectStore('updates').index('document');
  const records: readonly UpdateRecord[] = await answer(index.getAll(document));
  const updates = records.map(({ update }) => update).filter(isBytes);
  if (updates.length >= compactFrom) await compact(tables, document);
  return { updates, damaged: records.length - updates.length };
}

/**
 * What is read here is what is deleted here, within one transaction: records that another page adds meanwhile come
 * before it (and are merged) or after it (and stay). Records that are no bytes stay where they are.
 */
async function compact(tables: IDBDatabase, document: string): Promise<void> {
  const transaction = tables.transaction('updates', 'readwrite', strict);
  const store = transaction.objectStore('updates');
  const index = store.index('document');
  const found: Promise<readonly UpdateRecord[]> = answer(index.getAll(document));
  const [keys, records] = await Promise.all([answer(index.getAllKeys(document)), found]);
  const readable = keys.flatMap((key, i) => {
    const update = records[i]?.update;
    return isBytes(update) ? [{ key, update }] : [];
  });
  const merged = mergedOrNull(readable.map(({ update }) => update));
  if (merged) {
    for (const { key } of readable) store.delete(key);
    store.add({ document, update: merged });
  }
  await finished(transaction);
}

/** Bytes that Yjs can't merge are left as they are; reading them tells which ones are damaged. */
function mergedOrNull(updates: readonly Uint8Array[]): Uint8Array | null {
  try {
    return mergeUpdates(updates);
  } catch {
    return null;
  }
}
