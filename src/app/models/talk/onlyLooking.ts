/** Somebody looks at a sheet without saying who they are: nothing is asked of them, and they can write nothing there. */
import { type Signal, signal } from '@preact/signals';
import { type Disposable, definePart } from '../sheet/parts.ts';

export interface OnlyLooking extends Disposable {
  /** Until they say who they are, or open the board anew. */
  readonly on: Signal<boolean>;
}

const openOnlyLooking = (): OnlyLooking => ({ on: signal(false), dispose: () => undefined });

export const onlyLookingPart = definePart(async () => openOnlyLooking);
