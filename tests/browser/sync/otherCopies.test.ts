/** Another board's copy in this browser is read as it is, and nothing changes by that. */
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../src/base/systemClock.ts';
import { idbStore } from '../../../src/sync/idbStore.ts';
import { localCopy } from '../../../src/sync/localCopy.ts';
import { databaseNames, readCopy } from '../../../src/sync/otherCopies.ts';
import { timersOn } from '../../../src/sync/timers.ts';

let databases = 0;
const used: string[] = [];
function newName(): string {
  const name = `other-${Date.now()}-${databases++}`;
  used.push(name);
  return name;
}

afterEach(() => {
  for (const name of used.splice(0)) indexedDB.deleteDatabase(name);
});

function updatesOf(text: string): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const [at, letter] of [...text].entries()) doc.getText('t').insert(at, letter);
  return updates;
}

async function written(name: string, documents: Record<string, string>) {
  const store = idbStore(name);
  for (const [document, text] of Object.entries(documents))
    for (const update of updatesOf(text)) await store.append(document, update);
  return store;
}

const textsOf = async (name: string) => {
  const copy = await readCopy(name);
  return (
    copy && Object.fromEntries([...copy].map(([document, doc]) => [document, doc.getText('t').toString()]))
  );
};

/** Everything in the database, as it lies there. */
async function contents(name: string): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = async (store: string) => {
    const objects = database.transaction(store).objectStore(store);
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    return [await read(objects.getAllKeys()), await read(objects.getAll())];
  };
  const found = [database.version, await all('updates'), await all('facts')];
  database.close();
  return found;
}

describe('another board’s copy', () => {
  test('gives all its documents, while a page of that board has it open', async () => {
    const name = newName();
    const store = await written(name, { 'sheet/s1': 'a sheet', 'desk/s1/erin': 'a desk' });
    expect(await textsOf(name)).toEqual({ 'sheet/s1': 'a sheet', 'desk/s1/erin': 'a desk' });
    await store.close();
  });

  test('is not changed by being read, not even where loading would merge', async () => {
    const name = newName();
    const store = await written(name, { a: 'x'.repeat(120) });
    await store.write('written/a', true);
    await store.close();
    const before = await contents(name);
    expect(await textsOf(name)).toEqual({ a: 'x'.repeat(120) });
    expect(await contents(name)).toEqual(before);
  });

  test('is not made where there is none', async () => {
    const name = newName();
    expect(await readCopy(name)).toBe(null);
    expect(await databaseNames(() => indexedDB)).not.toContain(name);
  });

  test('that is something else’s database is none', async () => {
    const name = newName();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name, 7);
      request.onupgradeneeded = () => request.result.createObjectStore('cats');
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect(await readCopy(name)).toBe(null);
  });

  test('gives nothing of documents that were deleted, even if something of them were left', async () => {
    const name = newName();
    const store = await written(name, { gone: 'words', stays: 'words' });
    const copy = localCopy(store, 'page', timersOn(systemClock), Math.random);
    copy.bury('gone', 'heard of');
    await copy.settled();
    for (const update of updatesOf('left over')) await store.append('gone', update);
    expect(await textsOf(name)).toEqual({ stays: 'words' });
    await store.close();
  });

  test('with damaged records gives what can be read', async () => {
    const name = newName();
    const store = await written(name, { a: 'good' });
    await store.append('a', new Uint8Array([9, 9, 9, 9]));
    await store.append('b', new Uint8Array([9]));
    expect(await textsOf(name)).toEqual({ a: 'good', b: '' });
    await store.close();
  });

  test('does not stand in the way of who takes this site’s data away', async () => {
    const name = newName();
    await (await written(name, { a: 'good' })).close();
    const reading = readCopy(name);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    await reading;
    expect(await databaseNames(() => indexedDB)).not.toContain(name);
  });
});

test('where the browser does not tell which databases there are, there are none to read', async () => {
  expect(await databaseNames(() => ({}))).toEqual([]);
  expect(await databaseNames(() => ({ databases: () => Promise.reject(new Error('denied')) }))).toEqual([]);
});
