/** Which of two moments is the later one, by the clocks of those who wrote them down. */

/** Positive when `a` is the newer time. Times that can't be read compare as text, so everybody decides alike. */
export function compareTimes(a: string, b: string): number {
  const difference = Date.parse(a) - Date.parse(b);
  if (!Number.isNaN(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
