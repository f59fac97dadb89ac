/**
 * Looks through the texts of many notes without anybody noticing: a few at a time with the page free in between, and
 * each text once for as long as some note says it. What a slice may cost is counted in letters, not in time, so that it is the
 * same on every machine.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';

/** Letters (UTF-16 units) checked in one go: about two milliseconds. A longer text is a slice of its own. */
export const sliceLength = 3_000;
/** Milliseconds between two slices, for keys and clicks. */
const pause = 4;

export type Check<Finding> = (text: string) => Finding;
export type Findings<Finding> = ReadonlyMap<string, Finding>;

export interface Checking<Finding> {
  /** By text. What a new check would say of an old text shows once it has been checked again. */
  readonly findings: ReadonlySignal<Findings<Finding>>;
  /** Whether texts wait to be checked. */
  readonly busy: ReadonlySignal<boolean>;
  dispose: Disposer;
}

interface Options<Finding> {
  readonly clock: Clock;
  /** A new one where the glossary has changed. */
  readonly check: ReadonlySignal<Check<Finding>>;
  /** The first is checked first. */
  readonly texts: ReadonlySignal<readonly string[]>;
}

export function openChecking<Finding>({ clock, check, texts }: Options<Finding>): Checking<Finding> {
  const owned = disposers();
  const findings = signal<Findings<Finding>>(new Map());
  const busy = signal(false);
  /** What the present check said. */
  let done = new Map<string, Finding>();
  let by: Check<Finding> | null = null;
  let waiting: readonly string[] = [];
  let planned: Disposer | null = null;
  owned.add(() => planned?.());

  const publish = (wanted: readonly string[]): void => {
    const before = findings.peek();
    const now = new Map<string, Finding>();
    for (const text of wanted) {
      const finding = done.get(text) ?? before.get(text);
      if (finding !== undefined) now.set(text, finding);
    }
    const same = now.size === before.size && [...now].every(([text, one]) => before.get(text) === one);
    if (!same) findings.value = now;
  };

  const slice = (): void => {
    planned = null;
    let length = 0;
    let count = 0;
    for (const text of waiting) {
      if (count > 0 && length + text.length > sliceLength) break;
      length += text.length;
      count += 1;
      if (by) done.set(text, by(text));
    }
    waiting = waiting.slice(count);
    if (waiting.length > 0) planned = clock.after(pause, slice);
    else busy.value = false;
    publish(texts.peek());
  };

  owned.add(
    effect(() => {
      const [wanted, now] = [[...new Set(texts.value)], check.value];
      if (by !== now) done = new Map();
      by = now;
      const kept = new Set(wanted);
      for (const text of done.keys()) if (!kept.has(text)) done.delete(text);
      waiting = wanted.filter((text) => !done.has(text));
      busy.value = waiting.length > 0;
      if (waiting.length > 0) planned ??= clock.after(pause, slice);
      publish(wanted);
    }),
  );
  return { findings, busy, dispose: owned.dispose };
}
