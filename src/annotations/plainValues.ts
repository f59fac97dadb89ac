/**
 * Reading plain values that come from outside, such as a file somebody chose or a record in a shared document. A reader
 * always gives a value of its type and notes in its `Look` what it could not take; who asked decides by that.
 *
 *   strict    the first thing that is wrong is remembered by its path, and the whole is of no use
 *   lenient   texts are cut, unreadable times become the oldest time, and entries of a list that can't be read are
 *             left out and counted, so that one damaged entry costs no other
 *
 * Only an object's own fields are looked at, and only the named ones are taken, so no key can reach a prototype.
 *
 * Nearly everything is right: a sheet has thousands of entries, and one of them may be strange. So a reader can say first,
 * at little cost, that a value is just what it would give itself (`fits`); then the value is taken as it is, and only the
 * others are read field by field, with paths and counts.
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

export interface Reader<T> {
  (value: unknown, path: string, look: Look): T;
  /** Whether reading it, strictly or leniently, would give the very same and find nothing wrong; absent: ask by reading. */
  readonly fits?: (value: unknown) => boolean;
}

const reader = <T>(
  fits: (value: unknown) => boolean,
  read: (value: unknown, path: string, look: Look) => T,
): Reader<T> => Object.assign(read, { fits });

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

export const text = (most: number): Reader<string> =>
  reader(
    (value) => typeof value === 'string' && value.length <= most && value.isWellFormed(),
    (value, path, look) =>
      typeof value === 'string' && (look.lenient || value.length <= most)
        ? clip(value, most)
        : wrong(look, path, ''),
  );

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestId && value.isWellFormed();

/** `brand` gives the same text another type. */
export const id = <T extends string>(brand: (id: string) => T): Reader<T> =>
  reader(isId, (value, path, look) => (isId(value) ? brand(value) : wrong(look, path, brand(''))));

const isTime = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]{5,18}(Z|[+-]\d\d:?\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));

/** As our own clocks write it, on a day that every month has: most times, and told without asking what day that was. */
const usualTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** ISO 8601, to the second or finer. */
export const time: Reader<string> = reader(
  (value) => typeof value === 'string' && (usualTime.test(value) || isTime(value)),
  (value, path, look) =>
    typeof value !== 'string' || !(look.lenient || isTime(value))
      ? wrong(look, path, noTime)
      : isTime(value)
        ? value
        : noTime,
);

export const number: Reader<number> = reader(
  (value) => asNumber(value) !== null,
  (value, path, look) => asNumber(value) ?? wrong(look, path, 0),
);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const count: Reader<number> = reader(isCount, (value, path, look) =>
  isCount(value) ? value : wrong(look, path, 0),
);

export const flag: Reader<boolean> = reader(
  (value) => typeof value === 'boolean',
  (value, path, look) => (typeof value === 'boolean' ? value : wrong(look, path, false)),
);

export const oneOf = <T extends string>(values: readonly [T, ...T[]]): Reader<T> => {
  const known = asOneOf(values);
  return reader(
    (value) => known(value) !== null,
    (value, path, look) => known(value) ?? wrong(look, path, values[0]),
  );
};

/** With `fits` only where what it is made of can say so. */
const composed = <T>(fits: Reader<T>['fits'] | undefined, read: Reader<T>): Reader<T> =>
  fits ? reader(fits, read) : read;

export const orNull = <T>(read: Reader<T>): Reader<T | null> => {
  const { fits } = read;
  return composed<T | null>(fits && ((value) => value === null || fits(value)), (value, path, look) =>
    value === null ? null : read(value, path, look),
  );
};

/** The keys of `T` that may be absent, and those that may not. */
type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type RequiredKeys<T> = Exclude<keyof T, OptionalKeys<T>>;

/** `optional` are fields that came with a later version: read where they are there, absent where they are not. */
export const record = <T extends object>(
  fields: { readonly [K in RequiredKeys<T>]: Reader<T[K]> },
  optional: { readonly [K in OptionalKeys<T>]?: Reader<Required<T>[K]> } = {},
): Reader<T> => {
  const known = { ...optional, ...fields };
  const readers = Object.entries<Reader<unknown>>(known).map(([key, read]) => ({
    ...{ key, read, required: Object.hasOwn(fields, key) },
  }));
  const [keys, fitting] = [readers.map(({ key }) => key), readers.map(({ read }) => read.fits)];
  const all = fitting.every((fits) => fits);
  // The innermost of it all: a large sheet has tens of thousands of fields.
  const fits = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return false;
    let there = 0;
    for (let at = 0; at < keys.length; at += 1) {
      // Its prototype is the usual one, which has nothing of these names: what is found is its own.
      const found = (value as Record<string, unknown>)[keys[at] as string];
      if (found === undefined) {
        if (readers[at]?.required) return false;
      } else if (fitting[at]?.(found)) there += 1;
      else return false;
    }
    return Object.keys(value).length === there;
  };
  return composed<T>(all ? fits : undefined, (value, path, look) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(look, path, null);
    else look.unknown += Object.keys(value).filter((key) => !Object.hasOwn(known, key)).length;
    const start = path === '' ? '' : `${path}.`;
    const read = readers.flatMap(({ key, read: one, required }) =>
      required || field(value, key) !== undefined ? [[key, one(field(value, key), start + key, look)]] : [],
    );
    return Object.fromEntries(read) as T; // each field was read by the reader for it
  });
};

/** No two entries may have the same key: somebody's second word would hide their first. */
export const list = <T>(read: Reader<T>, keyOf?: (entry: T) => string): Reader<readonly T[]> => {
  const { fits } = read;
  const allFit = (value: unknown): boolean => {
    if (!Array.isArray(value) || value.length > mostEntries) return false;
    const keys = new Set<string>();
    for (const entry of value) {
      if (!fits?.(entry)) return false;
      if (keyOf) keys.add(keyOf(entry));
    }
    return !keyOf || keys.size === value.length;
  };
  return composed<readonly T[]>(fits && allFit, (value, path, look) => {
    if (!Array.isArray(value) || value.length > mostEntries) return wrong(look, path, []);
    if (fits && allFit(value)) return value as readonly T[]; // each entry is what reading it would give
    const keys = new Set<string>();
    return value.flatMap((entry, at) => {
      const own = { ...look, wrong: null, unknown: 0 };
      const here = `${path}[${at}]`;
      const found = fits?.(entry) ? (entry as T) : read(entry, here, own);
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
  });
};
