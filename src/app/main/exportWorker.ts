/** Writes files beside the page, so that nothing there waits for it. One task, then it is ended from outside. */
import { writeAll } from '../../export/write.ts';
import type { FromWorker, ToWorker } from './workerWriter.ts';

const page = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}; // what of a worker's own scope is used

page.onmessage = ({ data }) => {
  writeAll(data.files, { written: (count) => page.postMessage({ kind: 'written', count }) }).then(
    (bytes) => page.postMessage({ kind: 'done', bytes }, bytes ? [bytes.buffer] : []),
    (error: unknown) => page.postMessage({ kind: 'failed', message: String(error) }),
  );
};
page.postMessage({ kind: 'here' });
