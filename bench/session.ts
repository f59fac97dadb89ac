/** What a session for a whole group costs: its sheets, a change of stage, and ninety minutes for each person. */
import { callsAtOnce } from '../src/board/runDrop.ts';
import { callCredits } from '../src/sync/limits.ts';
import type { PersonAccount, SessionAccount, StageAccount } from '../tests/simulation/session/accounts.ts';
import { dropSheets } from '../tests/simulation/session/dropSheets.ts';
import { playSession } from '../tests/simulation/session/playSession.ts';

const people = 30;
const sheets = 30;
const latency = 60;
/** Milliseconds that a call of the ninety minutes takes longer at most. */
const jitter = 240;
const mostInMinute = 100_000;
const mostInHour = 300_000;

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
const most = (list: readonly number[]): number => Math.max(...list);

/** Of those who take part in a role: who used the most within an hour. */
const greediest = (all: readonly PersonAccount[], role: PersonAccount['role']): PersonAccount | undefined =>
  all.filter((one) => one.role === role).toSorted((a, b) => b.hour - a.hour)[0];

type Row = readonly [what: string, figure: number, least: number | null, goal: string];

const cells = ([what, figure, least, goal]: Row): readonly (string | number)[] => [
  what,
  figure,
  least ?? '',
  least === null ? '' : (figure / least).toFixed(2),
  goal,
];

const within = (figure: number, goal: number): string =>
  `${figure <= goal ? 'yes' : 'NO'}: ${Math.round((figure / goal) * 100)} % of ${goal}`;

/** At the least each item takes a call of its own, and what is beyond a minute's budget the next minute. */
function dropRows({ items, calls, credits, minute, minutes }: SessionAccount['drop']): readonly Row[] {
  const least = items * callCredits;
  const time = (items * latency) / callsAtOnce / 60_000;
  const budget = Math.max(0, least / mostInMinute - 1);
  return [
    [`${sheets} sheets: calls`, calls, items, ''],
    ['  credits', credits, least, ''],
    ['  credits in the fullest minute', minute, null, within(minute, mostInMinute)],
    ['  minutes', Number(minutes.toFixed(2)), Number(Math.max(time, budget).toFixed(2)), ''],
  ];
}

/** At the least one message, as long as one call takes; and its value stored once. */
function stageRows(stages: readonly StageAccount[]): readonly Row[] {
  const reached = stages.flatMap((stage) => stage.reached).toSorted((a, b) => a - b);
  const apart = most(stages.map((stage) => Math.round(stage.apart)));
  return [
    [`a stage reaches ${people - 1} panels: ms, p50`, quantile(reached, 0.5), latency + jitter / 2, ''],
    ['  ms, p99', quantile(reached, 0.99), latency + jitter, ''],
    ['  credits, all people together, the most', most(stages.map((one) => one.credits)), 2 * callCredits, ''],
    ['  times left differ by at most, ms', apart, null, within(apart, 1_000)],
  ];
}

function personRows(one: PersonAccount): readonly Row[] {
  return [
    [
      `the ${one.role} with the most: credits in the fullest hour`,
      one.hour,
      null,
      within(one.hour, mostInHour),
    ],
    ['  in the fullest minute', one.minute, null, within(one.minute, mostInMinute)],
    ['  in all', one.credits, null, ''],
    ...one.parts.slice(0, 5).map(([name, credits]): Row => [`  of that by ${name}`, credits, null, '']),
  ];
}

export async function bench() {
  const drop = await dropSheets(sheets, latency);
  const played = await playSession({
    ...{ people, seed: 1, latency, jitter },
    say: (words) => console.error(words),
  });
  const roles = ['facilitator', 'engineer', 'manager'] as const;
  const rows = [
    ...dropRows(drop),
    ...stageRows(played.stages),
    ...roles.flatMap((role) => greediest(played.people, role) ?? []).flatMap(personRows),
  ];
  return {
    title: `A session for a group: ${sheets} sheets at ${latency} ms a call; then ${people} people for ${Math.round(played.minutes)} minutes, each call ${latency} to ${latency + jitter} ms`,
    columns: ['what', 'figure', 'at least', 'times that', 'within the goal'],
    rows: rows.map(cells),
    note: `At least: a call for each item; one message as long as one call, stored once. ${played.differences.length} of ${people - 1} people saw something else than the facilitator at the end. The facilitator’s hour has the sheets of all ${played.sheets.length} engineers in it. Takes some minutes: all ${people} apps run in this process.`,
  };
}
