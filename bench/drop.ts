/** What a drop costs: calls and credits per item, and time against the least that the same calls could take. */
import type { Clock } from '../src/base/clock.ts';
import { systemClock } from '../src/base/systemClock.ts';
import { planDrop } from '../src/board/plan.ts';
import { callsAtOnce, runDrop } from '../src/board/runDrop.ts';
import { staffRole } from '../src/workshop/templates/staffRole.ts';
import { fakeBoard } from '../tests/support/fakeBoard.ts';
import { details } from '../tests/support/sheets.ts';
import { virtualClock } from '../tests/support/virtualClock.ts';

/** Milliseconds that a call takes. */
const latency = 60;
/** Every call of a drop is Level 1 (Web SDK rate-limiting page; frame.add is not listed there and taken as such). */
const creditsPerCall = 50;

const lenses = ['pillars', 'responsibilities'] as const;
const planFor = (lens: (typeof lenses)[number]) =>
  planDrop(staffRole, { ...details, lens }, { centre: { x: 0, y: 0 } });

/** Drops one sheet; `wait` lets the clock run. */
async function drop(
  lens: (typeof lenses)[number],
  clock: Clock,
  wait: <T>(promise: Promise<T>) => Promise<T>,
): Promise<{ readonly items: number; readonly calls: number; readonly ms: number }> {
  const board = fakeBoard({ clock, latency });
  const start = clock.now();
  const result = await wait(runDrop(planFor(lens), board, { clock }));
  if (result.kind !== 'dropped') throw new Error(`The sheet was not dropped: ${result.kind}.`);
  return { items: board.items.size, calls: board.calls.length, ms: clock.now() - start };
}

export async function bench(): Promise<{
  title: string;
  columns: string[];
  rows: (string | number)[][];
  note: string;
}> {
  const rows: (string | number)[][] = [];
  for (const lens of lenses) {
    const clock = virtualClock();
    const exact = await drop(lens, clock, (promise) => clock.until(promise));
    const real = await drop(lens, systemClock, (promise) => promise);
    const { items, calls } = exact;
    const fixed = planFor(lens).marked.length + 1;
    const bound = (calls * latency) / callsAtOnce;
    const ratio = (value: number, to: number) => Number((value / to).toFixed(3));
    rows.push(
      [`${lens}: calls`, calls, `${items} items × 2`, ratio(calls, 2 * items)],
      [
        `${lens}: calls without the fixed part`,
        calls - fixed,
        `${items} items × 2`,
        ratio(calls - fixed, 2 * items),
      ],
      [`${lens}: credits`, calls * creditsPerCall, `${items} items`, ratio(calls * creditsPerCall, items)],
      [`${lens}: ms, exact clock`, exact.ms, `${Math.round(bound)} ms lower bound`, ratio(exact.ms, bound)],
      [
        `${lens}: ms, real timers`,
        Math.round(real.ms),
        `${Math.round(bound)} ms lower bound`,
        ratio(real.ms, bound),
      ],
    );
  }
  return {
    title: 'Dropping the default sheet',
    columns: ['what', 'figure', 'compared with', 'ratio'],
    rows,
    note:
      `Fixed part: a mark on ${planFor('pillars').marked.length} header items and one sheet record; the frame itself ` +
      `is put into no frame and saves one. Lower bound: all calls × ${latency} ms / ${callsAtOnce} at once. ` +
      'A call on this board does nothing but wait; real Miro adds its own time.',
  };
}
