/** Tells the other pages of this device what this one uses of the budget: sums now and then, a refusal at once. */
import type { Disposer } from '../base/disposer.ts';
import type { DeviceMessage } from './deviceMessages.ts';
import { tellUse } from './limits.ts';
import type { Meter } from './ports.ts';
import type { Timers } from './timers.ts';

export function shareUse(meter: Meter, timers: Timers, post: (message: DeviceMessage) => void): Disposer {
  let credits = 0;
  let planned: Disposer | null = null;
  const tell = (refused: boolean): void => {
    planned?.();
    planned = null;
    post({ kind: 'used', credits, refused });
    credits = 0;
  };
  return meter.onUse((use) => {
    credits += use.credits;
    if (use.refused) tell(true);
    else planned ??= timers.after(tellUse, () => tell(false));
  });
}
