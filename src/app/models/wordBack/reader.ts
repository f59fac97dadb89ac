/** What reads Word files: in the page itself, or in a worker so that the page stays quick. */
import type { Result } from '../../../base/result.ts';
import type { WordFile } from '../../../export/wordBack/read.ts';
import type { Refusal } from '../../../export/wordBack/unpack.ts';

export type WordRead = Result<WordFile, Refusal>;

export interface WordReader {
  /** Rejects where it could not be read for another reason than what is in it. */
  read(bytes: Uint8Array): ReadTask;
}

export interface ReadTask {
  /** Null when it was stopped. */
  readonly done: Promise<WordRead | null>;
  stop(): void;
}

export const readHere: WordReader = {
  read(bytes) {
    let stopped = false;
    return {
      done: import('../../../export/wordBack/read.ts').then(({ readWord }) =>
        stopped ? null : readWord(bytes),
      ),
      stop() {
        stopped = true;
      },
    };
  },
};
