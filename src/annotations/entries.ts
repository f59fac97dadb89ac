/**
 * Reading and writing Y.Maps with care. Whatever lies in a document was written by some version of the app on some
 * machine, so every value is `unknown` until looked at here; what can't be read is counted and left alone.
 */
import * as Y from 'yjs';

/** Longest texts taken (UTF-16 units). The panel's fields stop at the same lengths, so typed words are never cut. */
export const longest = { name: 200, line: 500, text: 10_000 } as const;

/** Cuts to a length, and mends half characters, which would not survive encoding. */
export const clip = (text: string, length: number): string => text.slice(0, length).toWellFormed();

export const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const asNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
export const asOneOf =
  <T extends string>(values: readonly T[]) =>
  (value: unknown): T | null =>
    values.find((known) => known === value) ?? null;

/** A field that may be missing or null, but not of another kind: `undefined` says that it can't be read. */
export function optionalText(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : undefined;
}

/** A plain object's field, whatever it is. */
export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key] // just seen to be an object with this key
    : undefined;

/** The entries of a map in the order of their keys, so that equal documents read equally whatever arrived first. */
export function sorted(map: Y.Map<unknown>): [string, unknown][] {
  return [...map.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

export interface Parsed<T> {
  readonly values: readonly T[];
  readonly unknown: number;
}

/** Parses entry by entry. The parser returns null for what it doesn't understand and undefined for "nothing here". */
export function parseEntries<T>(
  map: Y.Map<unknown>,
  parse: (key: string, value: unknown) => T | null | undefined,
): Parsed<T> {
  const values: T[] = [];
  let unknown = 0;
  for (const [key, value] of sorted(map)) {
    const parsed = parse(key, value);
    if (parsed === null) unknown += 1;
    else if (parsed !== undefined) values.push(parsed);
  }
  return { values, unknown };
}

/** Sets a field only when it differs: an equal write would travel and be stored for nothing. */
export function put(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (map.get(key) !== value) map.set(key, value);
}

/** The Y.Map under a key, made when missing. A value of another kind under this key is not ours to overwrite. */
export function child(map: Y.Map<unknown>, key: string): Y.Map<unknown> | null {
  const present = map.get(key);
  if (present instanceof Y.Map) return present;
  if (present !== undefined) return null;
  const fresh = new Y.Map<unknown>();
  map.set(key, fresh);
  return fresh;
}

/** How many kinds of things a document holds besides those this version knows. */
export function unknownRoots(doc: Y.Doc, known: readonly string[]): number {
  return [...doc.share.entries()].filter(
    // A root that arrived but was never asked for is an AbstractType with its content in these two fields.
    ([name, type]) => !known.includes(name) && (type._map.size > 0 || type._start !== null),
  ).length;
}
