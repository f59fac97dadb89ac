/**
 * What the board page's own address says: `/board/<id>?app=<address>&user=<name>`, and switches. A link to an item, as
 * people send it to each other (`?moveToWidget=<item>`), names nobody: whoever was here last in this browser opens it.
 */
import { readSwitches, type SomeSwitches, switchNames, writeSwitches } from '../switches.ts';
import type { AppRef } from './pages/pages.ts';

export interface OpenedApp extends AppRef {
  /** Absolute: the app's headless page. */
  readonly url: string;
}

export interface Address {
  readonly board: string;
  readonly user: string;
  readonly apps: readonly OpenedApp[];
  /** Addresses of apps that are none. */
  readonly strangeApps: readonly string[];
  /** Apps of an origin that another already has: the board tells apps apart by it, so they are not started. */
  readonly doubleApps: readonly string[];
  readonly switches: SomeSwitches;
  /** The item to go to, as in Miro's own links. */
  readonly moveTo: string | null;
}

/** A page cannot ask a page of another origin for its title, so an app without `appName` goes by its host. */
function opened(address: string, name: string | undefined, base: string): OpenedApp | undefined {
  const url = URL.parse(address, base);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return { id: url.origin, name: name?.trim() || url.host, url: url.href };
}

export function readAddress(
  location: string,
  byDefault: { readonly app: string | null; readonly name: string | null; readonly user: string | null },
): Address {
  const url = new URL(location);
  const given = url.searchParams.getAll('app').filter((app) => app !== '');
  const names = url.searchParams.getAll('appName');
  const wanted = given.length > 0 ? given : byDefault.app === null ? [] : [byDefault.app];
  const fallback = given.length > 0 ? undefined : (byDefault.name ?? undefined);
  const read = wanted.map((app, index) => ({ app, found: opened(app, names[index] ?? fallback, location) }));
  const apps = read.flatMap(({ found }) => found ?? []);
  const isDouble = ({ id }: OpenedApp, index: number) => apps.findIndex((app) => app.id === id) < index;
  return {
    board: decodeURIComponent(/^\/board\/([^/]+)/.exec(url.pathname)?.[1] ?? 'demo'),
    user: url.searchParams.get('user')?.trim() || byDefault.user || 'Guest',
    apps: apps.filter((app, index) => !isDouble(app, index)),
    strangeApps: read.flatMap(({ app, found }) => (found ? [] : [app])),
    doubleApps: apps.filter(isDouble).map(({ url: address }) => address),
    switches: readSwitches(url.searchParams),
    moveTo: url.searchParams.get('moveToWidget'),
  };
}

/** The same address with these switches and no others, so that a link to it does the same. */
export function withSwitches(location: string, switches: SomeSwitches): string {
  const url = new URL(location);
  const wanted = new Map(writeSwitches(switches));
  for (const name of switchNames)
    if (url.searchParams.get(name) !== (wanted.get(name) ?? null)) {
      url.searchParams.delete(name);
      const value = wanted.get(name);
      if (value !== undefined) url.searchParams.set(name, value);
    }
  return url.href;
}
