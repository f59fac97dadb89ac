/** Keys in a real browser's storage: what Node's imitation of it can't tell. */
import { afterEach, expect, test } from 'vitest';
import { acceptDevice } from '../../../src/annotations/knownDevices.ts';
import type { Hash } from '../../../src/annotations/sha256.ts';
import { checker, openOwnDevice } from '../../../src/annotations/signatures.ts';
import { type DeviceStore, openDeviceStore } from '../../../src/app/main/deviceStore.ts';
import { sheetId, userId } from '../../../src/workshop/ids.ts';

const [erin, mona] = [userId('erin'), userId('mona')];
const { subtle } = crypto;
const open: DeviceStore[] = [];
let name = '';

async function storeOf(user = erin): Promise<DeviceStore> {
  name ||= `devices-${crypto.randomUUID()}`;
  const store = await openDeviceStore(name, user);
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) store.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase(name).onsuccess = done;
  });
  name = '';
});

test('a browser keeps one key for each person, over reloads and between pages that begin at once', async () => {
  const [first, second] = await Promise.all([storeOf(), storeOf()]);
  const keys = await Promise.all([first, second].map((store) => openOwnDevice(subtle, store)));
  const [again, another] = [
    await openOwnDevice(subtle, await storeOf()),
    await openOwnDevice(subtle, await storeOf(mona)),
  ];
  expect(new Set([...keys, again].map(({ key }) => key)).size).toBe(1);
  expect(another.key).not.toBe(again.key);
});

test('the key that lies there signs, and can’t be read out', async () => {
  const store = await storeOf();
  await openOwnDevice(subtle, store);
  const device = await openOwnDevice(subtle, await storeOf());
  const round = 'a'.repeat(64) as Hash;
  const signOff = await device.signOff({
    ...{
      sheet: sheetId('s1'),
      round,
      number: 1,
      user: erin,
      role: 'engineer',
      at: '2026-11-23T09:00:00.000Z',
    },
  });
  const records = {
    owner: erin,
    retired: new Map(),
    devices: [],
    vouches: [],
    signOffs: [signOff],
    unknown: 0,
  };
  expect((await checker(subtle)(records)).signOffs.map(({ fits }) => fits)).toEqual([true]);
  const pair = await store.keep();
  if (!pair) throw new Error('No key was kept');
  await expect(subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow();
});

test('whose devices somebody knows is kept, and two tabs lose none of each other’s', async () => {
  const [first, second] = await Promise.all([storeOf(), storeOf()]);
  const { key } = await openOwnDevice(subtle, await storeOf(mona));
  await Promise.all([
    first.changeKnown((known) => acceptDevice(known, mona, key)),
    second.changeKnown((known) => acceptDevice(known, erin, key)),
  ]);
  expect(await first.known()).toEqual(
    new Map([
      [mona, new Set([key])],
      [erin, new Set([key])],
    ]),
  );
});
