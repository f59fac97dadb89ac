/**
 * How far a signature can be trusted, as seen from this browser. There is no server that knows whose key is whose, so
 * a key is known only to somebody who has taken it for a person's before.
 *
 * | id | trust        | when                                                                                        |
 * |----|--------------|---------------------------------------------------------------------------------------------|
 * | S1 | does not fit | the words were changed after they were signed, or speak of somebody else or another sheet    |
 * | S2 | known device | this browser knows the key as that person's: its own, or one that its user has accepted       |
 * | S3 | vouched for  | a device known as that person's says so, or one that such a device vouches for, and so on     |
 * | S4 | new device   | otherwise: somebody with this key signed, and nothing here says whether it is that person      |
 *
 * S5  Only a person's own devices vouch for each other. Nobody can vouch for somebody else's.
 */
import type { SheetId, UserId } from '../workshop/ids.ts';
import type { DeskRecords, SigningDevice } from './deskRecords.ts';
import type { CheckedDesk } from './signatures.ts';
import type { DeviceKey } from './statements.ts';

export const trusts = ['known device', 'vouched for', 'new device', 'does not fit'] as const;
export type Trust = (typeof trusts)[number];

/** Keys that this browser's user takes for somebody's, with that of this browser among their own. */
export type KnownDevices = ReadonlyMap<UserId, ReadonlySet<DeviceKey>>;

/** Every device of this person that can be trusted, and how far. */
export function trustedDevices(
  user: UserId,
  desk: CheckedDesk | undefined,
  known: KnownDevices,
): ReadonlyMap<DeviceKey, Extract<Trust, 'known device' | 'vouched for'>> {
  const found = new Map<DeviceKey, 'known device' | 'vouched for'>();
  for (const key of known.get(user) ?? []) found.set(key, 'known device');
  const vouches = (desk?.vouches ?? []).filter(({ says }) => says.user === user && desk?.owner === user);
  for (let grown = true; grown; ) {
    const next = vouches.filter(({ says }) => found.has(says.by) && !found.has(says.device));
    for (const { says } of next) found.set(says.device, 'vouched for');
    grown = next.length > 0;
  }
  return found;
}

export function trustOf(
  signature: CheckedDesk['signOffs'][number],
  desk: CheckedDesk,
  sheet: SheetId,
  known: KnownDevices,
): Trust {
  const { says, fits } = signature;
  if (!fits || says.user !== desk.owner || says.sheet !== sheet) return 'does not fit';
  return trustedDevices(desk.owner, desk, known).get(says.device) ?? 'new device';
}

/**
 * A person's devices that this browser does not know yet. On one's own desk it asks "is this yours?" and vouches for
 * it; on somebody else's it asks "have they told you so themselves?" and remembers it (knownDevices.ts).
 */
export function devicesToAskAbout(
  records: DeskRecords,
  desk: CheckedDesk,
  known: KnownDevices,
): readonly SigningDevice[] {
  const trusted = trustedDevices(records.owner, desk, known);
  const listed = new Map(records.devices.map((device) => [device.key, device]));
  for (const { says, fits } of desk.signOffs)
    if (fits && !listed.has(says.device))
      listed.set(says.device, { key: says.device, name: '', at: says.at });
  return [...listed.values()].filter(({ key }) => !trusted.has(key));
}
