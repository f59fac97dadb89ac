import { BoardRefusal } from './port.ts';

/**
 * Runs tasks in order, `parallel` at a time. After the first failure no further task starts; it rejects with that
 * failure once those under way have ended, so that nothing happens behind the caller's back.
 */
export async function inParallel(tasks: readonly (() => Promise<void>)[], parallel: number): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (failures.length === 0) {
      const task = tasks[next];
      next += 1;
      if (!task) return;
      await task().catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  if (failures.length > 0) throw failures[0];
}

export interface Failure {
  readonly reason: BoardRefusal['reason'];
  readonly message: string;
}

export const failureOf = (error: unknown): Failure => ({
  reason: error instanceof BoardRefusal ? error.reason : 'refused',
  message: error instanceof Error ? error.message : String(error),
});
