/** When a page says so much that it is no use any more: many times what a busy app says, for its own page only. */

/** A bucket: so many messages at once, then so many a second. Miro's budget is 2000 calls a minute; a drag sends about 120 messages a second. */
const atOnce = 10_000;
const perSecond = 500;

/** `message` is asked of each; it answers false once there have been too many. `now` in milliseconds. */
export function createFlood(now: () => number) {
  let left = atOnce;
  let at = now();
  return {
    message(): boolean {
      const time = now();
      left = Math.min(atOnce, left + ((time - at) / 1000) * perSecond);
      at = time;
      left -= 1;
      return left >= 0;
    },
  };
}
