/** What can stand on either side of a comparison, and in which place of the rounds the person is. */
import { type Hash, hashFrom } from '../../../annotations/sha256.ts';

/** A closed round, the sheet as it is, or how its notes read when this person last took a stance on each. */
export type Moment = Hash | 'now' | 'my-word';

export type RoundsPlace =
  | { readonly kind: 'list' }
  | { readonly kind: 'close' }
  | { readonly kind: 'round'; readonly hash: Hash }
  | { readonly kind: 'changes'; readonly before: Moment; readonly after: Moment };

export const momentFrom = (text: unknown): Moment | null =>
  text === 'now' || text === 'my-word' ? text : hashFrom(text);

/** As people read a hash to each other. */
export const shortHash = (hash: Hash): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
