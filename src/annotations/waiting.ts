/**
 * What waits for one person, most useful first: it feeds the panel's one "Next" line and the message to the manager.
 *
 * W1  Somebody who has not said who they are here is asked that first.
 * W2  The engineer: claims to confirm. (Nobody's agreement counts before.)
 * W3  The engineer: suggestions by others that wait for a decision. One that they countered waits for the others now.
 * W4  Open threads in which somebody said something since one's own last word or decision: all of them for the engineer,
 *     for others those they spoke in or are named in. What is put to somebody by name waits for those named, and for
 *     nobody else. What was decided about waits for nobody. A suggestion already listed by W3 is not listed twice.
 * W5  Engineer, managers and peers: notes changed since their stance, then notes without one. A claim is enough to be
 *     asked; it counts once confirmed. Facilitators are not asked for stances.
 */
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Role } from '../workshop/roles.ts';
import { askedIn } from './spokenTo.ts';
import { type NoteText, openSuggestions, positionsOn, type Talk, threadsOn } from './talk.ts';
import { remarksIn, type SpokenRemark, type Thread } from './threads.ts';

export type Waiting =
  | { readonly kind: 'role' }
  | { readonly kind: 'claim'; readonly user: UserId; readonly name: string; readonly role: Role }
  | { readonly kind: 'suggestion'; readonly note: ItemId; readonly remark: string }
  | { readonly kind: 'answer'; readonly note: ItemId; readonly remark: string }
  | { readonly kind: 'changed'; readonly note: ItemId }
  | { readonly kind: 'stance'; readonly note: ItemId };

export function waitsFor(user: UserId, notes: readonly NoteText[], talk: Talk): readonly Waiting[] {
  const self = talk.participants.find((person) => person.user === user);
  const isEngineer = user === talk.engineer;
  const claims = isEngineer ? claimsToConfirm(talk) : [];
  const suggestions = isEngineer ? suggestionsToDecide(user, notes, talk) : [];
  const listed = new Set(suggestions.map(({ remark }) => remark));
  const answers = threadsToAnswer(user, notes, talk).filter(({ remark }) => !listed.has(remark));
  const role: Waiting[] = !self || self.role === null ? [{ kind: 'role' }] : [];
  const stances = self?.role && self.role !== 'facilitator' ? stancesToTake(user, notes, talk) : [];
  return [...role, ...claims, ...suggestions, ...answers, ...stances];
}

function claimsToConfirm(talk: Talk): Extract<Waiting, { kind: 'claim' }>[] {
  return talk.participants.flatMap(({ user, name, role, confirmed }) =>
    role === null || role === 'engineer' || confirmed ? [] : [{ kind: 'claim', user, name, role }],
  );
}

function suggestionsToDecide(
  user: UserId,
  notes: readonly NoteText[],
  talk: Talk,
): Extract<Waiting, { kind: 'suggestion' }>[] {
  return notes.flatMap((note) => {
    const open = openSuggestions(note, talk);
    const own = new Set(open.flatMap(({ id, author }) => (author === user ? [id] : [])));
    return open
      .filter(({ author, counteredBy }) => author !== user && !own.has(counteredBy ?? ''))
      .map(({ id }) => ({ kind: 'suggestion' as const, note: note.id, remark: id }));
  });
}

function threadsToAnswer(
  user: UserId,
  notes: readonly NoteText[],
  talk: Talk,
): Extract<Waiting, { kind: 'answer' }>[] {
  return notes.flatMap(({ id: note }) =>
    threadsOn(note, talk).flatMap((thread) => {
      const asked = thread.resolved ? undefined : askedOf(user, thread, talk.engineer).at(-1);
      return asked ? [{ kind: 'answer' as const, note, remark: asked.id }] : [];
    }),
  );
}

/** What waits in a thread for this person's answer, oldest first (W4). */
function askedOf(user: UserId, thread: Thread, engineer: UserId | null): readonly SpokenRemark[] {
  const spoken = remarksIn(thread).map((remark) => ({ remark, named: askedIn(remark) }));
  const concerned =
    user === engineer || spoken.some(({ remark, named }) => remark.author === user || named.includes(user));
  if (!concerned) return [];
  const own = spoken.findLastIndex(({ remark }) => remark.author === user || remark.verdict?.by === user);
  return spoken
    .slice(own + 1)
    .filter(({ remark, named }) => remark.verdict === null && (named.length === 0 || named.includes(user)))
    .map(({ remark }) => remark);
}

function stancesToTake(user: UserId, notes: readonly NoteText[], talk: Talk): Waiting[] {
  const own = notes.map((note) => ({
    note: note.id,
    position: positionsOn(note, talk).find(({ person }) => person.user === user),
  }));
  return [
    ...own
      .filter(({ position }) => position?.stance && !position.current)
      .map(({ note }) => ({ kind: 'changed' as const, note })),
    ...own.filter(({ position }) => !position?.stance).map(({ note }) => ({ kind: 'stance' as const, note })),
  ];
}
