/**
 * Reading what this browser keeps of another board, e.g. the one that this board is a copy of. Nothing is synced,
 * written, merged or made by it: a copy that is not there stays not there, and a page of that board may have it open.
 */
import { type IDBPDatabase, openDB } from 'idb';
import * as Y from 'yjs';

/** Documents by name. */
export type Copy = ReadonlyMap<string, Y.Doc>;

/** How localCopy.ts marks documents that were deleted: of them nothing is read, even if something were left. */
const deletedMark = 'deleted/';

/** The names of all databases of this origin, as the browser tells them. Empty where it doesn't. `factory` may throw. */
export async function databaseNames(
  factory: () => Partial<Pick<IDBFactory, 'databases'>>,
): Promise<readonly string[]> {
  try {
    return ((await factory().databases?.()) ?? []).flatMap(({ name }) => name ?? []);
  } catch {
    return []; // denied, like storage itself
  }
}

/** Null where there is no copy of this name, or the browser denies it. */
export async function readCopy(name: string): Promise<Copy | null> {
  let tables: IDBPDatabase | null = null;
  try {
    // No version is asked for, so that is what is there. If there is nothing, the browser begins to make it: stop that.
    tables = await openDB(name, undefined, {
      upgrade(_database, _old, _new, transaction) {
        transaction.done.catch(() => undefined); // opening tells it as well
        transaction.abort();
      },
      // A newer version of the app wants to change the tables: it need not wait for somebody who only looks.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return await readAll(tables);
  } catch {
    return null;
  } finally {
    tables?.close();
  }
}

async function readAll(tables: IDBPDatabase): Promise<Copy> {
  const [records, facts] = ['updates', 'facts'] as const;
  const transaction = tables.transaction([records, facts], 'readonly');
  const found = transaction.objectStore(records).getAll();
  const marks = transaction
    .objectStore(facts)
    .getAllKeys(IDBKeyRange.bound(deletedMark, `${deletedMark}\uffff`));
  const [updates, deleted] = await Promise.all([found, marks, transaction.done]);
  const gone = new Set(deleted.map((key) => String(key).slice(deletedMark.length)));
  const copy = new Map<string, Y.Doc>();
  for (const { document, update } of updates as { document?: unknown; update?: unknown }[]) {
    if (typeof document !== 'string' || gone.has(document)) continue;
    const doc = copy.get(document) ?? new Y.Doc();
    copy.set(document, doc);
    if (update instanceof Uint8Array) apply(doc, update);
  }
  return copy;
}

/** Bytes that are no update cost no other. */
function apply(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    // Damaged on the disk: there is nothing to read in it.
  }
}
