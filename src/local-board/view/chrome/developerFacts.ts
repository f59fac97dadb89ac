/** What the developer menu tells: switches that are not at their usual place, and what the apps have spent. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import type { Disposer } from '../../../base/disposer.ts';
import type { BoardClient } from '../../client/client.ts';
import { usualSwitches, writeSwitches } from '../../switches.ts';

export interface DeveloperFacts {
  /** Name and value of each switch that is not as usual. */
  readonly switches: ReadonlySignal<readonly (readonly [string, string])[]>;
  /** Of all apps in this window together, as of their last calls. */
  readonly credits: ReadonlySignal<{ readonly minute: number; readonly hour: number }>;
  readonly dispose: Disposer;
}

/** Nobody tells when credits change; looking is cheap. Milliseconds. */
const lookEvery = 1_000;

export function followFacts(client: BoardClient, clock: Clock, apps: readonly string[]): DeveloperFacts {
  const unusual = () =>
    writeSwitches(client.switches.get()).filter(
      ([name, value]) => String(usualSwitches[name as keyof typeof usualSwitches]) !== value,
    );
  const spent = () =>
    apps
      .map((app) => client.spent(app))
      .reduce((sum, { minute, hour }) => ({ minute: sum.minute + minute, hour: sum.hour + hour }), {
        minute: 0,
        hour: 0,
      });
  const switches = signal<readonly (readonly [string, string])[]>(unusual());
  const credits = signal(spent());
  const stopSwitches = client.switches.subscribe(() => {
    switches.value = unusual();
  });
  let stopLooking: Disposer = () => undefined;
  const look = () => {
    const now = spent();
    if (now.minute !== credits.value.minute || now.hour !== credits.value.hour) credits.value = now;
    stopLooking = clock.after(lookEvery, look);
  };
  stopLooking = clock.after(lookEvery, look);
  return {
    switches,
    credits,
    dispose() {
      stopSwitches();
      stopLooking();
    },
  };
}
