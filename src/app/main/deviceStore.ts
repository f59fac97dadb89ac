/**
 * What this browser keeps of somebody for signing, for all boards: their key, and whose devices they know. The private
 * key lies there as the browser's own object: no page can read it out, ours included. Another person who uses the same
 * browser has a key of their own.
 */
import { openDB } from 'idb';
import { keptDevices, knownDevicesFrom } from '../../annotations/knownDevices.ts';
import type { DeviceKeyStore } from '../../annotations/signatures.ts';
import type { KnownDevices } from '../../annotations/trust.ts';
import type { UserId } from '../../workshop/ids.ts';

export interface DeviceStore extends DeviceKeyStore {
  known(): Promise<KnownDevices>;
  /** In one step, so that two tabs lose none of each other's; gives what is kept then. */
  changeKnown(change: (known: KnownDevices) => KnownDevices): Promise<KnownDevices>;
  close(): void;
}

const [pairs, people] = ['pairs', 'people'];

/** Rejects where the browser keeps nothing: without a place for its key, a browser can't sign. */
export async function openDeviceStore(database: string, user: UserId): Promise<DeviceStore> {
  const tables = await openDB(database, 1, {
    upgrade(made) {
      made.createObjectStore(pairs);
      made.createObjectStore(people);
    },
  });
  return {
    async keep(pair) {
      const transaction = tables.transaction(pairs, 'readwrite');
      const kept: unknown = await transaction.store.get(user);
      if (pair && !isPair(kept)) await transaction.store.put(pair, user);
      await transaction.done;
      return isPair(kept) ? kept : (pair ?? null);
    },
    async known() {
      return knownDevicesFrom(await tables.get(people, user));
    },
    async changeKnown(change) {
      const transaction = tables.transaction(people, 'readwrite');
      const known = change(knownDevicesFrom(await transaction.store.get(user)));
      await transaction.store.put(keptDevices(known), user);
      await transaction.done;
      return known;
    },
    close: () => tables.close(),
  };
}

const isPair = (value: unknown): value is CryptoKeyPair =>
  typeof value === 'object' && value !== null && 'privateKey' in value && 'publicKey' in value;
