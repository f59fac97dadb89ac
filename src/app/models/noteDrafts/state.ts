/** What the parts of writing notes unseen tell each other. */
import type { UserId } from '../../../workshop/ids.ts';

/** `drafting`: my notes stay in this browser. `waiting`: I am done, others are not. */
export type WritingStage = 'open' | 'drafting' | 'waiting';

export interface OriginView {
  readonly user: UserId;
  /** Empty where their desk is not here. */
  readonly name: string;
  /** What they wrote, where other words stand on the sticky. */
  readonly also: string | null;
}

export type TakingIn =
  | { readonly kind: 'taken'; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'ask'; readonly words: string };
