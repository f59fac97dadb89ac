/** What keeps one visitor from eating the machine. Ours throughout; Miro documents none of these. */
import { type Pace, usualPace } from './pace.ts';

export interface Bounds {
  /** Windows on all boards together. */
  readonly windows: number;
  /** Kept boards; more could fill the disk with names from addresses. */
  readonly boards: number;
  readonly pace: Pace;
}

export const usualBounds: Bounds = { windows: 1000, boards: 2000, pace: usualPace };
