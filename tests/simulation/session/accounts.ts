/** What is told of a session that was played. */
import type { SessionSummary } from '../../../src/export/sessionSummary.ts';
import type { MemoryCall } from '../../../src/local-board/memoryBoard.ts';

export interface StageAccount {
  readonly id: string;
  readonly title: string;
  /** Planned, and what it took by the board's clock. */
  readonly minutes: number;
  readonly tookMs: number;
  /** Who had said that they were done when it ended, of those who were waited for. */
  readonly done: number;
  readonly awaited: number;
  /** Milliseconds from the facilitator's click until each other panel showed the stage. */
  readonly reached: readonly number[];
  /** The farthest that two panels' times left were apart, in milliseconds, half-way through the stage. */
  readonly apart: number;
  /** Credits that all together used from the click until the last panel showed the stage. */
  readonly credits: number;
}

export type Role = 'facilitator' | 'engineer' | 'manager';

export interface PersonAccount {
  readonly name: string;
  readonly role: Role;
  readonly calls: number;
  readonly credits: number;
  /** The most credits that this person used within any hour, and within any minute. */
  readonly hour: number;
  readonly minute: number;
  /** Credits by the name of the call, most first. */
  readonly parts: readonly (readonly [string, number])[];
}

export interface SessionAccount {
  readonly people: readonly PersonAccount[];
  readonly stages: readonly StageAccount[];
  readonly sheets: SessionSummary['sheets'];
  /** Putting all sheets on the board; `minute`: the most credits within one, `minutes`: of the board's clock. */
  readonly drop: {
    readonly items: number;
    readonly calls: number;
    readonly credits: number;
    readonly minute: number;
    readonly minutes: number;
  };
  /** Who shows notes otherwise than the facilitator at the end: nobody. */
  readonly differences: readonly string[];
  /** Minutes of the whole story on the board's clock. */
  readonly minutes: number;
}

const minute = 60_000;

/** The most credits within any stretch of that many milliseconds. */
export function mostWithin(calls: readonly MemoryCall[], stretch: number): number {
  let [sum, best, from] = [0, 0, 0];
  for (const { at, credits } of calls) {
    sum += credits;
    while (from < calls.length && (calls[from]?.at ?? 0) <= at - stretch) {
      sum -= calls[from]?.credits ?? 0;
      from += 1;
    }
    best = Math.max(best, sum);
  }
  return best;
}

export const creditsOf = (calls: readonly MemoryCall[]): number =>
  calls.reduce((sum, { credits }) => sum + credits, 0);

export function spendingOf(calls: readonly MemoryCall[], name: string): Omit<PersonAccount, 'name' | 'role'> {
  const own = calls.filter(({ user }) => user === name);
  const parts = new Map<string, number>();
  for (const call of own) parts.set(call.name, (parts.get(call.name) ?? 0) + call.credits);
  return {
    calls: own.length,
    credits: creditsOf(own),
    hour: mostWithin(own, 60 * minute),
    minute: mostWithin(own, minute),
    parts: [...parts].filter(([, credits]) => credits > 0).sort(([, a], [, b]) => b - a),
  };
}
