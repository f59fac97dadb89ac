/** Writes files beside the page, so that nothing there waits for it. One task, then it is ended from outside. */
import { pictureOf, type ToWrite, writeAll } from '../../export/write.ts';
import { fontFiles } from './fontFiles.ts';
import type { FromWorker, ToWorker } from './workerWriter.ts';

const page = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}; // what of a worker's own scope is used

const taken: ToWrite[] = [];

async function run(task: ToWorker): Promise<void> {
  if (task.kind === 'take') {
    taken.push(task.file);
    return;
  }
  if (task.kind === 'picture') {
    page.postMessage({
      kind: 'pictured',
      picture: await pictureOf(task.description, task.paper, fontFiles),
    });
    return;
  }
  const written = (count: number): void => page.postMessage({ kind: 'written', count });
  const made = await writeAll([...taken, ...task.files], { written, fonts: fontFiles });
  page.postMessage({ kind: 'done', made }, made ? [made.bytes.buffer] : []);
}

page.onmessage = ({ data }) => {
  run(data).catch((error: unknown) => page.postMessage({ kind: 'failed', message: String(error) }));
};
page.postMessage({ kind: 'here' });
