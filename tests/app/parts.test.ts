import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { definePart, openParts, type SheetContext } from '../../src/app/models/sheet/parts.ts';
import { virtualClock } from '../support/virtualClock.ts';

const context = { id: 'sheet-1' } as unknown as SheetContext; // a part of a test looks at nothing else

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function counted() {
  let [loads, disposals, reachable] = [0, 0, true];
  const part = definePart(async () => {
    loads += 1;
    if (!reachable) throw new TypeError('Failed to fetch dynamically imported module');
    return ({ id }: SheetContext) => ({
      id,
      dispose() {
        disposals += 1;
      },
    });
  });
  return {
    part,
    counts: () => ({ loads, disposals }),
    setReachable: (now: boolean) => {
      reachable = now;
    },
  };
}

test('a part is null until it is loaded, and loaded once however often it is asked for', async () => {
  const { part, counts } = counted();
  const parts = openParts(context, virtualClock());
  expect(parts.part(part).value).toBeNull();
  expect(parts.part(part)).toBe(parts.part(part));
  await turn();
  expect(parts.part(part).value?.id).toBe('sheet-1');
  expect(counts().loads).toBe(1);
});

test('a part whose code can’t be reached is asked for again after a while', async () => {
  const { part, setReachable } = counted();
  const clock = virtualClock();
  const parts = openParts(context, clock);
  setReachable(false);
  const shown = parts.part(part);
  await turn();
  expect(shown.value).toBeNull();
  setReachable(true);
  await clock.advance(10_000);
  await turn();
  expect(shown.value?.id).toBe('sheet-1');
});

test('parts tell whether any of them keeps words that are in this browser only', async () => {
  const drafted = signal(true);
  const keeping = definePart(async () => () => ({ drafted, dispose: () => undefined }));
  const parts = openParts(context, virtualClock());
  parts.part(counted().part);
  await turn();
  expect(parts.drafted()).toBe(false);
  parts.part(keeping);
  await turn();
  expect(parts.drafted()).toBe(true);
  drafted.value = false;
  expect(parts.drafted()).toBe(false);
});

test('parts are disposed of with their sheet, also those that come too late', async () => {
  const [early, late] = [counted(), counted()];
  const parts = openParts(context, virtualClock());
  parts.part(early.part);
  await turn();
  const coming = parts.part(late.part);
  await Promise.resolve();
  parts.dispose();
  await turn();
  expect(early.counts().disposals).toBe(1);
  expect(coming.value).toBeNull();
  expect(late.counts().disposals).toBe(late.counts().loads);
});

test('what is done before its part is loaded is done then, also where it could not be reached at first', async () => {
  const { part, setReachable } = counted();
  const clock = virtualClock();
  const parts = openParts(context, clock);
  setReachable(false);
  const done: string[] = [];
  void parts.loaded(part).then(({ id }) => done.push(id));
  await turn();
  expect(done).toEqual([]);
  setReachable(true);
  await clock.advance(10_000);
  await turn();
  expect(done).toEqual(['sheet-1']);
  await parts.loaded(part).then(({ id }) => done.push(id));
  expect(done).toEqual(['sheet-1', 'sheet-1']);
});
