/** Writes files beside the page, so that nothing there waits for it. One task, then it is ended from outside. */
import { pictureOf, writeAll } from '../../export/write.ts';
import { fontFiles } from './fontFiles.ts';
import type { FromWorker, ToWorker } from './workerWriter.ts';

const page = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}; // what of a worker's own scope is used

async function run(task: ToWorker): Promise<void> {
  if (task.kind === 'picture') {
    page.postMessage({
      kind: 'pictured',
      picture: await pictureOf(task.description, task.paper, fontFiles),
    });
    return;
  }
  const written = (count: number): void => page.postMessage({ kind: 'written', count });
  const made = await writeAll(task.files, { written, fonts: fontFiles });
  page.postMessage({ kind: 'done', made }, made ? [made.bytes.buffer] : []);
}

page.onmessage = ({ data }) => {
  run(data).catch((error: unknown) => page.postMessage({ kind: 'failed', message: String(error) }));
};
page.postMessage({ kind: 'here' });
