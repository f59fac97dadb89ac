/** What it costs to type together through Miro itself, and how soon others see it, beside the naive way. */
import { callCredits } from '../src/sync/limits.ts';
import { typeNaively } from './support/naiveTyping.ts';
import { quantile } from './support/running.ts';
import { typeTogether } from './support/typing.ts';

/**
 * How many people, and for how many minutes they are watched, our way and naively: a whole hour where that takes no more
 * than a minute or two; else the hour is reckoned from fewer minutes. Twelve: one shared budget.
 */
const sizes = [
  [2, 60, 60],
  [10, 60, 5],
  [12, 60, 5],
  [30, 5, 1],
  [100, 1, 0.2],
] as const;
const warmMinutes = 0.5;
/** Miro's: for each person, or, read more harshly, for all people on a board together. */
const hourBudget = 1_000_000;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (delays: readonly number[], share: number): string =>
  whole(quantile(delays, share) ?? Number.NaN);

export async function bench() {
  const rows: (string | number)[][] = [];
  for (const [count, minutes, naiveMinutes] of sizes) {
    const typing = await typeTogether(count, minutes, warmMinutes);
    const { edits, calls, credits, bytes, delays, joining } = typing;
    const minute = credits / count / minutes;
    rows.push([
      `${count} people`,
      minutes,
      (calls / edits).toFixed(3),
      whole(minute),
      whole(typing.busiestMinute / count),
      whole(minute * 60),
      whole(minute * 60 * count),
      whole(bytes / edits),
      milliseconds(delays, 0.5),
      milliseconds(delays, 0.99),
      joining,
    ]);
    const naive = await typeNaively(count, naiveMinutes * 60);
    const naiveMinute = (naive.calls * callCredits) / count / naiveMinutes;
    rows.push([
      '  naively',
      naiveMinutes,
      (naive.calls / naive.edits).toFixed(3),
      whole(naiveMinute),
      '',
      whole(naiveMinute * 60),
      whole(naiveMinute * 60 * count),
      whole(naive.bytes / naive.edits),
      milliseconds(naive.delays, 0.5),
      milliseconds(naive.delays, 0.99),
      '',
    ]);
  }
  rows.push(['goal', '', '< 0.3', '', '', '< 270,000', '', '', '≤ 1,500', '', '≤ 15']);
  return {
    title: 'Typing together without pause, five keys a second each, in sheets of three',
    columns: [
      'who',
      'minutes',
      'calls per edit',
      'credits a minute',
      'the busiest',
      'an hour',
      'all together',
      'bytes per edit',
      'seen after ms: p50',
      'p99',
      'calls to join',
    ],
    rows,
    note: `On a virtual clock; the board answers within 60 ms. Credits are per person; an hour is an hour where sixty minutes were watched. Miro's budget is ${whole(hourBudget)} credits an hour, for each person or for all together; twelve people must fit under the harsher reading too. The naive way broadcasts each update and saves the document at once, so its bytes grow with the document and its calls are two for each edit, however long it goes on.`,
  };
}
