/** "3 h ago", with the full date on hover. Clocks differ: a time from the future reads as just now. */
const units: readonly [limit: number, seconds: number, unit: string][] = [
  [3600, 60, 'min'],
  [86_400, 3600, 'h'],
  [86_400 * 30, 86_400, 'd'],
  [86_400 * 365, 86_400 * 30, 'mo'],
  [Number.POSITIVE_INFINITY, 86_400 * 365, 'y'],
];

export function relativeWords(at: string, now: number): string {
  const seconds = (now - Date.parse(at)) / 1000;
  if (!Number.isFinite(seconds)) return '';
  if (seconds < 60) return 'just now';
  const found = units.find(([limit]) => seconds < limit);
  return found ? `${Math.floor(seconds / found[1])} ${found[2]} ago` : '';
}

export function RelativeTime({ at }: { at: string }) {
  const words = relativeWords(at, Date.now());
  if (!words) return null;
  return (
    <time class="when" dateTime={at} title={new Date(at).toLocaleString()}>
      {words}
    </time>
  );
}
