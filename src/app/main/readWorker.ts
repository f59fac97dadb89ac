/** Reads a Word file beside the page, so that nothing there waits for it. One task, then it is ended from outside. */
import { readWord } from '../../export/wordBack/read.ts';
import type { FromReadWorker, ToReadWorker } from './workerReader.ts';

const page = self as unknown as {
  postMessage(message: FromReadWorker): void;
  onmessage: ((event: MessageEvent<ToReadWorker>) => void) | null;
}; // what of a worker's own scope is used

page.onmessage = ({ data }) => {
  try {
    page.postMessage({ kind: 'done', read: readWord(data.bytes) });
  } catch (error) {
    page.postMessage({ kind: 'failed', message: String(error) });
  }
};
page.postMessage({ kind: 'here' });
