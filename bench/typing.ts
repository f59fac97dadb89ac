/** What it costs to type together through Miro itself, and how soon others see it, beside the naive way. */
import { callCredits } from '../src/sync/limits.ts';
import { typeNaively } from './support/naiveTyping.ts';
import { quantile } from './support/running.ts';
import { typeTogether } from './support/typing.ts';

/** How many people, and for how many minutes they are watched: enough of them need less time. Twelve: one shared budget. */
const sizes = [
  [2, 10],
  [10, 5],
  [12, 5],
  [30, 2],
  [100, 1],
] as const;
const warmMinutes = 0.5;
const naiveSeconds = 10;
/** Miro's: for each person, or, read more harshly, for all people on a board together. */
const hourBudget = 1_000_000;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (delays: readonly number[], share: number): string =>
  whole(quantile(delays, share) ?? Number.NaN);

export async function bench() {
  const rows: (string | number)[][] = [];
  for (const [count, minutes] of sizes) {
    const { edits, calls, credits, bytes, delays, joining } = await typeTogether(count, minutes, warmMinutes);
    const minute = credits / count / minutes;
    rows.push([
      `${count} people`,
      (calls / edits).toFixed(3),
      whole(minute),
      whole(minute * 60),
      whole(minute * 60 * count),
      whole(bytes / edits),
      milliseconds(delays, 0.5),
      milliseconds(delays, 0.99),
      joining,
    ]);
    const naive = await typeNaively(count, naiveSeconds);
    const naiveMinute = (naive.calls * callCredits * 60) / count / naiveSeconds;
    rows.push([
      '  naively',
      (naive.calls / naive.edits).toFixed(3),
      whole(naiveMinute),
      whole(naiveMinute * 60),
      whole(naiveMinute * 60 * count),
      whole(naive.bytes / naive.edits),
      milliseconds(naive.delays, 0.5),
      milliseconds(naive.delays, 0.99),
      '',
    ]);
  }
  rows.push(['goal', '< 0.3', '', '< 270,000', '', '', '≤ 1,500', '', '≤ 15']);
  return {
    title: 'Typing together without pause, five keys a second each, in sheets of three',
    columns: [
      'who',
      'calls per edit',
      'credits a minute',
      'an hour',
      'all together',
      'bytes per edit',
      'seen after ms: p50',
      'p99',
      'calls to join',
    ],
    rows,
    note: `On a virtual clock; the board answers within 60 ms. Credits are per person. Miro's budget is ${whole(hourBudget)} credits an hour, for each person or for all together; twelve people must fit under the harsher reading too. The naive way broadcasts each update and saves the document at once.`,
  };
}
