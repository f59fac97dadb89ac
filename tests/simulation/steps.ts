/** What can happen in a story, and how often: people, their browsers, the weather of the network, and mishaps. */
import fc from 'fast-check';
import type { Faults } from '../support/memoryNetwork.ts';

/** How the network behaves for a while; times in milliseconds. */
export const weathers: Readonly<Record<string, Partial<Faults>>> = {
  calm: {},
  rough: {
    loss: 0.15,
    doubling: 0.1,
    delay: { least: 20, most: 1_500 },
    refusal: 0.03,
    falseRefusal: 0.02,
    staleRead: 0.1,
    lostNotice: 0.2,
  },
  storm: {
    loss: 0.4,
    doubling: 0.2,
    delay: { least: 20, most: 3_000 },
    refusal: 0.2,
    falseRefusal: 0.1,
    silence: 0.05,
    staleRead: 0.2,
    lostNotice: 0.5,
  },
  full: { refusal: 0.6, reason: 'rate', falseRefusal: 0.05 },
  deaf: { loss: 1, lostNotice: 1 },
  cut: { loss: 1, refusal: 1, lostNotice: 1 },
};

/**
 * - ordinary:  its pages share a disk, hear each other and agree on who leads.
 * - apart:     channel and locks are denied; the disk is there.
 * - forgetful: all three are denied: what a page knows goes with it.
 */
export const browserKinds = ['ordinary', 'apart', 'forgetful'] as const;
export type BrowserKind = (typeof browserKinds)[number];

/** One to three browsers each. */
export type Person = readonly BrowserKind[];

/** `page` counts round all open pages and `device` all browsers: every number means one that is there. */
interface At {
  readonly page: number;
}
type Where = 'desk' | 'sheet';

export type Step =
  | { readonly kind: 'pass'; readonly time: number }
  | ({ readonly kind: 'say' | 'say much' | 'take back'; readonly where: Where } & At)
  | { readonly kind: 'open'; readonly device: number }
  | ({ readonly kind: 'close' | 'kill' | 'hide' | 'wake' } & At)
  /** A page is frozen, keeping its lock or not; or the whole laptop sleeps. */
  | ({ readonly kind: 'sleep'; readonly how: 'page' | 'page without lock' | 'laptop' } & At)
  /** Stolen, or its profile cleared: it never comes back. */
  | { readonly kind: 'lose device'; readonly device: number }
  /** Somebody deletes their own desk, or the sheet's document, for everybody. */
  | ({ readonly kind: 'delete'; readonly where: Where } & At)
  /** Somebody has this browser forget all it keeps. */
  | ({ readonly kind: 'forget this browser' } & At)
  | { readonly kind: 'disk'; readonly device: number; readonly full: boolean }
  | { readonly kind: 'set clock'; readonly device: number; readonly hours: number }
  | { readonly kind: 'weather'; readonly weather: string }
  /** Something happens to a stored value; `key` counts round. */
  | { readonly kind: 'damage'; readonly key: number; readonly how: (typeof damages)[number] };

export const damages = ['gone', 'cut', 'changed', 'older', 'nonsense'] as const;

export interface Story {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly steps: readonly Step[];
  /** Whether it ends with everybody killed at once, before anything can calm down. */
  readonly end: 'calm' | 'blackout';
}

const device = fc.nat(35);
const at = { page: fc.nat(23) };
const one = <const T>(...values: T[]) => fc.constantFrom(...values);
const spoken = fc.record({
  kind: one('say', 'say', 'say', 'say', 'say', 'take back', 'say much'),
  where: one('desk', 'sheet'),
  ...at,
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: one('pass'), time: fc.integer({ min: 1, max: 8_000 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: one('pass'),
      time: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 60_000, max: 240_000 }) },
        // Long enough for a device to be put to rest.
        { weight: 1, arbitrary: fc.integer({ min: 1_200_000, max: 2_400_000 }) },
      ),
    }),
  },
  { weight: 12, arbitrary: spoken },
  { weight: 3, arbitrary: fc.record({ kind: one('open'), device }) },
  { weight: 3, arbitrary: fc.record({ kind: one('close', 'kill', 'hide', 'wake'), ...at }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: one('sleep'), how: one('page', 'page without lock', 'laptop'), ...at }),
  },
  { weight: 2, arbitrary: fc.record({ kind: one('weather'), weather: one(...Object.keys(weathers)) }) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ kind: one('lose device'), device }),
      fc.record({ kind: one('disk'), device, full: fc.boolean() }),
      fc.record({ kind: one('set clock'), device, hours: one(0, -5, 5, -1_000, 1_000) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: one('delete'), where: one('desk', 'desk', 'sheet'), ...at }),
      },
      { weight: 1, arbitrary: fc.record({ kind: one('forget this browser'), ...at }) },
    ),
  },
  { weight: 2, arbitrary: fc.record({ kind: one('damage'), key: fc.nat(40), how: one(...damages) }) },
);

const person: fc.Arbitrary<Person> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: one<BrowserKind>('ordinary') },
    { weight: 1, arbitrary: one<BrowserKind>('apart', 'forgetful') },
  ),
  { minLength: 1, maxLength: 3 },
);

export const story: fc.Arbitrary<Story> = fc.record({
  seed: fc.integer(),
  people: fc.array(person, { minLength: 2, maxLength: 12 }),
  steps: fc.array(step, { minLength: 5, maxLength: 50, size: 'max' }),
  end: one('calm', 'blackout'),
});
