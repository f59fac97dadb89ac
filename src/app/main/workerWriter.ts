/**
 * Files are written in a worker. Where none can be started (a policy of whoever hosts the app, a browser without module
 * workers) the page writes them itself.
 */
import type { Paper } from '../../export/choice.ts';
import type { JobDescription } from '../../export/document.ts';
import type { PdfPicture } from '../../export/pdf.ts';
import type { ToWrite, Written } from '../../export/write.ts';
import { type Writer, writerHere } from '../models/exporting/writer.ts';
import { fontFiles } from './fontFiles.ts';

export type ToWorker =
  /** One of several, to be written with those of the next message. */
  | { readonly kind: 'take'; readonly file: ToWrite }
  | { readonly kind: 'write'; readonly files: readonly ToWrite[] }
  | { readonly kind: 'picture'; readonly description: JobDescription; readonly paper: Paper };

export type FromWorker =
  /** It has started, so what goes wrong from here on is no matter of the browser. */
  | { readonly kind: 'here' }
  | { readonly kind: 'written'; readonly count: number }
  | { readonly kind: 'done'; readonly made: Written | null }
  | { readonly kind: 'pictured'; readonly picture: PdfPicture }
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

interface Asked<T> {
  /** One after the other, each in a turn of its own: copying fifty documents at once would hold the page up. */
  readonly messages: readonly ToWorker[];
  /** What an answer is worth; undefined while it goes on. */
  readonly heard: (data: FromWorker) => T | undefined;
  /** Where there is no worker. */
  readonly otherwise: () => { readonly done: Promise<T>; readonly stop?: () => void };
}

/** One worker for one task, ended with it. `stop` leaves the promise open: whoever stops it knows. */
function ask<T>(start: () => WorkerLike, { messages, heard, otherwise }: Asked<T>) {
  let stop = (): void => undefined;
  const done = new Promise<T>((resolve, reject) => {
    const without = (): void => {
      const task = otherwise();
      stop = () => task.stop?.();
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
    const hand = ([next, ...rest]: readonly ToWorker[]): void => {
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
      if (data.kind === 'here') {
        started = true;
        hand(messages);
        return;
      }
      const result = data.kind === 'failed' ? undefined : heard(data);
      if (data.kind !== 'failed' && result === undefined) return;
      worker.terminate();
      if (data.kind === 'failed') reject(new Error(data.message));
      else if (result !== undefined) resolve(result);
    };
  });
  return { done, stop: () => stop() };
}

export function workerWriter(start: () => WorkerLike, here: Writer = writerHere(fontFiles)): Writer {
  return {
    write(files, told) {
      let giveUp = (_nothing: null): void => undefined;
      const stopped = new Promise<null>((resolve) => {
        giveUp = resolve;
      });
      const task = ask<Written | null>(start, {
        messages: [
          ...files.slice(0, -1).map((file) => ({ kind: 'take', file }) as const),
          { kind: 'write', files: files.slice(-1) },
        ],
        heard(data) {
          if (data.kind === 'written') told(data.count);
          return data.kind === 'done' ? data.made : undefined;
        },
        otherwise: () => here.write(files, told),
      });
      return {
        done: Promise.race([task.done, stopped]),
        stop() {
          task.stop();
          giveUp(null);
        },
      };
    },
    picture: (description, paper) =>
      ask<PdfPicture>(start, {
        messages: [{ kind: 'picture', description, paper }],
        heard: (data) => (data.kind === 'pictured' ? data.picture : undefined),
        otherwise: () => ({ done: here.picture(description, paper) }),
      }).done,
  };
}
