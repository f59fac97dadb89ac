/** What writes files: in the page itself, or in a worker so that the page stays quick. */
import { type Bytes, type ToWrite, type Writing, writeAll } from '../../../export/write.ts';

export interface Writer {
  /** Null when it was stopped. Rejects where it could not be written. */
  write(files: readonly ToWrite[], told: (count: number) => void): WriteTask;
}

export interface WriteTask {
  readonly done: Promise<Bytes | null>;
  stop(): void;
}

export const writeHere: Writer = {
  write(files, written) {
    let stopped = false;
    const writing: Writing = { written, stopped: () => stopped };
    return {
      done: writeAll(files, writing),
      stop() {
        stopped = true;
      },
    };
  },
};
