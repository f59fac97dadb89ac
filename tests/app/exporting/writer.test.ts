/** Writing in a worker: what the page hears of it, how it is stopped, and what happens where there are no workers. */
import { describe, expect, test } from 'vitest';
import { fontFiles } from '../../../scripts/fontFiles.ts';
import { type FromWorker, type WorkerLike, workerWriter } from '../../../src/app/main/workerWriter.ts';
import { writerHere } from '../../../src/app/models/exporting/writer.ts';
import type { PdfPicture } from '../../../src/export/pdf.ts';
import { distinctNames, type ToWrite, type Written, writeAll } from '../../../src/export/write.ts';
import { emptyDescription } from '../../export/example.ts';

const files: readonly ToWrite[] = [
  { name: 'a.md', text: 'one' },
  { name: 'a.md', text: 'two' },
];

function worker() {
  const heard: unknown[] = [];
  const own: WorkerLike & { ended: number; say(message: FromWorker): void } = {
    ended: 0,
    onmessage: null,
    onerror: null,
    postMessage: (message) => void heard.push(message),
    terminate() {
      own.ended += 1;
    },
    say: (data) => own.onmessage?.({ data } as MessageEvent<FromWorker>),
  };
  return { own, heard };
}

const made: Written = { bytes: new Uint8Array([1, 2]), instead: [] };

describe('a worker', () => {
  test('is given the files one by one once it is there, tells how far it is, and is ended with its work', async () => {
    const { own, heard } = worker();
    const told: number[] = [];
    const task = workerWriter(() => own).write(files, (count) => told.push(count));
    expect(heard).toEqual([]);
    own.say({ kind: 'here' });
    await expect.poll(() => heard.length).toBe(2);
    own.say({ kind: 'written', count: 1 });
    own.say({ kind: 'done', made });
    const [one, two] = files;
    const given = [
      { kind: 'take', file: one },
      { kind: 'write', files: [two] },
    ];
    expect([await task.done, heard, told, own.ended]).toEqual([made, given, [1], 1]);
  });

  test('that is stopped is ended at once, and gives nothing', async () => {
    const { own } = worker();
    const task = workerWriter(() => own).write(files, () => undefined);
    own.say({ kind: 'here' });
    task.stop();
    expect([await task.done, own.ended]).toEqual([null, 1]);
  });

  test('that fails says so', async () => {
    const { own } = worker();
    const task = workerWriter(() => own).write(files, () => undefined);
    own.say({ kind: 'here' });
    own.say({ kind: 'failed', message: 'no room' });
    await expect(task.done).rejects.toThrow('no room');
  });

  test('that can’t be made, or does not start, leaves the work to the page', async () => {
    const denied = workerWriter(() => {
      throw new Error('Denied by a policy');
    });
    expect((await denied.write(files, () => undefined).done)?.bytes.length).toBeGreaterThan(0);
    const { own } = worker();
    const task = workerWriter(() => own).write(files, () => undefined);
    own.onerror?.({ message: 'no module workers' } as ErrorEvent);
    expect((await task.done)?.bytes.length).toBeGreaterThan(0);
  });
});

describe('a picture of a PDF', () => {
  const picture: PdfPicture = { kind: 'missing', signs: ['山'] };

  test('is made in a worker of its own, which is ended with it', async () => {
    const { own, heard } = worker();
    const made = workerWriter(() => own).picture(emptyDescription, 'letter');
    own.say({ kind: 'here' });
    own.say({ kind: 'pictured', picture });
    expect([await made, heard, own.ended]).toEqual([
      picture,
      [{ kind: 'picture', description: emptyDescription, paper: 'letter' }],
      1,
    ]);
  });

  test('is made by the page where there is no worker', async () => {
    const denied = workerWriter(() => {
      throw new Error('Denied by a policy');
    }, writerHere(fontFiles));
    const made = await denied.picture(emptyDescription, 'a4');
    expect(made.kind === 'pages' && made.pages.length).toBe(1);
  });
});

describe('a zip', () => {
  test('has every file, those of one name told apart, and is told file by file', async () => {
    const told: number[] = [];
    const zipped = await writeAll(files, { written: (count) => told.push(count) });
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(zipped?.bytes ?? '');
    const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
    expect([Object.keys(zip.files), texts, told]).toEqual([
      ['a.md', 'a-2.md'],
      ['one', 'two'],
      [1, 2],
    ]);
  });

  test('ends where it is stopped', async () => {
    expect(await writeAll(files, { stopped: () => true })).toBe(null);
  });

  test.each([
    [
      ['a.md', 'A.md', 'a.md'],
      ['a.md', 'A-2.md', 'a-3.md'],
    ],
    [
      ['a', 'a', 'a-2'],
      ['a', 'a-2', 'a-2-2'],
    ],
    [
      ['x.rolewright.json', 'x.rolewright.json'],
      ['x.rolewright.json', 'x-2.rolewright.json'],
    ],
    [
      ['__proto__.md', '__proto__.md'],
      ['__proto__.md', '__proto__-2.md'],
    ],
  ])('of %j has %j', (names, expected) => {
    expect(distinctNames(names)).toEqual(expected);
  });
});
