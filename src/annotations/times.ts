/** Which of two moments is the later one, by the clocks of those who wrote them down. */

/** Positive when `a` is the newer time. Times that can't be read compare as text, so everybody decides alike. */
export function compareTimes(a: string, b: string): number {
  const difference = Date.parse(a) - Date.parse(b);
  if (!Number.isNaN(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `at`, or a moment after `after` if that is later: a clock that is behind must not make new words older than old ones. */
export function later(at: string, after: string | null): string {
  const floor = after === null ? Number.NaN : Date.parse(after);
  return Number.isNaN(floor) || Date.parse(at) > floor ? at : new Date(floor + 1).toISOString();
}
