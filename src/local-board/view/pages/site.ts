/** Another site for an app on this machine: browsers take `localhost` and `127.0.0.1` for two. */
import type { Switches } from '../../switches.ts';

const other: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' };

/** The address as the switch has it. Apps from elsewhere are on another site already. */
export function onSite(address: string, site: Switches['site'] | undefined): string {
  const url = new URL(address);
  const hostname = site === 'other' ? other[url.hostname] : undefined;
  if (hostname === undefined) return address;
  url.hostname = hostname;
  return url.href;
}
