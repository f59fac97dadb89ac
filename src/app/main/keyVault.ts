/** Hashing and signing with what a browser page has: WebCrypto, and deviceStore.ts for its key. */
import type { UserId } from '../../workshop/ids.ts';
import type { Vault } from '../models/rounds/vault.ts';
import { type DeviceStore, openDeviceStore } from './deviceStore.ts';

/** Beside the databases of the boards: deleting the copies of one leaves the key, which is for all of them. */
const database = 'rolewright-signing';

interface Options {
  readonly subtle: SubtleCrypto;
  readonly user: UserId;
  readonly name: string;
}

export function keyVault({ subtle, user, name }: Options): Vault {
  let opened: Promise<DeviceStore> | null = null;
  const store = (): Promise<DeviceStore> => {
    opened ??= openDeviceStore(database, user);
    // Storage may be allowed later.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  return {
    subtle,
    name,
    keys: { keep: async (pair) => (await store()).keep(pair) },
    known: async () => (await store()).known(),
    changeKnown: async (change) => (await store()).changeKnown(change),
  };
}

/** "Firefox on Linux": enough for a person to tell their own devices apart. `agent`: `navigator.userAgent`. */
export function browserName(agent: string): string {
  const found = (names: readonly (readonly [RegExp, string])[]): string | undefined =>
    names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = found([
    [/\bEdg/, 'Edge'],
    [/\bOPR\//, 'Opera'],
    [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
    [/\bChrom(e|ium)\/|\bCriOS\//, 'Chrome'],
    [/\bSafari\//, 'Safari'],
  ]);
  const system = found([
    [/\bAndroid\b/, 'Android'],
    [/\biPhone\b|\biPad\b/, 'iOS'],
    [/\bWindows\b/, 'Windows'],
    [/\bMac OS X\b/, 'macOS'],
    [/\bCrOS\b/, 'ChromeOS'],
    [/\bLinux\b/, 'Linux'],
  ]);
  return `${browser ?? 'A browser'}${system ? ` on ${system}` : ''}`;
}
