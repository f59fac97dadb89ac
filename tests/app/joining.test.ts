/** What opening the panel costs, counted at the board: not only by sync, and not only in one page. */
import { expect, test } from 'vitest';
import { joinOwnSheet } from '../../bench/support/joining.ts';

test('coming back to one’s own sheet takes fifteen calls at most until all of it is shown, and two readings of the board at most', async () => {
  const { untilShown, calls } = await joinOwnSheet();
  expect(untilShown).toBeLessThanOrEqual(15);
  expect(calls.WIDGET_GET).toBeLessThanOrEqual(2);
});
