/**
 * Who is in the room, and how far each is with the stage. Counts and ticks only: nothing here is anybody's words, and
 * nothing of what is in a draft.
 *
 * R1  Everybody who is on the board, was heard of, or is on the list is in the room once.
 * R2  Somebody on the list is the person of their board id; without one, whoever owns their sheet and is nobody else on
 *     the list; else the only one who is here under that name and is nobody else there.
 * R3  Waited for are those who are here and have something to do: on the list or, where there is one, at least with a
 *     part in a sheet. Not who only facilitates, nor who holds the seat without a sheet or a review of their own.
 * R4  Nobody waits for somebody who may only view the board.
 */
import type { SheetId, UserId } from '../ids.ts';
import type { Role } from '../roles.ts';
import type { SessionPerson } from './people.ts';

export interface Somebody {
  readonly user: UserId;
  readonly name: string;
}

export interface RoomInputs {
  readonly people: readonly SessionPerson[];
  /** On the board, as it tells, and as messages do. */
  readonly online: readonly Somebody[];
  /** Who owns which sheet. */
  readonly owners: ReadonlyMap<SheetId, UserId>;
  /** On which sheet people are just now. */
  readonly whereabouts: ReadonlyMap<string, { readonly sheet: string }>;
  /** Who said that they are done with this stage. */
  readonly done: ReadonlySet<UserId>;
  /** Who has said on some sheet that they are its engineer, a manager or a peer. */
  readonly parts: ReadonlySet<UserId>;
  /** Who can write nothing here, as far as is known. */
  readonly readers: ReadonlySet<UserId>;
  readonly holder: UserId | null;
}

export interface Occupant {
  /** Of the person on the list, or of whoever just came. */
  readonly key: string;
  readonly name: string;
  /** Null for somebody on the list who was never seen. */
  readonly user: UserId | null;
  readonly role: Role | null;
  readonly here: boolean;
  readonly holds: boolean;
  /** Their own sheet. */
  readonly sheet: SheetId | null;
  /** The sheet they look at now; null while they touch none. */
  readonly at: SheetId | null;
  readonly done: boolean;
  /** May only view the board. */
  readonly reads: boolean;
  /** Whether the stage waits for them (R3, R4). */
  readonly awaited: boolean;
}

export interface Room {
  readonly occupants: readonly Occupant[];
  readonly done: number;
  readonly awaited: number;
}

const plain = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whose board id each person on the list has (R2). */
export function usersOf({
  people,
  online,
  owners,
}: Pick<RoomInputs, 'people' | 'online' | 'owners'>): ReadonlyMap<string, UserId> {
  const users = new Map<string, UserId>();
  const taken = new Set<UserId>();
  const settle = (id: string, user: UserId): void => {
    users.set(id, user);
    taken.add(user);
  };
  for (const { id, user } of people) if (user) settle(id, user);
  const called = new Map(online.map(({ user, name }) => [user, plain(name)]));
  const owning = people.flatMap(({ id, name, sheet }) => {
    const owner = sheet === null || users.has(id) ? undefined : owners.get(sheet);
    return owner ? [{ id, owner, alike: called.get(owner) === plain(name) }] : [];
  });
  // Who owns two sheets is one person all the same, if they can be told by name the one who is called so.
  const ordered = owning.toSorted((a, b) => Number(b.alike) - Number(a.alike));
  for (const { id, owner } of ordered) if (!taken.has(owner)) settle(id, owner);
  for (const { id, name } of people) {
    if (users.has(id)) continue;
    const alike = online.filter((one) => plain(one.name) === plain(name) && !taken.has(one.user));
    const namesakes = people.filter((one) => !users.has(one.id) && plain(one.name) === plain(name));
    const [only] = alike;
    if (only && alike.length === 1 && namesakes.length === 1) {
      users.set(id, only.user);
      taken.add(only.user);
    }
  }
  return users;
}

export function roomOf(inputs: RoomInputs): Room {
  const { people, online, whereabouts, done, holder, owners, parts, readers } = inputs;
  const users = usersOf(inputs);
  const here = new Set(online.map(({ user }) => user));
  const sheets = new Map([...owners].map(([sheet, user]) => [user, sheet]));
  const occupant = (
    one: Pick<Occupant, 'key' | 'name' | 'user' | 'role' | 'sheet'>,
    /** What they have to do in the session: something on a sheet, perhaps, or nothing. */
    task: 'sheet' | 'perhaps' | 'none',
  ): Occupant => {
    const { user } = one;
    const at = user && whereabouts.get(user)?.sheet;
    const isHere = user !== null && here.has(user);
    const holds = user !== null && user === holder;
    const reads = user !== null && readers.has(user);
    return {
      ...one,
      here: isHere,
      holds,
      at: (at || null) as SheetId | null, // a sheet's id as its person's page told it
      done: user !== null && done.has(user),
      reads,
      awaited: isHere && !reads && (task === 'sheet' || (task === 'perhaps' && !holds)),
    };
  };
  const listed = people.map((one) => {
    const busy = one.role === 'engineer' || one.reviews.length > 0;
    const task = busy ? 'sheet' : one.role === 'facilitator' ? 'none' : 'perhaps';
    return occupant(
      { key: one.id, name: one.name, user: users.get(one.id) ?? null, role: one.role, sheet: one.sheet },
      task,
    );
  });
  const known = new Set(listed.map(({ user }) => user));
  const others = online
    .filter(({ user }) => !known.has(user))
    .map(({ user, name }) => {
      const sheet = sheets.get(user) ?? null;
      const task = sheet !== null ? 'sheet' : people.length === 0 || parts.has(user) ? 'perhaps' : 'none';
      return occupant({ key: user, name, user, role: null, sheet }, task);
    });
  const occupants = [...listed, ...others];
  const awaited = occupants.filter((one) => one.awaited);
  return { occupants, done: awaited.filter((one) => one.done).length, awaited: awaited.length };
}
