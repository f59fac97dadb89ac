/** What a session for a whole group costs: its sheets, a change of stage, and ninety minutes for each person. */
import type { PersonAccount } from '../tests/simulation/session/accounts.ts';
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

export async function bench() {
  const drop = await dropSheets(sheets, latency);
  const played = await playSession({ people, seed: 1, latency, jitter });
  const reached = played.stages.flatMap((stage) => stage.reached).toSorted((a, b) => a - b);
  const roles = ['facilitator', 'engineer', 'manager'] as const;
  return {
    title: `A session for a group: ${sheets} sheets at ${latency} ms a call; then ${people} people for ninety minutes, each call ${latency} to ${latency + jitter} ms`,
    columns: ['what', 'figure', 'compared with'],
    rows: [
      [`${sheets} sheets: calls`, drop.calls, `${(drop.calls / sheets).toFixed(1)} a sheet`],
      [`${sheets} sheets: credits`, drop.credits, ''],
      [
        `${sheets} sheets: most credits in a minute`,
        drop.minute,
        `≤ ${mostInMinute}, which Miro allows an app for one person`,
      ],
      [
        `${sheets} sheets: minutes`,
        Number(drop.minutes.toFixed(2)),
        `${Math.max(0, drop.credits / mostInMinute - 1).toFixed(2)} that the budget makes it last`,
      ],
      [
        `a stage reaches ${people - 1} panels: ms, p50`,
        quantile(reached, 0.5),
        `${latency + jitter / 2} for one call`,
      ],
      [`a stage reaches ${people - 1} panels: ms, p99`, quantile(reached, 0.99), ''],
      [
        'a stage reaches all: most credits, all people together',
        most(played.stages.map(({ credits }) => credits)),
        '',
      ],
      [
        'times left differ by at most, ms',
        most(played.stages.map(({ apart }) => Math.round(apart))),
        '≤ 1000',
      ],
      ...roles.flatMap((role) => {
        const one = greediest(played.people, role);
        if (!one) return [];
        return [
          [
            `credits of the ${role} with the most: in all`,
            one.credits,
            `${one.calls} calls in ${Math.round(played.minutes)} minutes`,
          ],
          ['  in the fullest hour', one.hour, `≤ ${mostInHour}`],
          ['  in the fullest minute', one.minute, `≤ ${mostInMinute}`],
          ...one.parts.slice(0, 5).map(([name, credits]) => [`  by ${name}`, credits, '']),
        ];
      }),
    ] as (string | number)[][],
    note: `${played.differences.length} of ${people - 1} people saw something else than the facilitator at the end. The facilitator’s hour has the sheets of all ${played.sheets.length} engineers in it. Takes some minutes: all ${people} apps run in this process.`,
  };
}
