/**
 * How much time is left, for somebody whose clock is not the holder's. From what remained and the holder's clock as far
 * as it is known here, never from a moment that both clocks would have to call by the same name.
 */
import { currentStage, type Session, timeLeft } from './session.ts';

export type TimeLeft =
  /** Milliseconds, below 0 when it is over. */
  | { readonly kind: 'left'; readonly ms: number; readonly running: boolean }
  /** Time is running, and nobody has told yet how far the holder's clock is from this one. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

/**
 * `ahead`: milliseconds by which the holder's clock is ahead of this one; null while nobody told. Clocks are mostly
 * right, so without it they are taken to agree as long as that gives a possible time; a wrong one is never shown.
 */
export function timeLeftHere(session: Session, now: number, ahead: number | null): TimeLeft {
  const { phase, since } = session;
  const stage = currentStage(session);
  if (phase !== 'going' || !stage) return { kind: 'none' };
  const ms = timeLeft(session, now + (ahead ?? 0));
  if (ms === null) return { kind: 'none' };
  // It began in the future, or hours ago: the clocks do not agree.
  const impossible = since !== null && (now < since - tolerance || now - since > longest);
  if (ahead === null && impossible) return { kind: 'unknown' };
  return { kind: 'left', ms, running: since !== null };
}

/** Milliseconds that clocks may differ without harm. */
const tolerance = 2_000;
/** No stage runs for so long. */
const longest = 6 * 3_600_000;

/** `12:05`, or `+1:30` when it is over. Seconds are rounded up, so that a stage ends at 0:00. */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000);
  const over = ms <= -1000;
  const shown = ms > 0 ? seconds : over ? Math.floor(Math.abs(ms) / 1000) : 0;
  const text = `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`;
  return over ? `+${text}` : text;
}
