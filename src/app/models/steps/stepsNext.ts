/**
 * Which step this person should turn to next. On an empty sheet the steps come first, in their order. Once there are
 * notes, only what others wait for comes before these: a minute there saves a talk. The rest comes when no note waits.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { altitudePart } from '../altitude/part.ts';
import { noteDraftsPart } from '../noteDrafts/part.ts';
import { oursPart } from '../ours/oursPart.ts';
import { placePart } from '../place/placePart.ts';
import type { Disposable, Part, SheetContext } from '../sheet/parts.ts';
import { whyNowPart } from '../whyNow/part.ts';
import type { NextInStep } from './nextInStep.ts';
import type { StepId } from './steps.ts';

export interface StepNext extends NextInStep {
  readonly step: StepId;
}

export interface StepsNext extends Disposable {
  /** Before what waits on the notes themselves. */
  readonly first: ReadonlySignal<StepNext | null>;
  /** When nothing waits there. */
  readonly later: ReadonlySignal<StepNext | null>;
}

type WithNext = Disposable & { readonly next: ReadonlySignal<NextInStep | null> };

/** In the order in which they are of use. */
const steps: readonly (readonly [StepId, Part<WithNext>])[] = [
  ['place', placePart],
  ['why-now', whyNowPart],
  ['altitude', altitudePart],
  ['drafts', noteDraftsPart],
  ['ours', oursPart],
];

export function openStepsNext({ part, view }: SheetContext): StepsNext {
  const all = computed(() =>
    steps.flatMap(([step, its]): StepNext[] => {
      const next = part(its).value?.next.value;
      return next && view.value?.canWrite ? [{ step, ...next }] : [];
    }),
  );
  return {
    first: computed(() => {
      const empty = view.value?.total === 0;
      return all.value.find(({ waitedFor = false }) => empty || waitedFor) ?? null;
    }),
    later: computed(() => all.value[0] ?? null),
    dispose: () => undefined,
  };
}
