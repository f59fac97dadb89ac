/** What writes files: in the page itself, or in a worker so that the page stays quick. */
import type { Paper } from '../../../export/choice.ts';
import type { JobDescription } from '../../../export/document.ts';
import type { FontFiles } from '../../../export/pdf/faces.ts';
import type { PdfPicture } from '../../../export/pdf.ts';
import { pictureOf, type ToWrite, type Writing, type Written, writeAll } from '../../../export/write.ts';

export interface Writer {
  /** Null when it was stopped. Rejects where it could not be written. */
  write(files: readonly ToWrite[], told: (count: number) => void): WriteTask;
  /** A PDF's pages, to be looked at. */
  picture(description: JobDescription, paper: Paper): Promise<PdfPicture>;
}

export interface WriteTask {
  readonly done: Promise<Written | null>;
  stop(): void;
}

export const writerHere = (fonts: FontFiles): Writer => ({
  write(files, written) {
    let stopped = false;
    const writing: Writing = { written, stopped: () => stopped, fonts };
    return {
      done: writeAll(files, writing),
      stop() {
        stopped = true;
      },
    };
  },
  picture: (description, paper) => pictureOf(description, paper, fonts),
});
