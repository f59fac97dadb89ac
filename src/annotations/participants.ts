/**
 * Who takes part in a sheet and whose agreement counts. From all desks and the sheet's engineer, never set by hand.
 *
 * P1  The engineer is whoever the sheet names, whatever they claim.
 * P2  Anybody else's role counts once the engineer's desk confirms exactly the role they claim.
 * P3  Nobody else can be the engineer: such a claim is never confirmed.
 * P4  Without an engineer nobody's role is confirmed.
 * P5  Agreement needs the engineer and every confirmed manager. Peers and facilitators have a voice, not a say.
 */
import type { UserId } from '../workshop/ids.ts';
import type { Role } from '../workshop/roles.ts';
import type { Desk } from './desk.ts';

export interface Participant {
  readonly user: UserId;
  /** As their desk gives it; empty while their desk has not arrived. */
  readonly name: string;
  /** What they say they are; null if nothing yet. For the engineer it is `engineer`. */
  readonly role: Role | null;
  /** Whether the role counts (P1, P2). */
  readonly confirmed: boolean;
  /** Whether agreement needs them (P5). */
  readonly counts: boolean;
}

const order = (role: Role | null): number =>
  role === null ? 4 : { engineer: 0, manager: 1, peer: 2, facilitator: 3 }[role];

/** The engineer first, then by role, name and id, so that everybody sees the same order. */
export function participantsOf(desks: readonly Desk[], engineer: UserId | null): readonly Participant[] {
  const confirmations = desks.find(({ owner }) => owner === engineer)?.confirmed;
  const participants = desks.map(({ owner: user, name, claim }): Participant => {
    if (user === engineer) return { user, name, role: 'engineer', confirmed: true, counts: true };
    const confirmed = claim !== null && claim !== 'engineer' && confirmations?.get(user) === claim;
    return { user, name, role: claim, confirmed, counts: confirmed && claim === 'manager' };
  });
  if (engineer !== null && !participants.some(({ user }) => user === engineer))
    participants.push({ user: engineer, name: '', role: 'engineer', confirmed: true, counts: true });
  return participants.sort(
    (a, b) =>
      Number(b.user === engineer) - Number(a.user === engineer) ||
      order(a.role) - order(b.role) ||
      compare(a.name, b.name) ||
      compare(a.user, b.user),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
