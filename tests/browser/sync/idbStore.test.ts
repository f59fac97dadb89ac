import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { idbStore } from '../../../src/sync/idbStore.ts';

let databases = 0;
const used: string[] = [];
function newName(): string {
  const name = `test-${Date.now()}-${databases++}`;
  used.push(name);
  return name;
}

afterEach(() => {
  for (const name of used.splice(0)) indexedDB.deleteDatabase(name);
});

/** `count` updates of one document, one letter each. */
function updatesOf(count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < count; i += 1) doc.getText('t').insert(i, String(i % 10));
  return updates;
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
}

/** How many records lie there, and a way to put strange ones in. */
function raw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
async function count(name: string): Promise<number> {
  const database = await raw(name);
  const request = database.transaction('updates').objectStore('updates').count();
  const found = await new Promise<number>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return found;
}

describe('the store of a browser', () => {
  test('gives back what was appended, document by document, to another page too', async () => {
    const name = newName();
    const [here, there] = [idbStore(name), idbStore(name)];
    for (const update of updatesOf(5)) await here.append('a', update);
    await there.append('b', new Uint8Array([0, 0]));
    expect(textOf((await there.load('a')).updates)).toBe('01234');
    expect(await here.load('b')).toEqual({ updates: [new Uint8Array([0, 0])], damaged: 0 });
    expect(await here.load('none')).toEqual({ updates: [], damaged: 0 });
    expect(here.durable).toBe(true);
    await Promise.all([here.close(), there.close()]);
  });

  test('remembers facts and lists them by how their keys begin', async () => {
    const name = newName();
    const [here, there] = [idbStore(name), idbStore(name)];
    await here.write('unsaved/a', true);
    await here.write('unsaved/b', null);
    await here.write('unsaid', { some: ['thing'] });
    expect(await there.read('unsaid')).toEqual({ some: ['thing'] });
    expect(await there.read('unknown')).toBe(undefined);
    expect(await there.keys('unsaved/')).toEqual(['unsaved/a', 'unsaved/b']);
    await Promise.all([here.close(), there.close()]);
  });

  test('keeps a mark beside the words, and takes it away only while it says the same', async () => {
    const name = newName();
    const denied = idbStore(newName(), () => Promise.reject(new DOMException('denied', 'SecurityError')));
    for (const store of [idbStore(name), denied]) {
      const [first, second] = [1, 2].map((value) => ({ key: 'unsaved/a@page', value }));
      const update = new Uint8Array([0, 0]);
      await store.append('a', update, first);
      await store.append('a', update, second);
      if (first) await store.drop(first);
      expect([(await store.load('a')).updates.length, await store.read('unsaved/a@page')]).toEqual([2, 2]);
      if (second) await store.drop(second);
      expect(await store.keys('unsaved/')).toEqual([]);
      await store.close();
    }
  });

  test('merges many records when it loads them, and loses nothing', async () => {
    const name = newName();
    const store = idbStore(name);
    const updates = updatesOf(120);
    for (const update of updates) await store.append('a', update);
    expect(await count(name)).toBe(120);
    expect(textOf((await store.load('a')).updates)).toBe(textOf(updates));
    expect(await count(name)).toBe(1);
    expect(textOf((await store.load('a')).updates)).toBe(textOf(updates));
    await store.close();
  });

  test('loses nothing while two pages append and load, each merging, at the same time', async () => {
    const name = newName();
    const [here, there] = [idbStore(name), idbStore(name)];
    const updates = updatesOf(400);
    await Promise.all(
      updates.map(async (update, i) => {
        const store = i % 2 === 0 ? here : there;
        await store.append('a', update);
        if (i % 40 === 0) await Promise.all([here.load('a'), there.load('a')]);
      }),
    );
    const [mine, theirs] = [await here.load('a'), await there.load('a')];
    expect(textOf(mine.updates)).toBe(textOf(updates));
    expect(textOf(theirs.updates)).toBe(textOf(updates));
    await Promise.all([here.close(), there.close()]);
  });

  test('sets aside records that hold no bytes, and keeps them', async () => {
    const name = newName();
    const store = idbStore(name);
    const updates = updatesOf(60);
    for (const update of updates) await store.append('a', update);
    const database = await raw(name);
    const transaction = database.transaction('updates', 'readwrite');
    transaction.objectStore('updates').add({ document: 'a', update: 'no bytes' });
    transaction.objectStore('updates').add({ document: 'a' });
    await finished(transaction);
    database.close();
    const first = await store.load('a');
    expect([textOf(first.updates), first.damaged]).toEqual([textOf(updates), 2]);
    const second = await store.load('a');
    expect([textOf(second.updates), second.damaged]).toEqual([textOf(updates), 2]);
    expect(await count(name)).toBe(3);
    await store.close();
  });

  test('does not merge bytes that are no updates, and gives back the good ones', async () => {
    const name = newName();
    const store = idbStore(name);
    const updates = updatesOf(60);
    const damaged = new Uint8Array([9, 9, 9, 9]);
    for (const update of [...updates.slice(0, 30), damaged, ...updates.slice(30)])
      await store.append('a', update);
    await store.load('a');
    expect((await store.load('a')).updates.length).toBe(61);
    await store.close();
  });

  test('goes on in memory, and says so, where the browser denies storage', async () => {
    const store = idbStore(newName(), () => Promise.reject(new DOMException('denied', 'SecurityError')));
    await store.append('a', new Uint8Array([0, 0]));
    await store.write('fact', 1);
    expect(store.durable).toBe(false);
    expect(await store.load('a')).toEqual({ updates: [new Uint8Array([0, 0])], damaged: 0 });
    expect([await store.read('fact'), await store.keys('f')]).toEqual([1, ['fact']]);
  });

  test('opens the database again when the browser closed it', async () => {
    const name = newName();
    const store = idbStore(name);
    await store.write('fact', 1);
    // Deleting asks every open page to make room; ours does, and begins anew.
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = () => resolve();
    });
    await store.write('fact', 2);
    expect([await store.read('fact'), store.durable]).toEqual([2, true]);
    await store.close();
  });

  test('erases one document and nothing else, and everything when asked', async () => {
    const store = idbStore(newName());
    for (const update of updatesOf(3)) await store.append('gone', update);
    for (const update of updatesOf(4)) await store.append('stays', update);
    await store.write('fact', 7);
    await store.erase('gone');
    expect([(await store.load('gone')).updates.length, textOf((await store.load('stays')).updates)]).toEqual([
      0,
      '0123',
    ]);
    await store.clear();
    expect([(await store.load('stays')).updates, await store.read('fact'), await store.keys('')]).toEqual([
      [],
      undefined,
      [],
    ]);
    await store.close();
  });
});
