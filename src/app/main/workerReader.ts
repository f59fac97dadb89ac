/** Word files are read in a worker, as files are written in one (workerWriter.ts); where none can be started, in the page. */
import { readHere, type WordRead, type WordReader } from '../models/wordBack/reader.ts';
import { askWorker, type FromAnyWorker, stoppable, type TaskWorker } from './askWorker.ts';

export interface ToReadWorker {
  readonly bytes: Uint8Array;
}

interface Answer {
  readonly kind: 'done';
  readonly read: WordRead;
}

export type FromReadWorker = Answer | FromAnyWorker;
export type ReadWorkerLike = TaskWorker<ToReadWorker, Answer>;

/** Named in one piece, so that the build finds the worker's file. */
export const browserReader = (): WordReader =>
  workerReader(() => new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' }));

export function workerReader(start: () => ReadWorkerLike, otherwise: WordReader = readHere): WordReader {
  return {
    read: (bytes) =>
      stoppable(
        askWorker<ToReadWorker, Answer, WordRead | null>(start, {
          messages: [{ bytes }],
          heard: ({ read }) => read,
          otherwise: () => otherwise.read(bytes),
        }),
      ),
  };
}
