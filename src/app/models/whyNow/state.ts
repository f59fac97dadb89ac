/** How far one person is in saying why this role is needed now, and what they see of the others. */
import type { Answer, Draft } from '../../../annotations/whyNow/answer.ts';
import type { Sides } from '../../../annotations/whyNow/sides.ts';

export interface WhyNowState extends Sides {
  /** `answering`: mine stays in this browser. `waiting`: I am done, others are not. */
  readonly stage: 'answering' | 'waiting' | 'shown';
  /** In this browser only; null while there is none. */
  readonly draft: Draft | null;
  /** On my desk. */
  readonly mine: Answer | null;
  /** What the sheet goes on with, as far as I see; null where we see it differently. */
  readonly shared: Answer | null;
  readonly mayAnswer: boolean;
  /** Answers that this version can't read. */
  readonly unknown: number;
}
