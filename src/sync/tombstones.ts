/**
 * A tombstone says that a document is deleted, for good. It stands in the registry among a document's devices, under a
 * name that no device has, and swallows them: so whatever unites, compares or puts back what the registry says treats
 * it as it treats any other entry, and a deletion wins over every state, repair and offline copy of that document.
 *
 *   {erin, max} ∪ {tombstone} = {tombstone}        {tombstone} ∪ {pia} = {tombstone}
 */

/** Device names are letters and digits (deviceName.ts). */
export const tombstone = '-deleted-';

/** Who has stored one document, or that it is deleted. */
export type Stored = ReadonlySet<string>;

const grave: Stored = new Set([tombstone]);
const nobody: Stored = new Set();

/** Nothing stands beside a tombstone. */
export const settled = (stored: Stored): Stored => (stored.has(tombstone) ? grave : stored);

export const unitedStored = (a: Stored = nobody, b: Stored = nobody): Stored =>
  settled(new Set([...a, ...b]));

/** Whether `whole` says all that `part` says: a tombstone says it of every device. */
export const saysAll = (whole: Stored | undefined, part: Stored): boolean =>
  whole?.has(tombstone) === true || [...part].every((one) => whole?.has(one) === true);

export const isDeleted = (registry: ReadonlyMap<string, Stored>, name: string): boolean =>
  registry.get(name)?.has(tombstone) === true;

/** Sorted. */
export const deletedIn = (registry: ReadonlyMap<string, Stored>): readonly string[] =>
  [...registry.keys()].filter((name) => isDeleted(registry, name)).sort();
