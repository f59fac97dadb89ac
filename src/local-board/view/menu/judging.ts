/**
 * Predicates of custom actions are judged in a worker, and given up when they take too long: an app's pattern must not
 * be able to stop the board.
 */
import type { Clock } from '../../../base/clock.ts';
import type { Disposer } from '../../../base/disposer.ts';
import type { Judge } from '../../host/actions/predicate.ts';

/** Milliseconds. Starting the worker is in it. */
const patience = 1500;

export type JudgeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export const startJudgeWorker = (): JudgeWorker =>
  new Worker(new URL('./judging.worker.ts', import.meta.url), { type: 'module' });

/** One for each app, so that one app's pattern holds up only its own. */
export function judgeElsewhere(start: () => JudgeWorker, clock: Clock): Judge {
  let worker: JudgeWorker | undefined;
  const waiting = new Map<
    number,
    { resolve(meant: readonly boolean[]): void; reject(error: Error): void; readonly stop: Disposer }
  >();
  let last = 0;

  function giveUp(why: string): void {
    worker?.terminate();
    worker = undefined;
    for (const { reject, stop } of waiting.values()) {
      stop();
      reject(new Error(why));
    }
    waiting.clear();
  }

  const tooLong = () => giveUp('The predicates of this app take too long.');

  function begin(): JudgeWorker {
    const begun = start();
    begun.onmessage = ({ data }: MessageEvent<{ call: number; meant: readonly boolean[] }>) => {
      const asked = waiting.get(data.call);
      asked?.stop();
      asked?.resolve(data.meant);
      waiting.delete(data.call);
    };
    begun.onerror = () => giveUp('The predicates of this app could not be judged.');
    return begun;
  }

  return (predicates, items) =>
    new Promise((resolve, reject) => {
      worker ??= begin();
      last += 1;
      const call = last;
      waiting.set(call, { resolve, reject, stop: clock.after(patience, tooLong) });
      worker.postMessage({ call, asked: [predicates, items] });
    });
}
