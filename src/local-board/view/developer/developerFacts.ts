/**
 * What the developer menu tells and does: each switch as it stands, and what the apps have spent. A switch set here
 * holds for this window, from now on.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import type { Disposer } from '../../../base/disposer.ts';
import type { BoardClient } from '../../client/client.ts';
import type { Spent } from '../../client/protocol.ts';
import { readSwitches, type SwitchName, switchNames, usualSwitches } from '../../switches.ts';

export interface SwitchFact {
  readonly name: SwitchName;
  readonly value: string;
  readonly usual: string;
  /** What the server says for all windows. */
  readonly everybodys: string;
  /** This window says something of its own. */
  readonly own: boolean;
}

export interface DeveloperFacts {
  readonly switches: ReadonlySignal<readonly SwitchFact[]>;
  /** Those that are not as usual, whoever set them. */
  readonly unusual: ReadonlySignal<readonly SwitchFact[]>;
  /** What all apps in this window have spent together. */
  readonly credits: ReadonlySignal<{ readonly minute: number; readonly hour: number }>;
  /** False when that is no value of this switch. */
  set(name: SwitchName, value: string): boolean;
  /** This window says nothing of its own any more. */
  resetAll(): void;
  readonly dispose: Disposer;
}

/** Nobody tells when credits change; looking is cheap. Milliseconds. */
const lookEvery = 1_000;
const minute = 60_000;
const hour = 60 * minute;

/** `apps`: origins of the apps in this window. */
export function followFacts(
  client: BoardClient,
  clock: Clock,
  apps: () => readonly string[],
): DeveloperFacts {
  const read = (): readonly SwitchFact[] => {
    const everybodys = { ...usualSwitches, ...client.everybodysSwitches() };
    const now = { ...everybodys, ...client.switches.get() };
    const own = client.ownSwitches();
    return switchNames.map((name) => ({
      name,
      value: String(now[name]),
      usual: String(usualSwitches[name]),
      everybodys: String(everybodys[name]),
      own: own[name] !== undefined,
    }));
  };
  /** What was told last of each app, and when it was first seen. */
  const seen = new Map<string, { readonly spent: Spent; readonly at: number }>();
  const spent = () => {
    const now = clock.now();
    const sum = { minute: 0, hour: 0 };
    for (const app of apps()) {
      const told = client.spent(app);
      const last = seen.get(app);
      const { at } = last?.spent === told ? last : { at: now };
      seen.set(app, { spent: told, at });
      // Budgets begin anew with each minute and hour of the clock, also when nobody calls.
      if (Math.floor(at / minute) === Math.floor(now / minute)) sum.minute += told.minute;
      if (Math.floor(at / hour) === Math.floor(now / hour)) sum.hour += told.hour;
    }
    return sum;
  };
  const switches = signal(read());
  const credits = signal(spent());
  const stopSwitches = client.switches.subscribe(() => {
    switches.value = read();
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
    unusual: computed(() => switches.value.filter(({ value, usual }) => value !== usual)),
    credits,
    set(name, value) {
      const wanted = readSwitches([[name, value]])[name];
      if (wanted === undefined) return false;
      const { [name]: _, ...others } = client.ownSwitches();
      const fact = switches.value.find((one) => one.name === name);
      // What everybody has anyway need not be said in the address.
      const same = String(wanted) === fact?.everybodys;
      client.setSwitches(same ? others : { ...others, [name]: wanted });
      return true;
    },
    resetAll: () => client.setSwitches({}),
    dispose() {
      stopSwitches();
      stopLooking();
    },
  };
}
