/**
 * Collaborative sessions of apps on one board (websdk-reference-session): only one app at a time may run any, and a
 * person is in one at a time. Pure: each step gives the next state and what apps are told of it.
 */
import type { Json } from '../../base/json.ts';
import { refuse } from './refusal.ts';

export interface SessionData {
  readonly id: string;
  readonly app: string;
  readonly name: string;
  readonly description: string;
  readonly color: string;
  readonly starterId: string;
  readonly starterName: string;
  /** Ids of those who joined, in that order. The one who started it is not among them until they join. */
  readonly users: readonly string[];
}

export interface Invitation {
  readonly id: string;
  readonly session: string;
  readonly user: string;
  readonly from: string;
}

export interface Sessions {
  readonly running: readonly SessionData[];
  readonly invitations: readonly Invitation[];
}

export type InvitationReason = 'clicked-button' | 'timed-out' | 'clicked-outside';

/** Something for all pages of one app. */
export interface ToldApp {
  readonly app: string;
  readonly event: string;
  readonly payload: Json;
}

export interface SessionsStep {
  readonly sessions: Sessions;
  readonly told: readonly ToldApp[];
}

export const noSessions: Sessions = { running: [], invitations: [] };

/** Ours. */
const most = { sessions: 100, name: 200, description: 2000, invitations: 1000 } as const;
const usualColor = '#4262ff';

/** As the SDK hands it out. */
export const sessionAsMiro = ({ id, name, description, color, starterId, starterName }: SessionData) => ({
  id,
  name,
  description,
  color,
  starterId,
  starterName,
});

export const sessionOf = ({ running }: Sessions, app: string, id: string): SessionData =>
  running.find((session) => session.id === id && session.app === app) ??
  refuse('unknown-id', `Session not found: ${id}.`);

/** The session of this app that a person is in. */
export const joinedSession = ({ running }: Sessions, app: string, user: string): SessionData | undefined =>
  running.find((session) => session.app === app && session.users.includes(user));

export function startSession(
  sessions: Sessions,
  session: Omit<SessionData, 'users' | 'color' | 'description'> & {
    readonly color: string | undefined;
    readonly description: string | undefined;
  },
): SessionsStep & { readonly session: SessionData } {
  const { name, color = usualColor, description = '' } = session;
  if (sessions.running.some(({ app }) => app !== session.app))
    refuse('input', 'Another app is running a session on this board.');
  if (sessions.running.length >= most.sessions)
    refuse('input', `An app runs at most ${most.sessions} sessions on a board.`);
  if (name.trim() === '' || name.length > most.name)
    refuse('input', `A session needs a name of at most ${most.name} characters.`);
  if (description.length > most.description)
    refuse('input', `The description of a session has at most ${most.description} characters.`);
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color))
    refuse('input', `The color of a session is written as hex, such as ${usualColor}.`);
  const made: SessionData = { ...session, color, description, users: [] };
  return {
    session: made,
    sessions: { ...sessions, running: [...sessions.running, made] },
    told: [{ app: made.app, event: 'sessions:started', payload: { session: sessionAsMiro(made) } }],
  };
}

const userEvent = (session: SessionData, what: 'user-joined' | 'user-left', user: string): ToldApp => ({
  app: session.app,
  event: `sessions:${what}:${session.id}`,
  payload: { id: `${session.id}:${user}`, userId: user, sessionId: session.id },
});

const withUsers = (sessions: Sessions, id: string, users: readonly string[]): Sessions => ({
  ...sessions,
  running: sessions.running.map((session) => (session.id === id ? { ...session, users } : session)),
});

const withoutInvitations = (sessions: Sessions, gone: (invitation: Invitation) => boolean): Sessions => ({
  ...sessions,
  invitations: sessions.invitations.filter((invitation) => !gone(invitation)),
});

/** Out of whatever session they are in. */
export function leaveAll(sessions: Sessions, user: string): SessionsStep {
  const session = sessions.running.find(({ users }) => users.includes(user));
  if (!session) return { sessions, told: [] };
  return {
    sessions: withUsers(
      sessions,
      session.id,
      session.users.filter((one) => one !== user),
    ),
    told: [userEvent(session, 'user-left', user)],
  };
}

/** Joining needs no invitation. Whoever is in another session leaves it. */
export function joinSession(sessions: Sessions, app: string, id: string, user: string): SessionsStep {
  const session = sessionOf(sessions, app, id);
  if (session.users.includes(user)) return { sessions, told: [] };
  const left = leaveAll(sessions, user);
  const uninvited = withoutInvitations(left.sessions, (one) => one.session === id && one.user === user);
  return {
    sessions: withUsers(uninvited, id, [...session.users, user]),
    told: [...left.told, userEvent(session, 'user-joined', user)],
  };
}

export function leaveSession(sessions: Sessions, app: string, id: string, user: string): SessionsStep {
  if (!sessionOf(sessions, app, id).users.includes(user)) refuse('input', 'You are not in this session.');
  return leaveAll(sessions, user);
}

export function endSession(sessions: Sessions, app: string, id: string): SessionsStep {
  const session = sessionOf(sessions, app, id);
  const uninvited = withoutInvitations(sessions, (one) => one.session === id);
  return {
    sessions: { ...uninvited, running: uninvited.running.filter((one) => one.id !== id) },
    told: [{ app, event: 'sessions:ended', payload: { session: sessionAsMiro(session) } }],
  };
}

/** Whoever is in the session, or already asked, is not asked again. */
export function invite(
  sessions: Sessions,
  { app, session: id, users, from }: { app: string; session: string; users: readonly string[]; from: string },
  newId: () => string,
): SessionsStep & { readonly made: readonly Invitation[] } {
  const session = sessionOf(sessions, app, id);
  const asked = (user: string) => sessions.invitations.some((one) => one.session === id && one.user === user);
  const made = [...new Set(users)]
    .filter((user) => !session.users.includes(user) && !asked(user))
    .map((user): Invitation => ({ id: newId(), session: id, user, from }));
  if (sessions.invitations.length + made.length > most.invitations)
    refuse('input', 'Too many people are being invited at once.');
  return { sessions: { ...sessions, invitations: [...sessions.invitations, ...made] }, told: [], made };
}

/** An invitation that is no longer open changes nothing. */
export function answerInvitation(
  sessions: Sessions,
  id: string,
  status: 'accepted' | 'rejected',
  reason: InvitationReason,
): SessionsStep {
  const found = sessions.invitations.find((one) => one.id === id);
  const session = found && sessions.running.find((one) => one.id === found.session);
  if (!found || !session) return { sessions, told: [] };
  const closed = withoutInvitations(sessions, (one) => one.id === id);
  const responded: ToldApp = {
    app: session.app,
    event: `sessions:invitation-responded:${session.id}`,
    payload: { response: { user: found.user, status, reason } },
  };
  if (status === 'rejected') return { sessions: closed, told: [responded] };
  const joined = joinSession(closed, session.app, session.id, found.user);
  return { sessions: joined.sessions, told: [responded, ...joined.told] };
}
