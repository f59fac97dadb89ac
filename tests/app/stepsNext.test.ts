/** Which step comes next, and whether it comes before what waits on the notes. */
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { oursPart } from '../../src/app/models/ours/oursPart.ts';
import type { Part, SheetContext } from '../../src/app/models/sheet/parts.ts';
import type { NextInStep } from '../../src/app/models/steps/nextInStep.ts';
import { openStepsNext } from '../../src/app/models/steps/stepsNext.ts';
import { whyNowPart } from '../../src/app/models/whyNow/part.ts';

const why: NextInStep = { words: 'Why now?', action: 'Answer' };
const ours: NextInStep = { words: 'One of your notes would fit any team.', action: 'Look' };

function stepsNext({ total = 1, canWrite = true, whyNow = null as NextInStep | null }) {
  const nexts = new Map<unknown, NextInStep | null>([
    [whyNowPart, whyNow],
    [oursPart, ours],
  ]);
  const part = (its: Part<never>) =>
    signal(nexts.has(its) ? { next: signal(nexts.get(its)), dispose: () => undefined } : null);
  const context = { part, view: signal({ total, canWrite }) } as unknown as SheetContext; // all it looks at
  const { first, later } = openStepsNext(context);
  return { first: first.value?.step ?? null, later: later.value?.step ?? null };
}

test('on an empty sheet the steps come first, in their order', () => {
  expect(stepsNext({ total: 0, whyNow: why })).toEqual({ first: 'why-now', later: 'why-now' });
});

test('once there are notes, a step waits until no note does', () => {
  expect(stepsNext({ whyNow: why })).toEqual({ first: null, later: 'why-now' });
});

test('what others have done their part of comes before the notes', () => {
  expect(stepsNext({ whyNow: { ...why, waitedFor: true } })).toEqual({ first: 'why-now', later: 'why-now' });
});

test('a step in which nothing is to be done gives way to the next one', () => {
  expect(stepsNext({})).toEqual({ first: null, later: 'ours' });
});

test('who may not write here is asked nothing', () => {
  expect(stepsNext({ total: 0, canWrite: false, whyNow: why })).toEqual({ first: null, later: null });
});
