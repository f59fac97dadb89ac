import { expect, test } from 'vitest';
import { wait } from '../../src/base/clock.ts';
import { virtualClock } from '../support/virtualClock.ts';

test('the virtual clock runs timers at their times, in order, those set on the way included', async () => {
  const clock = virtualClock(0);
  const story: string[] = [];
  const tell = (what: string) => story.push(`${clock.now()} ${what}`);
  clock.after(30, () => tell('late'));
  clock.after(10, () => {
    tell('early');
    void wait(clock, 5).then(() => tell('after waiting'));
  });
  clock.after(10, () => tell('same time, set later'));
  const cancel = clock.after(20, () => tell('never'));
  cancel();
  await clock.advance(20);
  tell('the test');
  expect([clock.pending, clock.now()]).toEqual([1, 20]);
  await clock.advance(100);
  expect(story).toEqual([
    '10 early',
    '10 same time, set later',
    '15 after waiting',
    '20 the test',
    '30 late',
  ]);
});
