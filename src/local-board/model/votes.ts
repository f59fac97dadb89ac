/**
 * A vote on items of the board: who votes for what is nobody else's business; the counts are told when it is over.
 * Pure. In Miro votes are started and given in its own screens; apps only read results (getVotingResults).
 */
import { refuse } from './refusal.ts';

/** A type and not an interface, so that it counts as JSON. */
export type Vote = {
  readonly id: string;
  readonly title: string;
  readonly createdBy: { readonly userId: string; readonly userName: string };
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly items: readonly string[];
  readonly perPerson: number;
  /** Person → the items they gave a vote to, one entry for each vote. */
  readonly ballots: Readonly<Record<string, readonly string[]>>;
  readonly state: 'open' | 'finished';
};

/** 99 is Miro's own limit (help centre, voting); the others are ours. */
export const voteLimits = { perPerson: 99, title: 200, items: 500, kept: 30 } as const;

export function startVote(
  vote: Omit<Vote, 'ballots' | 'state'>,
  running: Vote | undefined,
  isItem: (id: string) => boolean,
): Vote {
  if (running) refuse('input', 'A vote is already running on this board.');
  const title = vote.title.trim();
  if (title === '' || title.length > voteLimits.title) refuse('input', 'A vote needs a short title.');
  if (!Number.isInteger(vote.perPerson) || vote.perPerson < 1 || vote.perPerson > voteLimits.perPerson)
    refuse('input', `Everybody has from 1 to ${voteLimits.perPerson} votes.`);
  const items = [...new Set(vote.items)].filter(isItem);
  if (items.length === 0) refuse('input', 'There is nothing to vote on.');
  if (items.length > voteLimits.items) refuse('input', `A vote is on at most ${voteLimits.items} items.`);
  return { ...vote, title, items, ballots: {}, state: 'open' };
}

export const ballotOf = (vote: Vote, user: string): readonly string[] =>
  Object.hasOwn(vote.ballots, user) ? (vote.ballots[user] ?? []) : [];

export function castVote(vote: Vote, user: string, item: string, how: 'give' | 'take-back'): Vote {
  if (vote.state !== 'open') refuse('input', 'This vote is over.');
  if (!vote.items.includes(item)) refuse('input', 'This item is not part of the vote.');
  const given = ballotOf(vote, user);
  if (how === 'give') {
    if (given.length >= vote.perPerson) refuse('input', 'You have given all your votes.');
    return { ...vote, ballots: { ...vote.ballots, [user]: [...given, item] } };
  }
  const at = given.lastIndexOf(item);
  if (at < 0) refuse('input', 'You gave this item no vote.');
  return { ...vote, ballots: { ...vote.ballots, [user]: given.filter((_, index) => index !== at) } };
}

/** How many people have given at least one vote. */
export const votersOf = (vote: Vote): number =>
  Object.values(vote.ballots).filter((ballot) => ballot.length > 0).length;

/** As the SDK hands it out; most votes first. */
export function resultOf({ title, createdBy, createdAt, items, ballots }: Vote) {
  const counts = new Map(items.map((id) => [id, 0]));
  for (const item of Object.values(ballots).flat()) counts.set(item, (counts.get(item) ?? 0) + 1);
  const results = [...counts].map(([itemId, count]) => ({ itemId, count }));
  return { title, createdBy, createdAt, results: results.sort((a, b) => b.count - a.count) };
}
