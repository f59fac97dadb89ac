/**
 * Which devices have stored which documents, and which documents are deleted (tombstones.ts). It only grows, so any two
 * copies can be united, and whoever knows an entry that vanished (two wrote at once; the store takes the last) puts it
 * back.
 */
import type { Json } from '../base/json.ts';
import { mostRegistryEntries, protocol } from './limits.ts';
import { asCount, asDevice, asFields, asList, asName } from './parse.ts';
import { saysAll, settled, unitedStored } from './tombstones.ts';

/**
 * It lies there twice, and what either of them says counts: a write that takes effect late, or unknowingly takes away
 * what somebody else just wrote, hits one of them only.
 */
export const registryKeys = ['registry/0', 'registry/1'] as const;
export type RegistryKey = (typeof registryKeys)[number];

export type Registry = ReadonlyMap<string, ReadonlySet<string>>;
export const emptyRegistry: Registry = new Map();

export type RegistryRead = Registry | 'newer' | 'damaged';

/** No value at all is an empty registry. Entries that can't be read are left out; a later union keeps the others. */
export function parseRegistry(value: unknown): RegistryRead {
  if (value === undefined || value === null) return emptyRegistry;
  const fields = asFields(value);
  const version = fields && asCount(fields.v);
  if (!fields || version === null) return 'damaged';
  if (version > protocol) return 'newer';
  const documents = asFields(fields.documents);
  if (!documents) return 'damaged';
  const registry = new Map<string, ReadonlySet<string>>();
  let entries = 0;
  for (const [name, listed] of Object.entries(documents)) {
    const devices = (asList(listed) ?? []).flatMap((device) => asDevice(device) ?? []);
    entries += devices.length;
    if (entries > mostRegistryEntries) break;
    if (asName(name) && devices.length > 0) registry.set(name, settled(new Set(devices)));
  }
  return registry;
}

/** Sorted, so that equal registries are equal values. */
export function registryValue(registry: Registry): Json {
  const documents = [...registry]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, devices]): [string, Json] => [name, [...devices].sort()]);
  return { v: protocol, documents: Object.fromEntries(documents) };
}

export function united(a: Registry, b: Registry): Registry {
  const all = new Map<string, ReadonlySet<string>>(a);
  for (const [name, devices] of b) all.set(name, unitedStored(all.get(name), devices));
  return all;
}

/** Whether `whole` holds every entry of `part`. */
export const holdsAll = (whole: Registry, part: Registry): boolean =>
  [...part].every(([name, devices]) => saysAll(whole.get(name), devices));

export const entry = (name: string, device: string): Registry => new Map([[name, new Set([device])]]);
