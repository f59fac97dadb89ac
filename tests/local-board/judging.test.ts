/** Predicates are judged away from the page, and given up when they take too long. */
import { expect, test } from 'vitest';
import { judge } from '../../src/local-board/host/actions/predicate.ts';
import { type JudgeWorker, judgeElsewhere } from '../../src/local-board/view/menu/judging.ts';
import { virtualClock } from '../support/virtualClock.ts';

/** Answers as the worker would, in a turn of its own; or never. */
function workers() {
  const started: { busy: boolean; ended: boolean }[] = [];
  const start = (): JudgeWorker => {
    const state = { busy: false, ended: false };
    started.push(state);
    const worker: JudgeWorker = {
      onmessage: null,
      onerror: null,
      terminate() {
        state.ended = true;
      },
      postMessage({ call, asked }: { call: number; asked: Parameters<typeof judge> }) {
        const slow = JSON.stringify(asked).includes('slow');
        if (slow) state.busy = true;
        void Promise.resolve().then(() => {
          if (!state.busy)
            worker.onmessage?.call(
              worker as Worker,
              { data: { call, meant: judge(...asked) } } as MessageEvent<unknown>,
            );
        });
      },
    };
    return worker;
  };
  return { start, started };
}

const said = (promise: Promise<unknown>) => promise.catch((error: Error) => error.message);

test('each predicate is answered for all items together', async () => {
  const ask = judgeElsewhere(workers().start, virtualClock());
  const items = [{ type: 'text' }, { type: 'shape' }];
  expect(await ask([{ type: 'text' }, { type: { $in: ['text', 'shape'] } }, {}], items)).toEqual([
    false,
    true,
    true,
  ]);
});

test('one that takes too long is given up with all that waited behind it; the next begins anew', async () => {
  const clock = virtualClock();
  const { start, started } = workers();
  const ask = judgeElsewhere(start, clock);
  const slow = said(ask([{ type: 'slow' }], []));
  const behind = said(ask([{}], []));
  await clock.advance(1500);
  expect([await slow, await behind]).toEqual([
    'The predicates of this app take too long.',
    'The predicates of this app take too long.',
  ]);
  expect(await ask([{}], [{}])).toEqual([true]);
  expect(started.map(({ ended }) => ended)).toEqual([true, false]);
});

test('an answer in time leaves no timer behind', async () => {
  const clock = virtualClock();
  const ask = judgeElsewhere(workers().start, clock);
  await ask([{}], []);
  expect(clock.pending).toBe(0);
});
