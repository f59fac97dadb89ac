/** Files are written in a worker; where none can be started the page writes them itself. */
import type { Paper } from '../../export/choice.ts';
import type { JobDescription } from '../../export/document.ts';
import type { PdfPicture } from '../../export/pdf.ts';
import type { ToWrite, Written } from '../../export/write.ts';
import { type Writer, writerHere } from '../models/exporting/writer.ts';
import { askWorker, type FromAnyWorker, stoppable, type TaskWorker } from './askWorker.ts';
import { fontFiles } from './fontFiles.ts';

export type ToWorker =
  /** One of several, to be written with those of the next message. */
  | { readonly kind: 'take'; readonly file: ToWrite }
  | { readonly kind: 'write'; readonly files: readonly ToWrite[] }
  | { readonly kind: 'picture'; readonly description: JobDescription; readonly paper: Paper };

type Answer =
  | { readonly kind: 'written'; readonly count: number }
  | { readonly kind: 'done'; readonly made: Written | null }
  | { readonly kind: 'pictured'; readonly picture: PdfPicture };

export type FromWorker = Answer | FromAnyWorker;
export type WorkerLike = TaskWorker<ToWorker, Answer>;

/** Named in one piece, so that the build finds the worker's file. */
export const browserWriter = (): Writer =>
  workerWriter(() => new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' }));

export function workerWriter(start: () => WorkerLike, here: Writer = writerHere(fontFiles)): Writer {
  return {
    write: (files, told) =>
      stoppable(
        askWorker<ToWorker, Answer, Written | null>(start, {
          messages: [
            ...files.slice(0, -1).map((file) => ({ kind: 'take', file }) as const),
            { kind: 'write', files: files.slice(-1) },
          ],
          heard(data) {
            if (data.kind === 'written') told(data.count);
            return data.kind === 'done' ? data.made : undefined;
          },
          otherwise: () => here.write(files, told),
        }),
      ),
    picture: (description, paper) =>
      askWorker<ToWorker, Answer, PdfPicture>(start, {
        messages: [{ kind: 'picture', description, paper }],
        heard: (data) => (data.kind === 'pictured' ? data.picture : undefined),
        otherwise: () => ({ done: here.picture(description, paper) }),
      }).done,
  };
}
