/** Apps' sessions in their room: who is in which, who is asked to join, and what apps are told. They end with the server. */
import type { Disposer } from '../../../base/disposer.ts';
import type { LiveAct, LiveNews } from '../../client/liveProtocol.ts';
import type { Refusal } from '../../model/refusal.ts';
import {
  answerInvitation,
  endSession,
  type InvitationReason,
  invite,
  joinedSession,
  joinSession,
  leaveAll,
  leaveSession,
  noSessions,
  type SessionsStep,
  sessionAsMiro,
  sessionOf,
  startSession,
} from '../../model/sessions.ts';
import {
  done,
  type LiveAnswer,
  type LivePorts,
  type LiveSeat,
  onlyEditors,
  refusing,
  returning,
} from './ports.ts';

/** How long an invitation stays open. Milliseconds; Miro documents that it ends by itself, not when. */
const invitationTime = 30_000;

export type SessionAct = Extract<
  LiveAct,
  { readonly do: `session-${string}` | 'sessions' | 'invitation-answer' }
>;

export type SessionsDesk = ReturnType<typeof createSessions>;

export function createSessions(ports: LivePorts) {
  let sessions = noSessions;
  const waits = new Map<string, Disposer>();
  const endListeners = new Set<(app: string) => void>();

  const invitationsFor = (user: string): LiveNews => ({
    news: 'invitations',
    invitations: sessions.invitations
      .filter((one) => one.user === user)
      .flatMap(({ id, from, session }) => {
        const found = sessions.running.find((one) => one.id === session);
        if (!found) return [];
        const { name, description, color } = found;
        return [{ id, from, session: { name, description, color } }];
      }),
  });

  function become(step: SessionsStep): void {
    const before = sessions;
    sessions = step.sessions;
    for (const { app, event, payload } of step.told)
      for (const seat of ports.seats()) seat.tell({ news: 'told', app, event, payload });
    const open = new Set(sessions.invitations);
    const was = new Set(before.invitations);
    const closed = before.invitations.filter((one) => !open.has(one));
    const opened = sessions.invitations.filter((one) => !was.has(one));
    for (const { id } of closed) {
      waits.get(id)?.();
      waits.delete(id);
    }
    const asked = new Set([...closed, ...opened].map(({ user }) => user));
    for (const seat of ports.seats()) if (asked.has(seat.userId)) seat.tell(invitationsFor(seat.userId));
    for (const app of new Set(before.running.map((one) => one.app)))
      if (!sessions.running.some((one) => one.app === app))
        for (const listener of [...endListeners]) listener(app);
  }

  const answer = (id: string, status: 'accepted' | 'rejected', reason: InvitationReason) =>
    become(answerInvitation(sessions, id, status, reason));

  function sendInvitations(seat: LiveSeat, act: Extract<SessionAct, { do: 'session-invite' }>): void {
    const step = invite(sessions, { ...act, from: seat.name }, ports.newId);
    for (const { id } of step.made)
      waits.set(
        id,
        ports.after(invitationTime, () => answer(id, 'rejected', 'timed-out')),
      );
    become(step);
  }

  function answered(seat: LiveSeat, act: Extract<SessionAct, { do: 'invitation-answer' }>): void {
    const found = sessions.invitations.find(({ id }) => id === act.invitation);
    // Only whoever was asked answers; one window may have been quicker than another.
    if (found?.user !== seat.userId) return;
    if (act.answer === 'accept') answer(found.id, 'accepted', 'clicked-button');
    else answer(found.id, 'rejected', act.answer === 'decline' ? 'clicked-button' : 'clicked-outside');
  }

  const changesForAll = new Set<SessionAct['do']>(['session-start', 'session-invite', 'session-end']);

  return {
    /** The session of this app that a person is in, if any. */
    joined: (app: string, user: string) => joinedSession(sessions, app, user),
    isRunning: (app: string): boolean => sessions.running.some((session) => session.app === app),
    /** The last session of an app has ended. */
    onAllEnded(listener: (app: string) => void): void {
      endListeners.add(listener);
    },
    greet: (seat: LiveSeat) => seat.tell(invitationsFor(seat.userId)),
    left(seat: LiveSeat): void {
      const isHere = () => ports.seats().some(({ userId }) => userId === seat.userId);
      if (isHere() || !sessions.running.some(({ users }) => users.includes(seat.userId))) return;
      const key = `left ${seat.userId}`;
      waits.get(key)?.();
      waits.set(
        key,
        ports.after(returning, () => {
          waits.delete(key);
          if (!isHere()) become(leaveAll(sessions, seat.userId));
        }),
      );
    },
    act(seat: LiveSeat, act: SessionAct): LiveAnswer {
      if (seat.switches().access === 'view' && changesForAll.has(act.do))
        return onlyEditors satisfies Refusal;
      return refusing(() => {
        switch (act.do) {
          case 'session-start': {
            const step = startSession(sessions, {
              id: ports.newId(),
              app: act.app,
              name: act.name,
              color: act.color,
              description: act.description,
              starterId: seat.userId,
              starterName: seat.name,
            });
            become(step);
            return { ids: [], value: sessionAsMiro(step.session) };
          }
          case 'sessions':
            return {
              ids: [],
              value: sessions.running.filter(({ app }) => app === act.app).map(sessionAsMiro),
            };
          case 'session-users':
            return { ids: sessionOf(sessions, act.app, act.session).users };
          case 'session-join':
            become(joinSession(sessions, act.app, act.session, seat.userId));
            return done;
          case 'session-leave':
            become(leaveSession(sessions, act.app, act.session, seat.userId));
            return done;
          case 'session-end':
            become(endSession(sessions, act.app, act.session));
            return done;
          case 'session-invite':
            sendInvitations(seat, act);
            return done;
          case 'invitation-answer':
            answered(seat, act);
            return done;
          default:
            return act satisfies never;
        }
      });
    },
    dispose(): void {
      for (const cancel of waits.values()) cancel();
      waits.clear();
    },
  };
}
