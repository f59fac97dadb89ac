/** What each switch does, in words for the developer menu. A switch without words does not compile. */
import type { SwitchName } from '../../switches.ts';

export const switchGroups = [
  'Calls of the SDK',
  'Credits',
  'Items and events',
  'Storage',
  'This person',
  'Pages of the apps',
] as const;

export interface SwitchWords {
  readonly group: (typeof switchGroups)[number];
  readonly what: string;
}

export const switchWords: { readonly [Name in SwitchName]: SwitchWords } = {
  latency: { group: 'Calls of the SDK', what: 'Each call takes at least so many ms' },
  jitter: { group: 'Calls of the SDK', what: 'And up to so many ms more, at random' },
  fail: { group: 'Calls of the SDK', what: 'Share of calls that fail, from 0 to 1' },
  minute: { group: 'Credits', what: 'Budget for a minute' },
  hour: { group: 'Credits', what: 'Budget for an hour' },
  budget: { group: 'Credits', what: 'Each person has a budget, or the whole board has one' },
  events: { group: 'Items and events', what: 'Changes to items are told of this window only, or of all' },
  telling: {
    group: 'Items and events',
    what: 'What they are told of: as documented, or text, colours, tags and copies too',
  },
  inside: {
    group: 'Items and events',
    what: 'What must lie in a frame to be inside: the whole item, or its centre',
  },
  adopt: { group: 'Items and events', what: 'What a hand drops into a frame becomes its child' },
  childmove: { group: 'Items and events', what: 'Apps moving what is inside a frame' },
  storedelay: { group: 'Storage', what: 'Values reach other windows so many ms later' },
  access: { group: 'This person', what: 'May edit the board, or only view it' },
  online: { group: 'This person', what: 'Connected to the board’s server' },
  plan: { group: 'This person', what: 'Plan; timer and voting need the paid one' },
  storage: { group: 'Pages of the apps', what: 'Cookies and web storage' },
  downloads: { group: 'Pages of the apps', what: 'Downloads' },
  popups: { group: 'Pages of the apps', what: 'New windows' },
  clipboard: { group: 'Pages of the apps', what: 'Writing to the clipboard' },
  site: {
    group: 'Pages of the apps',
    what: 'Where they come from: as the address says, or another site (127.0.0.1 for localhost)',
  },
};
