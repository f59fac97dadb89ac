/**
 * Files are written in a worker. Where none can be started (a policy of whoever hosts the app, a browser without module
 * workers) the page writes them itself.
 */
import type { Bytes, ToWrite } from '../../export/write.ts';
import { type Writer, writeHere } from '../models/exporting/writer.ts';

export interface ToWorker {
  readonly files: readonly ToWrite[];
}

export type FromWorker =
  /** It has started, so what goes wrong from here on is no matter of the browser. */
  | { readonly kind: 'here' }
  | { readonly kind: 'written'; readonly count: number }
  | { readonly kind: 'done'; readonly bytes: Bytes | null }
  | { readonly kind: 'failed'; readonly message: string };

export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** Named in one piece, so that the build finds the worker's file. */
export const browserWriter = (): Writer =>
  workerWriter(() => new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' }));

export function workerWriter(start: () => WorkerLike, otherwise: Writer = writeHere): Writer {
  return {
    write(files, told) {
      let stop = (): void => undefined;
      const done = new Promise<Bytes | null>((resolve, reject) => {
        const without = (): void => {
          const task = otherwise.write(files, told);
          stop = task.stop;
          task.done.then(resolve, reject);
        };
        let worker: WorkerLike;
        try {
          worker = start();
        } catch {
          without(); // no worker may be made here
          return;
        }
        let started = false;
        stop = () => {
          worker.terminate();
          resolve(null);
        };
        worker.onerror = (event) => {
          event.preventDefault?.();
          worker.terminate();
          if (started) reject(new Error(event.message));
          else without();
        };
        worker.onmessage = ({ data }) => {
          if (data.kind === 'here') {
            started = true;
            worker.postMessage({ files });
          } else if (data.kind === 'written') told(data.count);
          else {
            worker.terminate();
            if (data.kind === 'done') resolve(data.bytes);
            else reject(new Error(data.message));
          }
        };
      });
      return { done, stop: () => stop() };
    },
  };
}
