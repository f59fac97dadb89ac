/**
 * One worker for one task, ended with it. Where none can be started (a policy of whoever hosts the app, a browser
 * without module workers) the page does the task itself.
 */

/** What both workers may say besides their answers. */
export type FromAnyWorker =
  /** It has started, so what goes wrong from here on is no matter of the browser. */
  { readonly kind: 'here' } | { readonly kind: 'failed'; readonly message: string };

export interface TaskWorker<To, Answer> {
  onmessage: ((event: MessageEvent<Answer | FromAnyWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: To): void;
  terminate(): void;
}

interface Asked<To, Answer, T> {
  /** One after the other, each in a turn of its own: copying fifty documents at once would hold the page up. */
  readonly messages: readonly To[];
  /** What an answer is worth; undefined while it goes on. */
  readonly heard: (data: Answer) => T | undefined;
  /** Where there is no worker. */
  readonly otherwise: () => { readonly done: Promise<T>; readonly stop?: () => void };
}

/** `stop` leaves the promise open: whoever stops it knows. Rejects when the worker fails at the task. */
export function askWorker<To, Answer extends { readonly kind: string }, T>(
  start: () => TaskWorker<To, Answer>,
  { messages, heard, otherwise }: Asked<To, Answer, T>,
): { readonly done: Promise<T>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const done = new Promise<T>((resolve, reject) => {
    const without = (): void => {
      const task = otherwise();
      stop = () => task.stop?.();
      task.done.then(resolve, reject);
    };
    let worker: TaskWorker<To, Answer>;
    try {
      worker = start();
    } catch {
      without(); // no worker may be made here
      return;
    }
    let started = false;
    const hand = ([next, ...rest]: readonly To[]): void => {
      if (next) worker.postMessage(next);
      if (rest.length > 0) setTimeout(() => hand(rest));
    };
    stop = () => worker.terminate();
    worker.onerror = (event) => {
      event.preventDefault?.();
      worker.terminate();
      if (started) reject(new Error(event.message));
      else without();
    };
    worker.onmessage = ({ data }) => {
      if (isHere(data)) {
        started = true;
        hand(messages);
        return;
      }
      if (isFailure(data)) {
        worker.terminate();
        reject(new Error(data.message));
        return;
      }
      const result = heard(data);
      if (result === undefined) return;
      worker.terminate();
      resolve(result);
    };
  });
  return { done, stop: () => stop() };
}

/** The same task, whose promise resolves to null as soon as it is stopped. */
export function stoppable<T>(task: { readonly done: Promise<T>; readonly stop: () => void }): {
  readonly done: Promise<T | null>;
  readonly stop: () => void;
} {
  let giveUp = (_nothing: null): void => undefined;
  const stopped = new Promise<null>((resolve) => {
    giveUp = resolve;
  });
  return {
    done: Promise.race([task.done, stopped]),
    stop() {
      task.stop();
      giveUp(null);
    },
  };
}

type Here = Extract<FromAnyWorker, { kind: 'here' }>;
type Failure = Extract<FromAnyWorker, { kind: 'failed' }>;
const isHere = (data: { readonly kind: string }): data is Here => data.kind === 'here';
const isFailure = (data: { readonly kind: string }): data is Failure => data.kind === 'failed';
