/** Word files are read in a worker, as files are written in one (workerWriter.ts). Where none can be started the page reads them itself. */
import { readHere, type WordRead, type WordReader } from '../models/wordBack/reader.ts';

export interface ToReadWorker {
  readonly bytes: Uint8Array;
}

export type FromReadWorker =
  /** It has started, so what goes wrong from here on is no matter of the browser. */
  | { readonly kind: 'here' }
  | { readonly kind: 'done'; readonly read: WordRead }
  | { readonly kind: 'failed'; readonly message: string };

export interface ReadWorkerLike {
  onmessage: ((event: MessageEvent<FromReadWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToReadWorker): void;
  terminate(): void;
}

/** Named in one piece, so that the build finds the worker's file. */
export const browserReader = (): WordReader =>
  workerReader(() => new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' }));

export function workerReader(start: () => ReadWorkerLike, otherwise: WordReader = readHere): WordReader {
  return {
    read(bytes) {
      let stop = (): void => undefined;
      const done = new Promise<WordRead | null>((resolve, reject) => {
        const without = (): void => {
          const task = otherwise.read(bytes);
          stop = task.stop;
          task.done.then(resolve, reject);
        };
        let worker: ReadWorkerLike;
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
            worker.postMessage({ bytes });
            return;
          }
          worker.terminate();
          if (data.kind === 'done') resolve(data.read);
          else reject(new Error(data.message));
        };
      });
      return { done, stop: () => stop() };
    },
  };
}
