/**
 * Who holds the facilitator's seat. Nobody hands it out: whoever takes it writes a claim with a term number one above
 * all they know of, and everybody works out the same holder from all claims.
 *
 * F1  The claim with the highest term holds the seat; of several with that term, the one of the person whose id is
 *     first. Claims only ever get more, so everybody who knows the same claims sees the same holder.
 * F2  Only what the holder says in their own claim counts as the session. What somebody says in an older term is
 *     ignored, whenever it arrives.
 * F3  The seat is free while nobody ever claimed it, when its holder left it, when they have not been heard for a
 *     minute and are not on the board, and when they have not been heard for five minutes wherever they are.
 * F4  The holder can offer it to somebody, who takes it by a claim of their own.
 * F5  The seat gives no power over what anybody wrote: nothing of this is looked at where words are.
 */
import type { UserId } from '../ids.ts';

export interface Claim {
  readonly term: number;
  readonly user: UserId;
  readonly name: string;
  /** ISO 8601, by the claimant's clock; for people to read. */
  readonly at: string;
  /** The holder left the seat. */
  readonly left: boolean;
  /** The holder would hand it to this person. */
  readonly offeredTo: UserId | null;
}

/** Far more changes of seat than there can be by hand. */
export const highestTerm = 1_000_000;

/** Positive when `a` stands before `b` (F1). */
const ranks = (a: Claim, b: Claim): number =>
  b.term - a.term || (a.user < b.user ? -1 : a.user > b.user ? 1 : 0);

/** The holder's first. */
export const ranked = (claims: readonly Claim[]): readonly Claim[] => [...claims].sort(ranks);

export const holderOf = (claims: readonly Claim[]): Claim | null => ranked(claims)[0] ?? null;

export const nextTerm = (claims: readonly Claim[]): number =>
  Math.min(highestTerm, claims.reduce((most, { term }) => Math.max(most, term), 0) + 1);

/** Milliseconds (F3). */
export const patience = { gone: 60_000, silent: 5 * 60_000 } as const;

export interface HolderSigns {
  /** How long nothing was heard of the holder, in milliseconds. */
  readonly silent: number;
  /** Whether the board says that they are there; null where it does not tell. */
  readonly onBoard: boolean | null;
}

export function isFree(holder: Claim | null, { silent, onBoard }: HolderSigns): boolean {
  if (!holder || holder.left) return true;
  return silent >= patience.silent || (silent >= patience.gone && onBoard !== true);
}

/** Whether this person may take the seat now, without asking anybody. */
export const mayTake = (holder: Claim | null, user: UserId, signs: HolderSigns): boolean =>
  holder?.user === user ? holder.left : isFree(holder, signs) || holder?.offeredTo === user;
