/** Random stories with a fixed seed. A story that ever failed is kept below by its seed and path. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Account, step, tell } from './story.ts';

test(
  'whatever happens, nothing promised is lost and everybody ends up with the same',
  async () => {
    const accounts: Account[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
        fc.constantFrom('calm' as const, 'blackout' as const),
        async (seed, steps, end) => {
          accounts.push(await tell(seed, steps, end));
        },
      ),
      {
        seed: Number(process.env.SIMULATE_SEED ?? 20261123),
        numRuns: Number(process.env.SIMULATE_RUNS ?? 100),
        endOnFailure: process.env.SIMULATE_FAST !== undefined,
      },
    );
    const sum = (key: keyof Account) => accounts.reduce((all, account) => all + account[key], 0);
    // A simulation in which nothing happens proves nothing.
    expect(sum('changes')).toBeGreaterThan(accounts.length * 5);
    expect(sum('promised')).toBeGreaterThan(accounts.length * 3);
  },
  Number(process.env.SIMULATE_TIME ?? 120_000),
);
