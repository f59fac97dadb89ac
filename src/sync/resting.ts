/**
 * Devices long gone, so that a newcomer need not read the state of every browser that ever spoke. Nothing of theirs is
 * ever deleted, it is only read later. A device is put to rest by a mark in the registry, and wakes by another one
 * before it calls anything saved; like all entries there, marks only ever come to be (`d` is the device's name):
 *
 *   d?2   put to rest for the second time          d!2   awake again since
 *
 * A state that holds all that a resting device stored says so in its head (`holds`: that device, and which rest). So
 * whoever has read that state well may read the other one later; a state that is lost, torn or an older one makes no
 * such promise. docs/decisions/0014 tells when a state may say so.
 */
import { asCount, asDevice, asFields } from './parse.ts';
import { type Stored, tombstone } from './tombstones.ts';

/** By device: for which of its rests what it stored is held. */
export type Holds = ReadonlyMap<string, number>;
export const nothingHeld: Holds = new Map();

export const restMark = (device: string, rest: number): string => `${device}?${rest}`;
export const wakeMark = (device: string, rest: number): string => `${device}!${rest}`;

/** Device names are letters and digits, and a dot where a page is a device of its own. */
const marks = /^(.+)([?!])([1-9]\d{0,5})$/;

/** The devices that have stored something, by what the registry says of one document. */
export const devicesIn = (stored: Stored = new Set()): readonly string[] =>
  [...stored].filter((one) => one !== tombstone && !marks.test(one));

/** The highest number among this device's marks of a kind; 0 if there is none. */
function lastOf(kind: '?' | '!', stored: Stored, device: string): number {
  const numbers = [...stored].flatMap((one) => {
    const [, name, sign, number] = marks.exec(one) ?? [];
    return name === device && sign === kind ? [Number(number)] : [];
  });
  return Math.max(0, ...numbers);
}

/** Which rest this device is at; null when it is awake. */
export function restOf(stored: Stored | undefined, device: string): number | null {
  if (!stored) return null;
  const rest = lastOf('?', stored, device);
  return rest > lastOf('!', stored, device) ? rest : null;
}

export const nextRest = (stored: Stored, device: string): number =>
  Math.max(lastOf('?', stored, device), lastOf('!', stored, device)) + 1;

/** Those whose states a newcomer has to read, when it has read states that hold these. */
export const toRead = (stored: Stored | undefined, held: Holds): readonly string[] =>
  devicesIn(stored).filter((device) => {
    const rest = restOf(stored, device);
    return rest === null || (held.get(device) ?? 0) < rest;
  });

export function unitedHolds(all: Iterable<Holds>): Holds {
  const united = new Map<string, number>();
  for (const holds of all)
    for (const [device, rest] of holds) united.set(device, Math.max(rest, united.get(device) ?? 0));
  return united;
}

/** As they lie in a head. Whatever is wrong with them, there are none: then more is read than need be. */
export const holdsJson = (holds: Holds): { readonly [device: string]: number } =>
  Object.fromEntries([...holds].sort(([a], [b]) => (a < b ? -1 : 1)));

export function parseHolds(value: unknown): Holds {
  const entries = Object.entries(asFields(value) ?? {}).map(
    ([device, rest]): [string | null, number | null] => [asDevice(device), asCount(rest)],
  );
  const well = entries.flatMap(([device, rest]): [string, number][] =>
    device === null || rest === null ? [] : [[device, rest]],
  );
  return well.length === entries.length ? new Map(well) : nothingHeld;
}
