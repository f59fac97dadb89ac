/** What changed between two moments that a person chose, from what is in this browser. */
import { type Changes, nothingChanged } from '../../../annotations/changes.ts';
import { changesSince, compareRounds } from '../../../annotations/compareRounds.ts';
import type { SheetState } from '../../../annotations/round.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import { groundGroups } from '../ground/groundWords.ts';
import type { Moment } from './roundMoments.ts';
import type { RoundReading, Rounds } from './rounds.ts';

export type Comparison =
  | { readonly kind: 'changes'; readonly changes: Changes }
  /** One of the two can't be shown (yet). */
  | {
      readonly kind: 'without';
      readonly moment: Moment;
      readonly reading: Exclude<RoundReading, { kind: 'here' }>;
    };

/** Read inside a component or computed, it follows what arrives. */
export function comparison(rounds: Rounds, me: UserId, before: Moment, after: Moment): Comparison {
  const ends: SheetState[] = [];
  for (const moment of before === 'my-word' ? [after] : [before, after]) {
    const found = stateAt(rounds, moment);
    if ('kind' in found) return { kind: 'without', moment, reading: found };
    ends.push(found);
  }
  const [first, second] = ends;
  if (!first) throw new Error('There is a moment to compare with');
  const known = rounds.elsewhere.value;
  const comparing = { elsewhere: (note: ItemId) => known.get(note)?.id ?? null };
  const changes = second
    ? compareRounds(first, second, comparing)
    : changesSince({ wordOf: me }, first, comparing);
  return { kind: 'changes', changes };
}

function stateAt(rounds: Rounds, moment: Moment): SheetState | Exclude<RoundReading, { kind: 'here' }> {
  if (moment === 'now' || moment === 'my-word') return rounds.now.value ?? { kind: 'looking' };
  const reading = rounds.reading(moment).value;
  return reading.kind === 'here' ? reading.record.content : reading;
}

export interface SinceMyWord {
  readonly before: Moment;
  /** In a few words, e.g. "2 notes reworded, 1 retired". */
  readonly words: string;
}

/**
 * What this person would want to know first: since the round they last signed, or else since they gave their views.
 * Null when there is nothing. Notes they have not looked at yet are not news of this kind; the next line asks for those.
 */
export function sinceMyWord(rounds: Rounds, me: UserId, signed: Moment | null): SinceMyWord | null {
  const before = signed ?? 'my-word';
  const found = comparison(rounds, me, before, 'now');
  if (found.kind !== 'changes' || nothingChanged(found.changes)) return null;
  const { notes, ground } = found.changes;
  const reworded = notes.filter((note) => note.reworded && !note.reworded.trivial).length;
  const retired = notes.filter(({ presence }) => presence === 'retired').length;
  const added = signed === null ? 0 : notes.filter(({ presence }) => presence === 'added').length;
  const kept = notes.filter(
    ({ presence, reworded: words }) => presence === 'kept' && (!words || words.trivial),
  );
  const moved = kept.filter((note) => note.moved).length;
  // One's own change of mind is no news.
  const judged = kept.filter((note) => !note.moved && note.stances.some(({ user }) => user !== me)).length;
  const words = [
    ...(reworded > 0 ? [`${reworded} reworded`] : []),
    ...(added > 0 ? [`${added} new`] : []),
    ...(retired > 0 ? [`${retired} retired`] : []),
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(judged > 0 ? [`${judged} with a changed view`] : []),
    ...(ground.length > 0 ? [groundNews(ground)] : []),
  ].join(', ');
  return words === '' ? null : { before, words };
}

/** E.g. "where the role stands"; named, since a number of such changes would say little. */
function groundNews(ground: Changes['ground']): string {
  const titles = groundGroups(ground, () => '').map(({ title }) => title);
  return titles.map((title) => `“${title}”`).join(', ');
}
