/**
 * What Miro leaves open, and trouble on demand: every switch of the local board in one table. The server's options
 * set them for all; a board page's address (`&latency=60&fail=0.1&storage=denied`) sets them for its own window.
 *
 * | in the address | values (first is the default)    | what it does                                              |
 * |----------------|----------------------------------|-----------------------------------------------------------|
 * | latency        | 0, milliseconds                  | every SDK call takes at least this long                   |
 * | jitter         | 0, milliseconds                  | up to this much more, at random                           |
 * | fail           | 0, share from 0 to 1             | this share of SDK calls is refused, at random             |
 * | minute         | 100000, credits                  | budget for a minute                                       |
 * | hour           | 1000000, credits                 | budget for an hour                                        |
 * | budget         | user, board                      | whose budget: each person's, or the whole board's         |
 * | events         | local, all                       | item events tell of this window's hand, or of everything  |
 * | telling        | documented, everything           | whether events tell of text, colours, tags and copies too |
 * | inside         | whole, centre                    | what must lie in a frame to be inside                     |
 * | adopt          | yes, no                          | notes dropped into a frame by hand become its children    |
 * | childmove      | allowed, refused                 | an app may move a frame's child                           |
 * | access         | edit, view                       | a read-only user                                          |
 * | online         | yes, no                          | the connection to the board's server                      |
 * | storedelay     | 0, milliseconds                  | storage values reach other windows this much later        |
 * | plan           | paid, free                       | timer and voting: `canUse`, and whether calls are refused |
 * | storage        | allowed, denied                  | cookies and web storage inside app iframes                |
 * | downloads      | allowed, denied                  | downloads from app iframes                                |
 * | popups         | allowed, denied                  | new windows from app iframes                              |
 * | clipboard      | allowed, denied                  | clipboard writing from app iframes                        |
 * | site           | given, other                     | apps on this machine come from another site than given    |
 *
 * The last five are for the page that makes the iframes (see `host/iframe.ts`).
 */
const numbers = {
  latency: { usual: 0, most: 60_000 },
  jitter: { usual: 0, most: 60_000 },
  fail: { usual: 0, most: 1 },
  minute: { usual: 100_000, most: 1e12 },
  hour: { usual: 1_000_000, most: 1e12 },
  storedelay: { usual: 0, most: 60_000 },
} as const;

const choices = {
  budget: ['user', 'board'],
  events: ['local', 'all'],
  telling: ['documented', 'everything'],
  inside: ['whole', 'centre'],
  adopt: ['yes', 'no'],
  childmove: ['allowed', 'refused'],
  access: ['edit', 'view'],
  online: ['yes', 'no'],
  plan: ['paid', 'free'],
  storage: ['allowed', 'denied'],
  downloads: ['allowed', 'denied'],
  popups: ['allowed', 'denied'],
  clipboard: ['allowed', 'denied'],
  site: ['given', 'other'],
} as const;

export type Switches = {
  readonly [Name in keyof typeof numbers]: number;
} & {
  readonly [Name in keyof typeof choices]: (typeof choices)[Name][number];
};

export type SomeSwitches = { readonly [Name in keyof Switches]?: Switches[Name] };

export const usualSwitches: Switches = {
  ...(Object.fromEntries(Object.entries(numbers).map(([name, { usual }]) => [name, usual])) as {
    [Name in keyof typeof numbers]: number;
  }),
  budget: 'user',
  events: 'local',
  telling: 'documented',
  inside: 'whole',
  adopt: 'yes',
  childmove: 'allowed',
  access: 'edit',
  online: 'yes',
  plan: 'paid',
  storage: 'allowed',
  downloads: 'allowed',
  popups: 'allowed',
  clipboard: 'allowed',
  site: 'given',
};

export type SwitchName = keyof Switches;

export const switchNames = Object.keys(usualSwitches) as readonly SwitchName[];

/** What a switch can be set to: one of some words, or a number from 0 to `most`. */
export const rangeOf = (
  name: SwitchName,
): { readonly words: readonly string[] } | { readonly most: number } =>
  Object.hasOwn(choices, name)
    ? { words: choices[name as keyof typeof choices] }
    : { most: numbers[name as keyof typeof numbers].most };

/** Reads switches from an address or from a message. What is unknown or out of range is passed over. */
export function readSwitches(given: Iterable<readonly [string, string]>): SomeSwitches {
  const found: Record<string, string | number> = {};
  for (const [name, value] of given) {
    if (Object.hasOwn(numbers, name)) {
      const { most } = numbers[name as keyof typeof numbers];
      const amount = value.trim() === '' ? Number.NaN : Number(value);
      if (amount >= 0 && amount <= most) found[name] = amount;
    } else if (Object.hasOwn(choices, name)) {
      const known: readonly string[] = choices[name as keyof typeof choices];
      if (known.includes(value)) found[name] = value;
    }
  }
  return found as SomeSwitches;
}

/** Switches as pairs of strings, for an address or a message. */
export const writeSwitches = (switches: SomeSwitches): [string, string][] =>
  Object.entries(switches).map(([name, value]) => [name, String(value)]);
