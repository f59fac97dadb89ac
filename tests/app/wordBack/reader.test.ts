/** Reading in a worker: what the page hears of it, how it is stopped, and what happens where there are no workers. */
import { describe, expect, test } from 'vitest';
import {
  type FromReadWorker,
  type ReadWorkerLike,
  workerReader,
} from '../../../src/app/main/workerReader.ts';
import { fail } from '../../../src/base/result.ts';

const bytes = new Uint8Array([1, 2]);
const broken = fail({ kind: 'broken' } as const);

function worker() {
  const heard: unknown[] = [];
  const own: ReadWorkerLike & { ended: number; say(message: FromReadWorker): void } = {
    ended: 0,
    onmessage: null,
    onerror: null,
    postMessage: (message) => void heard.push(message),
    terminate() {
      own.ended += 1;
    },
    say: (data) => own.onmessage?.({ data } as MessageEvent<FromReadWorker>),
  };
  return { own, heard };
}

describe('a worker', () => {
  test('is given the bytes once it is there, and is ended with its work', async () => {
    const { own, heard } = worker();
    const task = workerReader(() => own).read(bytes);
    expect(heard).toEqual([]);
    own.say({ kind: 'here' });
    own.say({ kind: 'done', read: broken });
    expect([await task.done, heard, own.ended]).toEqual([broken, [{ bytes }], 1]);
  });

  test('that is stopped is ended at once, and gives nothing', async () => {
    const { own } = worker();
    const task = workerReader(() => own).read(bytes);
    own.say({ kind: 'here' });
    task.stop();
    expect([await task.done, own.ended]).toEqual([null, 1]);
  });

  test('that fails says so', async () => {
    const { own } = worker();
    const task = workerReader(() => own).read(bytes);
    own.say({ kind: 'here' });
    own.say({ kind: 'failed', message: 'no room' });
    await expect(task.done).rejects.toThrow('no room');
  });

  test('that can’t be made, or does not start, leaves the work to the page', async () => {
    const none = workerReader(() => {
      throw new Error('A policy forbids it');
    });
    expect(await none.read(bytes).done).toEqual(fail({ kind: 'not-a-document' }));
    const { own } = worker();
    const task = workerReader(() => own).read(bytes);
    own.onerror?.({ message: 'no such file' } as ErrorEvent);
    expect([await task.done, own.ended]).toEqual([fail({ kind: 'not-a-document' }), 1]);
  });
});
