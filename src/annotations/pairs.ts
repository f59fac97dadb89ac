/** Two lists of one kind beside each other. */

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Two lists as one: every key with what each of them has, in the order of the keys. */
export function pairs<K extends string, T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => K,
): readonly (readonly [K, T | null, T | null])[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Map(after.map((one) => [keyOf(one), one]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort(byText)
    .map((key) => [key, old.get(key) ?? null, now.get(key) ?? null]);
}
