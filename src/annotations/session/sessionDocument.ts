/**
 * The session of a board as a Yjs document. Everybody reads it; only the devices of whoever holds the facilitator's seat
 * write it, each holder under a claim of their own, so that nothing two of them write is ever merged into something that
 * neither said (workshop/session/seat.ts).
 *
 *   about  schema
 *   terms  `<term>/<user>` → a Y.Map for each claim:
 *            user, name, at, left, offeredTo           the claim
 *            session, agenda, run, people, …           what this holder says, a plain value each
 *
 * A claim begins with a copy of all that its predecessor said, also of what this version does not know.
 */
import * as Y from 'yjs';
import { type UserId, userId } from '../../workshop/ids.ts';
import { agendaFrom, asFormat, stageOf } from '../../workshop/session/agenda.ts';
import { peopleFrom, type SessionPerson } from '../../workshop/session/people.ts';
import { type Claim, highestTerm, holderOf, nextTerm, ranked } from '../../workshop/session/seat.ts';
import type { Phase, Session } from '../../workshop/session/session.ts';
import { asNumber, asOneOf, asText, clip, field, longest, sorted, unknownRoots } from '../entries.ts';
import { isNewer, operate } from '../schema.ts';

const termsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('terms');

/** The fields of a claim that are about the seat, and not handed on to the next one. */
const seatFields = ['user', 'name', 'at', 'left', 'offeredTo'];

/** Claims that are kept: the present one, and a few before it, should two have been made at once. */
const keptClaims = 4;

export interface SessionContent {
  readonly claims: readonly Claim[];
  readonly holder: Claim | null;
  /** Null while nothing was set up. */
  readonly session: Session | null;
  readonly people: readonly SessionPerson[];
  /** Further things the holder said, each as it lies there. */
  said(what: string): unknown;
  /** Entries this version can't read. They are kept, never deleted. */
  readonly unknown: number;
  readonly newer: boolean;
}

function claimFrom(key: string, value: unknown): Claim | null {
  if (!(value instanceof Y.Map)) return null;
  const [term, user] = [Number(/^[1-9]\d{0,6}(?=\/)/.exec(key)?.[0] ?? 0), asText(value.get('user'))];
  if (term < 1 || term > highestTerm || !user) return null;
  const offered = asText(value.get('offeredTo'));
  return {
    term,
    user: userId(user),
    name: asText(value.get('name')) ?? '',
    at: asText(value.get('at')) ?? '',
    left: value.get('left') === true,
    offeredTo: offered ? userId(offered) : null,
  };
}

const keyOf = ({ term, user }: Pick<Claim, 'term' | 'user'>): string => `${term}/${encodeURIComponent(user)}`;

function readClaims(doc: Y.Doc): { readonly claims: readonly Claim[]; readonly unknown: number } {
  const claims: Claim[] = [];
  let unknown = 0;
  for (const [key, value] of sorted(termsOf(doc))) {
    const claim = claimFrom(key, value);
    // A claim under somebody else's key would make two of one.
    if (claim && keyOf(claim) === key) claims.push(claim);
    else unknown += 1;
  }
  return { claims: ranked(claims), unknown };
}

const phaseFrom = asOneOf<Phase>(['planned', 'going', 'ended']);

function spentFrom(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([stage, ms]) => {
      const known = asNumber(ms);
      return known !== null && known >= 0 && stage !== '__proto__' ? [[stage, known]] : [];
    }),
  );
}

function sessionFrom(values: Y.Map<unknown>): { readonly session: Session; readonly unknown: number } | null {
  const [about, run] = [values.get('session'), values.get('run')];
  const [id, template, format] = [
    asText(field(about, 'id')),
    asText(field(about, 'template')),
    asFormat(field(about, 'format')),
  ];
  const agenda = agendaFrom(values.get('agenda'));
  if (!id || template === null || !format || !agenda) return null;
  const stage = asText(field(run, 'stage'));
  // A stage that can't be read is none that anybody could be in.
  const known = stageOf(agenda.agenda, stage) !== undefined;
  const phase = phaseFrom(field(run, 'phase')) ?? 'planned';
  const since = known && phase === 'going' ? asNumber(field(run, 'since')) : null;
  return {
    session: {
      ...{ id, template, format },
      agenda: agenda.agenda,
      phase: known || phase === 'ended' ? phase : 'planned',
      stage: known ? stage : null,
      since,
      clock: asText(field(run, 'clock')),
      spent: spentFrom(field(run, 'spent')),
    },
    unknown: agenda.unknown,
  };
}

