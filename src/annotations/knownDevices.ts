/**
 * Which devices this browser's user takes for whose, as plain JSON to be kept in the browser, for all its boards. It is
 * never shared: whom somebody believes is their own affair.
 */
import { type UserId, userId } from '../workshop/ids.ts';
import { type DeviceKey, deviceKeyFrom } from './statements.ts';
import type { KnownDevices } from './trust.ts';

/** A person's id and a key of theirs. */
export type KeptDevices = readonly (readonly [UserId, DeviceKey])[];

/** Whatever was kept: what can't be read is not known. */
export function knownDevicesFrom(kept: unknown): KnownDevices {
  const known = new Map<UserId, ReadonlySet<DeviceKey>>();
  for (const entry of Array.isArray(kept) ? kept : []) {
    const [user, device]: unknown[] = Array.isArray(entry) ? entry : [];
    const key = deviceKeyFrom(device);
    if (typeof user === 'string' && user !== '' && key)
      known.set(userId(user), new Set([...(known.get(userId(user)) ?? []), key]));
  }
  return known;
}

export const keptDevices = (known: KnownDevices): KeptDevices =>
  [...known].flatMap(([user, keys]) => [...keys].map((key) => [user, key] as const));

export const acceptDevice = (known: KnownDevices, user: UserId, key: DeviceKey): KnownDevices =>
  knownDevicesFrom([...keptDevices(known), [user, key]]);

/** An answer that was too quick is taken back. */
export const forgetDevice = (known: KnownDevices, user: UserId, key: DeviceKey): KnownDevices =>
  knownDevicesFrom(keptDevices(known).filter(([who, which]) => who !== user || which !== key));
