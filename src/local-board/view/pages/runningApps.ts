/**
 * The apps of a board page, each with its host and iframes. Switches that say what an iframe may do hold for iframes
 * made afterwards only, so when one changes, all apps are started anew.
 */
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers, once } from '../../../base/disposer.ts';
import type { BoardClient } from '../../client/client.ts';
import type { Judge } from '../../host/actions/predicate.ts';
import { createHost } from '../../host/host.ts';
import { serveIframes } from '../../host/iframes.ts';
import { usualSwitches } from '../../switches.ts';
import type { OpenedApp } from '../address.ts';
import type { AppScreen } from '../screen.ts';
import { onSite } from './site.ts';

export interface RunningAppsOptions {
  readonly client: BoardClient;
  readonly apps: readonly OpenedApp[];
  /** One for each app, in the same order. */
  readonly screens: readonly AppScreen[];
  readonly window: Window;
  readonly clock: Clock;
  random(): number;
  /** Each app has its own, so that none waits for another's. */
  readonly newJudge?: () => Judge;
  /** They were started anew. */
  onRestart(): void;
}

/** What iframes are made from. */
const ofIframes = ['storage', 'downloads', 'popups', 'clipboard', 'site'] as const;

/** Starts them; the disposer closes all their pages. */
export function runApps(options: RunningAppsOptions): Disposer {
  const { client, apps, screens, window, clock, random, newJudge } = options;
  const rules = () => {
    const now = { ...usualSwitches, ...client.switches.get() };
    return JSON.stringify(ofIframes.map((name) => now[name]));
  };

  function start(): Disposer {
    const kept = disposers();
    const { storage, site } = client.switches.get();
    for (const [index, screen] of screens.entries()) {
      const app = apps[index];
      if (!app) continue;
      const host = createHost({
        appUrl: onSite(app.url, site),
        client,
        screen,
        clock,
        random,
        ...(newJudge ? { judge: newJudge() } : {}),
      });
      kept.add(host.dispose);
      kept.add(
        serveIframes({ host, screen, window, clock, origins: storage === 'denied' ? 'opaque' : 'own' }),
      );
    }
    return kept.dispose;
  }

  let under = rules();
  let stop = start();
  const unfollow = client.switches.subscribe(() => {
    const next = rules();
    if (next === under) return;
    under = next;
    stop();
    stop = start();
    options.onRestart();
  });
  return once(() => {
    unfollow();
    stop();
  });
}