export function readSession(doc: Y.Doc): SessionContent {
  const { claims, unknown } = readClaims(doc);
  const holder = claims[0] ?? null;
  const values = holder ? termsOf(doc).get(keyOf(holder)) : undefined;
  const map = values instanceof Y.Map ? values : null;
  const found = map && sessionFrom(map);
  const people = peopleFrom(map?.get('people'));
  const unreadable = map?.has('session') && !found ? 1 : 0;
  return {
    claims,
    holder,
    session: found?.session ?? null,
    people: people.people,
    said: (what) => map?.get(what),
    unknown:
      unknown + unreadable + (found?.unknown ?? 0) + people.unknown + unknownRoots(doc, ['about', 'terms']),
    newer: isNewer(doc),
  };
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

export interface Claiming {
  readonly user: UserId;
  readonly name: string;
  readonly at: string;
}

/** Takes the seat with a term above all that are known here. Whether it may be taken is the caller's to know (F3). */
export const claimSeat = (doc: Y.Doc, { user, name, at }: Claiming): boolean =>
  operate(doc, 'claim-seat', () => {
    const terms = termsOf(doc);
    const { claims } = readClaims(doc);
    const before = claims[0] ? terms.get(keyOf(claims[0])) : undefined;
    const claim = new Y.Map<unknown>();
    if (before instanceof Y.Map)
      for (const [key, value] of sorted(before))
        if (!seatFields.includes(key) && !(value instanceof Y.AbstractType)) claim.set(key, value);
    claim.set('user', user);
    claim.set('name', clip(name, longest.name));
    claim.set('at', at);
    terms.set(keyOf({ term: nextTerm(claims), user }), claim);
    for (const old of claims.slice(keptClaims - 1)) terms.delete(keyOf(old));
  });

/** The claim by which this person holds the seat; null when somebody else does (F2). */
function ownClaim(doc: Y.Doc, user: UserId): Y.Map<unknown> | null {
  const holder = holderOf(readClaims(doc).claims);
  const own = holder?.user === user ? termsOf(doc).get(keyOf(holder)) : null;
  return own instanceof Y.Map ? own : null;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An equal write would travel and be stored for nothing. */
function put(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === undefined) {
    if (map.has(key)) map.delete(key);
  } else if (!same(map.get(key), value)) map.set(key, value);
}

/** False, too, when this person does not hold the seat. */
function asHolder(doc: Y.Doc, user: UserId, name: string, change: (own: Y.Map<unknown>) => void): boolean {
  if (!ownClaim(doc, user)) return false;
  return operate(doc, name, () => {
    const own = ownClaim(doc, user);
    if (own) change(own);
  });
}

export const leaveSeat = (doc: Y.Doc, user: UserId): boolean =>
  asHolder(doc, user, 'leave-seat', (own) => put(own, 'left', true));

/** Offers the seat to somebody; null takes the offer back. */
export const offerSeat = (doc: Y.Doc, user: UserId, to: UserId | null): boolean =>
  asHolder(doc, user, 'offer-seat', (own) => put(own, 'offeredTo', to ?? undefined));

export const writeSession = (doc: Y.Doc, user: UserId, session: Session): boolean =>
  asHolder(doc, user, 'write-session', (own) => {
    const { id, template, format, agenda, phase, stage, since, clock, spent } = session;
    put(own, 'session', { id, template, format });
    put(own, 'agenda', agenda);
    put(own, 'run', { phase, stage, since, clock, spent });
  });

export const writePeople = (doc: Y.Doc, user: UserId, people: readonly SessionPerson[]): boolean =>
  asHolder(doc, user, 'write-people', (own) => put(own, 'people', people));

/** Anything else the holder says to all; undefined takes it back. Names of fields that mean something here are refused. */
export const say = (doc: Y.Doc, user: UserId, what: string, value: unknown): boolean =>
  [...seatFields, 'session', 'agenda', 'run', 'people'].includes(what)
    ? false
    : asHolder(doc, user, 'say', (own) => put(own, what, value));
