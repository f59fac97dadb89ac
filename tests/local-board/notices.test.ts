import { expect, test } from 'vitest';
import { createNotices } from '../../src/local-board/view/notices.ts';
import { virtualClock } from '../support/virtualClock.ts';

test('a message that is told again stands last, once, and stays as long as a new one', async () => {
  const clock = virtualClock(0);
  const { shown, tell } = createNotices(clock);
  const words = () => shown.value.map(({ message }) => message);
  tell('info', 'one');
  tell('info', 'two');
  await clock.advance(4_000);
  tell('info', 'one');
  expect(words()).toEqual(['two', 'one']);
  await clock.advance(1_001);
  expect(words()).toEqual(['one']);
  await clock.advance(4_000);
  expect(words()).toEqual([]);
});

test('of many messages the last four stand', () => {
  const { shown, tell } = createNotices(virtualClock(0));
  for (const word of ['a', 'b', 'c', 'd', 'e']) tell('error', word);
  expect(shown.value.map(({ message }) => message)).toEqual(['b', 'c', 'd', 'e']);
});
