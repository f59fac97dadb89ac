/** `--cohort`: a session for a group, and how it ended as plain values. */
import type { SessionAccount } from '../../tests/simulation/session/accounts.ts';
import { playSession } from '../../tests/simulation/session/playSession.ts';

/** A facilitator, an engineer, and somebody who manages; more apps than this do not fit into one process. */
const [fewest, most] = [3, 40];

const share = (agreed: number, notes: number): number =>
  notes === 0 ? 0 : Math.round((agreed / notes) * 100) / 100;

function endOf({ people, stages, sheets, drop, differences, minutes }: SessionAccount) {
  const reachedAll = (reached: readonly number[]) => Math.max(...reached);
  return {
    people: people.map(({ name, role, calls, credits, hour }) => ({
      ...{ name, role, calls, credits },
      mostCreditsInAnHour: hour,
    })),
    drop: { calls: drop.calls, credits: drop.credits, minutes: Number(drop.minutes.toFixed(2)) },
    stages: stages.map(({ title, minutes: planned, done, awaited, reached, apart }) => ({
      ...{ title, minutes: planned, done, awaited },
      reachedAllAfterMs: Math.round(reachedAll(reached)),
      timesLeftDifferByMs: Math.round(apart),
    })),
    sheets: sheets.map(({ name, notes, agreed, open, reviewers, next }) => ({
      ...{ name, reviewers, notes, agreed, open },
      agreedShare: share(agreed, notes),
      next,
    })),
    seeSomethingElse: differences,
    minutes: Math.round(minutes),
  };
}

export async function playCohort(
  wished: string,
  say: (words: string) => void,
  asJson: boolean,
): Promise<void> {
  const count = Number(wished);
  if (!Number.isInteger(count) || count < fewest || count > most)
    throw new Error(`--cohort takes a number of people from ${fewest} to ${most}, not “${wished}”.`);
  const account = await playSession({ people: count, seed: 1, jitter: 240, say });
  const end = endOf(account);
  for (const { name, notes, agreed } of end.sheets) say(`  ${name}: ${agreed} of ${notes} notes agreed.`);
  for (const { name, calls, credits } of end.people) say(`${name}: ${calls} calls, ${credits} credits.`);
  if (end.seeSomethingElse.length > 0)
    throw new Error(`Something else than the facilitator see: ${end.seeSomethingElse.join(', ')}`);
  if (asJson) console.log(JSON.stringify(end, null, 2));
}
