/**
 * Reading plain values that come from outside, such as a file somebody chose or a record in a shared document. A reader
 * always gives a value of its type and notes in its `Look` what it could not take; who asked decides by that.
 *
 *   strict    the first thing that is wrong is remembered by its path, and the whole is of no use
 *   lenient   texts are cut, unreadable times become the oldest time, and entries of a list that can't be read are
 *             left out and counted, so that one damaged entry costs no other
 *
 * Only an object's own fields are looked at, and only the named ones are taken, so no key can reach a prototype.
 */
import { asNumber, asOneOf, clip, field } from './entries.ts';

export interface Look {
  readonly lenient: boolean;
  /** Where the first thing lies that can't be taken; null while all is well. */
  wrong: string | null;
  /** Entries left out, and fields that this version doesn't know. */
  unknown: number;
}

export const looking = (how: 'strict' | 'lenient'): Look => ({
  lenient: how === 'lenient',
  wrong: null,
  unknown: 0,
});

export type Reader<T> = (value: unknown, path: string, look: Look) => T;

/** Ids are Miro's or ours: far shorter. */
const longestId = 200;
/** Far more than anybody says by hand. A whole document can't hold as many. */
const mostEntries = 50_000;
/** Stands for a time that can't be read: whatever has a time counts as newer. */
export const noTime = '1970-01-01T00:00:00.000Z';

function wrong<T>(look: Look, path: string, instead: T): T {
  look.wrong ??= path;
  return instead;
}

export const text =
  (most: number): Reader<string> =>
  (value, path, look) =>
    typeof value === 'string' && (look.lenient || value.length <= most)
      ? clip(value, most)
      : wrong(look, path, '');

export const id =
  <T extends string>(brand: (id: string) => T): Reader<T> =>
  (value, path, look) =>
    typeof value === 'string' && value !== '' && value.length <= longestId && value.isWellFormed()
      ? brand(value)
      : wrong(look, path, brand(''));

const isTime = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]{5,18}(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));

/** ISO 8601, to the second or finer. */
export const time: Reader<string> = (value, path, look) =>
  typeof value !== 'string' || !(look.lenient || isTime(value))
    ? wrong(look, path, noTime)
    : isTime(value)
      ? value
      : noTime;

export const number: Reader<number> = (value, path, look) => asNumber(value) ?? wrong(look, path, 0);

export const count: Reader<number> = (value, path, look) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : wrong(look, path, 0);

export const flag: Reader<boolean> = (value, path, look) =>
  typeof value === 'boolean' ? value : wrong(look, path, false);

export const oneOf =
  <T extends string>(values: readonly [T, ...T[]]): Reader<T> =>
  (value, path, look) =>
    asOneOf(values)(value) ?? wrong(look, path, values[0]);

export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, path, look) =>
    value === null ? null : read(value, path, look);

/** The keys of `T` that may be absent, and those that may not. */
type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type RequiredKeys<T> = Exclude<keyof T, OptionalKeys<T>>;

/** `optional` are fields that came with a later version: read where they are there, absent where they are not. */
export const record =
  <T extends object>(
    fields: { readonly [K in RequiredKeys<T>]: Reader<T[K]> },
    optional: { readonly [K in OptionalKeys<T>]?: Reader<Required<T>[K]> } = {},
  ): Reader<T> =>
  (value, path, look) => {
    const known = { ...optional, ...fields };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(look, path, null);
    else look.unknown += Object.keys(value).filter((key) => !Object.hasOwn(known, key)).length;
    const start = path === '' ? '' : `${path}.`;
    const read = Object.entries<Reader<unknown>>(known).flatMap(([key, reader]) =>
      Object.hasOwn(fields, key) || field(value, key) !== undefined
        ? [[key, reader(field(value, key), start + key, look)]]
        : [],
    );
    return Object.fromEntries(read) as T; // each field was read by the reader for it
  };

/** No two entries may have the same key: somebody's second word would hide their first. */
export const list =
  <T>(read: Reader<T>, keyOf?: (entry: T) => string): Reader<readonly T[]> =>
  (value, path, look) => {
    if (!Array.isArray(value) || value.length > mostEntries) return wrong(look, path, []);
    const keys = new Set<string>();
    return value.flatMap((entry, at) => {
      const own = { ...look, wrong: null, unknown: 0 };
      const here = `${path}[${at}]`;
      const found = read(entry, here, own);
      const key = keyOf?.(found);
      if (key !== undefined && keys.has(key)) wrong(own, here, null);
      if (own.wrong !== null && look.lenient) {
        look.unknown += 1;
        return [];
      }
      if (key !== undefined) keys.add(key);
      look.wrong ??= own.wrong;
      look.unknown += own.unknown;
      return [found];
    });
  };
