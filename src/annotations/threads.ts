/**
 * The talk about a note: remarks of all desks as threads, and what was decided about them.
 *
 * T1  An answer stands in its parent's thread, however deep; a thread's answers are in the order of their times.
 * T2  An answer whose parent is missing, or is about another note, starts a thread of its own, marked as one.
 * T3  Answers in a circle (damaged data) still show: the smallest id of the circle starts the thread.
 * T4  Of all decisions about a remark that count, the newest does; between equal times the larger user id.
 * T5  `applied` counts from the sheet's engineer only, since they own the notes; `declined` from the engineer or
 *     from the remark's author. `resolved` and `reopened` count from the author and everybody with a confirmed role.
 * T6  A suggestion is open until it is applied, declined or resolved, or its thread is resolved, or until a counter to
 *     it (or a counter to that one, and so on) is applied.
 *     A thread whose first suggestion was settled so is resolved, unless somebody opens it again.
 * T7  A suggestion that answers a suggestion counters it, if its author has a confirmed role or wrote the first one. The
 *     first stays open and can still be applied; it is shown as countered by the newest counter that nobody declined
 *     or resolved.
 */
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Desk, Remark, Verdict, VerdictValue } from './desk.ts';
import type { Participant } from './participants.ts';

export interface Decided extends Verdict {
  readonly by: UserId;
}

export interface SpokenRemark extends Remark {
  readonly author: UserId;
  /** What counts about it now (T4, T5); null when nothing was decided. */
  readonly verdict: Decided | null;
  /** A suggestion that waits for a decision (T6). False for ordinary remarks. */
  readonly proposes: boolean;
  /** The suggestion that came in its place (T7); null when there is none. */
  readonly counteredBy: string | null;
}

export interface Thread {
  readonly note: ItemId;
  readonly first: SpokenRemark;
  readonly answers: readonly SpokenRemark[];
  /** It answers something that is not here (T2). */
  readonly parentMissing: boolean;
  /** Settled by a decision about its first remark, or by a counter to it that was applied (T6). */
  readonly resolved: boolean;
}

/** Everything said in a thread, in its order. */
export const remarksIn = ({ first, answers }: Thread): readonly SpokenRemark[] => [first, ...answers];

/** Whether this decision by this person would count (T5): the panel offers no button that does nothing. */
export function mayDecide(
  value: VerdictValue,
  person: Pick<Participant, 'user' | 'role' | 'confirmed'>,
  author: UserId,
): boolean {
  const engineer = person.role === 'engineer' && person.confirmed;
  if (value === 'applied') return engineer;
  if (value === 'declined') return engineer || person.user === author;
  return person.confirmed || person.user === author;
}

const byTime = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function newestVerdict(verdicts: readonly Decided[]): Decided | null {
  return verdicts.reduce<Decided | null>(
    (best, next) =>
      best === null || next.at > best.at || (next.at === best.at && next.by > best.by) ? next : best,
    null,
  );
}

const closing = (verdict: Decided | null): boolean => verdict !== null && verdict.value !== 'reopened';

type Authored = Remark & { readonly author: UserId };

/** All threads of a sheet by note, oldest first. */
export function threadsOf(
  desks: readonly Desk[],
  participants: readonly Participant[],
): ReadonlyMap<ItemId, readonly Thread[]> {
  const people = new Map(participants.map((person) => [person.user, person]));
  const verdicts = new Map<string, Decided[]>();
  for (const { owner: by, verdicts: own } of desks)
    for (const verdict of own)
      verdicts.set(verdict.remark, [...(verdicts.get(verdict.remark) ?? []), { ...verdict, by }]);
  const remarks: Authored[] = desks
    .flatMap(({ owner, remarks: own }) => own.map((remark) => ({ ...remark, author: owner })))
    .sort((a, b) => byTime(a, b) || (a.author < b.author ? -1 : 1));
  // Should two desks carry the same id, answers go to the older remark, and both are shown.
  const byId = new Map([...remarks].reverse().map((remark) => [remark.id, remark]));

  const verdictOn = (remark: Authored): Decided | null =>
    newestVerdict(
      (verdicts.get(remark.id) ?? []).filter(({ value, by }) => {
        const person = people.get(by);
        return person !== undefined && mayDecide(value, person, remark.author);
      }),
    );

  const firsts = new Map<Authored, Authored[]>();
  for (const remark of remarks) {
    const first = firstOf(remark, byId);
    if (first === remark) firsts.set(remark, firsts.get(remark) ?? []);
    else firsts.set(first, [...(firsts.get(first) ?? []), remark]);
  }

  const countersTo = countersAmong(remarks, byId, people);
  /** Guarded against circles of damaged data. */
  const replaced = (remark: Authored, seen: readonly Authored[] = []): boolean =>
    (countersTo.get(remark) ?? []).some(
      (counter) =>
        !seen.includes(counter) &&
        (verdictOn(counter)?.value === 'applied' || replaced(counter, [...seen, remark])),
    );
  const counteredBy = (remark: Authored): string | null => {
    const standing = (countersTo.get(remark) ?? []).filter((counter) => {
      const value = verdictOn(counter)?.value;
      return value !== 'declined' && value !== 'resolved';
    });
    return standing.at(-1)?.id ?? null;
  };

  const threads = new Map<ItemId, Thread[]>();
  for (const [first, answers] of [...firsts].sort(([a], [b]) => byTime(a, b))) {
    const verdict = verdictOn(first);
    const resolved = verdict ? closing(verdict) : replaced(first);
    const speak = (remark: Authored): SpokenRemark => {
      const own = verdictOn(remark);
      const open = remark.wording !== null && !closing(own) && !resolved && !replaced(remark);
      return { ...remark, verdict: own, proposes: open, counteredBy: counteredBy(remark) };
    };
    threads.set(first.note, [
      ...(threads.get(first.note) ?? []),
      {
        note: first.note,
        first: speak(first),
        answers: answers.sort(byTime).map(speak),
        parentMissing: first.answers !== null && parentOf(first, byId) === undefined,
        resolved,
      },
    ]);
  }
  return threads;
}

/** Suggestions that answer a suggestion and count as counters (T7), oldest first. */
function countersAmong(
  remarks: readonly Authored[],
  byId: ReadonlyMap<string, Authored>,
  people: ReadonlyMap<UserId, Participant>,
): ReadonlyMap<Authored, readonly Authored[]> {
  const found = new Map<Authored, Authored[]>();
  for (const remark of remarks) {
    const parent = remark.wording ? parentOf(remark, byId) : undefined;
    const mayCounter = people.get(remark.author)?.confirmed || remark.author === parent?.author;
    if (parent?.wording && parent !== remark && mayCounter)
      found.set(parent, [...(found.get(parent) ?? []), remark]);
  }
  return found;
}

function parentOf(remark: Authored, byId: ReadonlyMap<string, Authored>): Authored | undefined {
  const parent = remark.answers === null ? undefined : byId.get(remark.answers);
  return parent && parent.note === remark.note ? parent : undefined;
}

function firstOf(remark: Authored, byId: ReadonlyMap<string, Authored>): Authored {
  const path: Authored[] = [remark];
  for (let parent = parentOf(remark, byId); parent; parent = parentOf(parent, byId)) {
    const start = path.indexOf(parent);
    if (start >= 0) return path.slice(start).reduce((least, next) => (next.id < least.id ? next : least));
    path.push(parent);
  }
  return path[path.length - 1] ?? remark;
}
