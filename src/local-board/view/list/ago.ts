/** How long ago something was, in words. */
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

export function ago(then: number, now: number): string {
  // Clocks of two machines differ a little; nothing changes in the future.
  const passed = Math.max(0, now - then);
  if (passed < minute) return 'just now';
  if (passed < hour) return words.format(-Math.floor(passed / minute), 'minute');
  if (passed < day) return words.format(-Math.floor(passed / hour), 'hour');
  if (passed < 30 * day) return words.format(-Math.floor(passed / day), 'day');
  return new Date(then).toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });
}

export const wholeDate = (then: number): string =>
  new Date(then).toLocaleString('en', { dateStyle: 'full', timeStyle: 'short' });
