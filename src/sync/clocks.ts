/**
 * How far other devices' clocks are ahead of this one's, from the time that each puts into its messages. A message only
 * ever takes time, so of several samples the highest is the nearest to the truth; what comes late changes nothing.
 */
import { type Observable, observable } from '../base/observable.ts';
import { clockJump, clockSamples, clockStep, clockWindow, paces } from './limits.ts';

export type ClocksAhead = ReadonlyMap<string, number>;

export interface Clocks {
  /** A message of this device came, which says this time. */
  heard(device: string, theirs: number): void;
  /** Milliseconds by device. */
  readonly ahead: Observable<ClocksAhead>;
}

interface Sample {
  readonly at: number;
  readonly ahead: number;
}

/**
 * Whether a clock was put back: the last few samples are far below the best one, and agree with each other. Messages
 * that waited somewhere are late, too, but each by another time.
 */
function wasPutBack(samples: readonly Sample[], best: number): boolean {
  const last = samples.slice(-3).map(({ ahead }) => ahead);
  const [highest, lowest] = [Math.max(...last), Math.min(...last)];
  return last.length === 3 && best - highest > clockJump && highest - lowest < clockJump / 5;
}

export function clocks(now: () => number): Clocks {
  const heardOf = new Map<string, readonly Sample[]>();
  const ahead = observable<ClocksAhead>(new Map());
  return {
    ahead,
    heard(device, theirs) {
      if (!heardOf.has(device) && heardOf.size >= paces.mostPeople) return;
      const at = now();
      const recent = (heardOf.get(device) ?? []).filter((one) => Math.abs(at - one.at) < clockWindow);
      let samples = [...recent, { at, ahead: theirs - at }].slice(-clockSamples);
      let best = Math.max(...samples.map((one) => one.ahead));
      if (wasPutBack(samples, best)) {
        samples = samples.slice(-3);
        best = Math.max(...samples.map((one) => one.ahead));
      }
      heardOf.set(device, samples);
      const before = ahead.get().get(device);
      if (before === undefined || Math.abs(before - best) >= clockStep)
        ahead.set(new Map(ahead.get()).set(device, best));
    },
  };
}
