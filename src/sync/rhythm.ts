/**
 * How often this device sends and saves: the more people type, the more rarely each; slower still when the budget asks
 * for it.
 */
import {
  callCredits,
  heartbeat,
  heartbeatPeople,
  paces,
  rarestHeartbeat,
  saveWindow,
  sendWindow,
  typingTime,
} from './limits.ts';
import type { Meter } from './ports.ts';

export interface Rhythm {
  /** A device sent words just now. */
  typed(device: string): void;
  /** Milliseconds between two messages with own words. */
  sendWindow(): number;
  /** Milliseconds between two saves while typing goes on, per call that a save takes. */
  saveWindow(): number;
  /** Milliseconds between two looks whether everybody has the same. */
  heartbeat(): number;
  /** Whether the budget makes words wait noticeably longer than they would otherwise. */
  slow(): boolean;
}

interface Span {
  readonly each: number;
  readonly least: number;
  readonly most: number;
}

const spanFor = (people: number, { each, least, most }: Span): number =>
  Math.min(most, Math.max(least, people * each));

export function rhythm(meter: Meter, now: () => number): Rhythm {
  const typing = new Map<string, number>();

  function typists(): number {
    for (const [device, at] of typing) if (Math.abs(now() - at) > typingTime) typing.delete(device);
    return typing.size + 1;
  }

  /** Milliseconds between two calls that may use this part of the pace. */
  const affordable = (part: number): number => (1_000 * callCredits) / (meter.pace() * part);
  const send = (): number => Math.max(spanFor(typists(), sendWindow), affordable(paces.sending));

  return {
    typed(device) {
      if (typing.size < paces.mostPeople) typing.set(device, now());
    },
    sendWindow: send,
    saveWindow: () => Math.max(spanFor(typists(), saveWindow), affordable(paces.saving)),
    heartbeat: () => heartbeat * Math.min(rarestHeartbeat, Math.max(1, meter.present() / heartbeatPeople)),
    slow: () => meter.pause() > 0 || affordable(paces.sending) > paces.noticeable,
  };
}
