/**
 * Who has signed what: every round of a sheet with the signatures under it, whether or not the round itself is here.
 *
 * S6  A round is signed when the engineer and every confirmed manager, at least one of them, have signed this very hash
 *     with signatures that fit: those of today, or those who counted when it was closed, which the round itself says.
 *     So a round stays signed when a manager is replaced, and the new one can sign what the old one had not. Whose devices are new to this browser's user is told beside it, and not hidden in it.
 *     Peers and facilitators may sign and are shown; nobody waits for them.
 * S7  Of several signatures by one person under one round the most trusted shows; between equals the first one given.
 * S8  A signature under a hash that is on no list here is shown all the same: the round has not arrived yet, or never
 *     will. It counts for no other round.
 */
import type { SheetId, UserId } from '../workshop/ids.ts';
import type { Role } from '../workshop/roles.ts';
import type { NumberedRound } from './numberedRounds.ts';
import type { Participant } from './participants.ts';
import type { Hash } from './sha256.ts';
import type { CheckedDesk } from './signatures.ts';
import type { DeviceKey } from './statements.ts';
import { compareTimes } from './times.ts';
import { type KnownDevices, type Trust, trustOf } from './trust.ts';

export interface Signature {
  readonly user: UserId;
  readonly device: DeviceKey;
  /** What they said to be when they signed. */
  readonly role: Role;
  /** By their clock. */
  readonly at: string;
  readonly trust: Trust;
  /** Whether the round waits for this person, by the roles of now or of when it was closed. */
  readonly counts: boolean;
}

export interface SignedRound {
  readonly hash: Hash;
  /** As the list of rounds has it; as the signer has it where the round is not on the list. */
  readonly number: number;
  /** `missing`: nobody has told this browser of such a round (S8). */
  readonly listed: 'the round' | 'beside' | 'missing';
  /** One for each person, by the order of the participants. */
  readonly signatures: readonly Signature[];
  /** Who counts now and has not signed it, or with a signature that does not fit. Nobody once it is signed. */
  readonly waitingFor: readonly UserId[];
  /** Counting people who signed it on a device that is new to this browser's user. */
  readonly onNewDevices: readonly UserId[];
  /** S6. */
  readonly signed: boolean;
}

export interface SignOffParts {
  readonly sheet: SheetId;
  readonly rounds: readonly NumberedRound[];
  readonly participants: readonly Participant[];
  readonly desks: readonly CheckedDesk[];
  readonly known: KnownDevices;
  /** The people of a round whose content is here: `content.people`. */
  readonly peopleThen?: (round: Hash) => readonly Participant[] | null;
}

const rank = (trust: Trust): number =>
  ({ 'known device': 0, 'vouched for': 1, 'new device': 2, 'does not fit': 3 })[trust];

const counting = (people: readonly Participant[]): readonly UserId[] =>
  people.filter(({ counts }) => counts).map(({ user }) => user);

/** Whoever has to, with the sheet's owner and a manager among them: no round can name another owner for itself. */
const isComplete = (people: readonly Participant[], owner: UserId | undefined, signed: ReadonlySet<UserId>) =>
  owner !== undefined &&
  signed.has(owner) &&
  people.some(({ role, counts }) => counts && role === 'manager') &&
  counting(people).every((user) => signed.has(user));

/** By number; at each the round first, then those beside it, then those that are not here. */
export function signedRounds(parts: SignOffParts): readonly SignedRound[] {
  const { rounds, participants, peopleThen } = parts;
  const found = signaturesByHash(parts);
  const order = new Map(participants.map(({ user }, at) => [user, at]));
  const owner = participants.find(({ role, counts }) => counts && role === 'engineer')?.user;
  const place = ({ user }: Signature): number => order.get(user) ?? participants.length;
  const entry = (hash: Hash, number: number, listed: SignedRound['listed']): SignedRound => {
    const then = peopleThen?.(hash) ?? [];
    const needed = new Set([...counting(participants), ...counting(then)]);
    const signatures = (found.get(hash)?.signatures ?? [])
      .map((one): Signature => ({ ...one, counts: needed.has(one.user) }))
      .sort((a, b) => place(a) - place(b));
    const fitting = signatures.filter(({ trust }) => trust !== 'does not fit');
    const by = new Set(fitting.map(({ user }) => user));
    const signed = isComplete(participants, owner, by) || isComplete(then, owner, by);
    const waitingFor = signed ? [] : counting(participants).filter((user) => !by.has(user));
    const onNewDevices = fitting
      .filter(({ counts, trust }) => counts && trust === 'new device')
      .map(({ user }) => user);
    return { hash, number, listed, signatures, waitingFor, onNewDevices, signed };
  };
  const listed = rounds.flatMap(({ hash, number, beside }) => [
    entry(hash, number, 'the round'),
    ...beside.map((twin) => entry(twin.hash, number, 'beside')),
  ]);
  const here = new Set(listed.map(({ hash }) => hash));
  const missing = [...found]
    .filter(([hash]) => !here.has(hash))
    .map(([hash, { number }]) => entry(hash, number, 'missing'))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return [...listed, ...missing].sort((a, b) => a.number - b.number);
}

type Bare = Omit<Signature, 'counts'>;

function signaturesByHash({ sheet, desks, known }: SignOffParts) {
  const found = new Map<Hash, { number: number; signatures: readonly Bare[] }>();
  for (const desk of [...desks].sort((a, b) => (a.owner < b.owner ? -1 : 1))) {
    const best = new Map<Hash, Bare>();
    for (const signOff of desk.signOffs) {
      const { round, number, device, role, at } = signOff.says;
      const trust = trustOf(signOff, desk, sheet, known);
      const next: Bare = { user: desk.owner, device, role, at, trust };
      const other = best.get(round);
      if (!other || isBetter(next, other)) best.set(round, next);
      if (!found.has(round)) found.set(round, { number, signatures: [] });
    }
    for (const [round, signature] of best) {
      const before = found.get(round);
      if (before) found.set(round, { ...before, signatures: [...before.signatures, signature] });
    }
  }
  return found;
}

const isBetter = (a: Bare, b: Bare): boolean =>
  (rank(a.trust) - rank(b.trust) || compareTimes(a.at, b.at) || (a.device < b.device ? -1 : 1)) < 0;

/** The newest round that this person has signed and that is on the list: what they compare with now. */
export const lastSignedBy = (user: UserId, rounds: readonly SignedRound[]): SignedRound | null =>
  rounds.findLast(
    ({ listed, signatures }) =>
      listed !== 'missing' && signatures.some((one) => one.user === user && one.trust !== 'does not fit'),
  ) ?? null;
