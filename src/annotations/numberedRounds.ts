/**
 * The rounds of a sheet from all its closings, alike for everybody whatever arrived first.
 *
 * R1  Closings with one hash are one round, whoever made them.
 * R2  Rounds that were closed unaware of each other have the same number. One of them is the round, the others stand
 *     beside it and can be read, compared and signed all the same: nothing that was closed is ever lost.
 * R3  The round is the one that the next round follows; else the one closed first, by the clocks of those who closed
 *     them; between equal times the one with the smaller hash. So everybody numbers alike, whatever arrived first.
 * R4  Anybody's closing counts. A round is a picture and agrees nothing; whose word counts is a matter of signatures.
 */
import type { UserId } from '../workshop/ids.ts';
import { type Closing, closingKey } from './closings.ts';
import type { Hash } from './sha256.ts';
import { compareTimes } from './times.ts';

export interface ClosedRound {
  readonly hash: Hash;
  readonly number: number;
  readonly previous: Hash | null;
  /** The first closing's, and who else closed the very same. */
  readonly at: string;
  readonly by: readonly UserId[];
}

export interface NumberedRound extends ClosedRound {
  /** Closed under the same number, unaware of this one (R2). */
  readonly beside: readonly ClosedRound[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: Closing, b: Closing): number =>
  compareTimes(a.at, b.at) || byText(closingKey(a), closingKey(b));

function united(closings: readonly Closing[]): readonly ClosedRound[] {
  const byHash = Map.groupBy([...closings].sort(byTime), ({ hash }) => hash);
  return [...byHash.values()].flatMap((same) =>
    same.slice(0, 1).map(({ hash, number, previous, at }) => ({
      ...{ hash, number, previous, at },
      by: same.map(({ by }) => by),
    })),
  );
}

/** All rounds, the first one first. */
export function roundsOf(closings: readonly Closing[]): readonly NumberedRound[] {
  const byNumber = Map.groupBy(united(closings), ({ number }) => number);
  const found: NumberedRound[] = [];
  let next: ClosedRound | null = null;
  for (const number of [...byNumber.keys()].sort((a, b) => b - a)) {
    const followed: Hash | null = next?.previous ?? null;
    const [round, ...beside] = (byNumber.get(number) ?? []).toSorted(
      (a, b) =>
        Number(b.hash === followed) - Number(a.hash === followed) ||
        compareTimes(a.at, b.at) ||
        byText(a.hash, b.hash),
    );
    if (!round) continue;
    found.push({ ...round, beside });
    next = round;
  }
  return found.reverse();
}

/** What the next round is called, and what it follows. */
export function nextRound(closings: readonly Closing[]): Pick<Closing, 'number' | 'previous'> {
  const last = roundsOf(closings).at(-1);
  return { number: (last?.number ?? 0) + 1, previous: last?.hash ?? null };
}
