/**
 * A session as a state machine: pure values in, pure values out. Times are milliseconds of the clock of whoever holds
 * the facilitator's seat (`now`); others know theirs by how far it is from their own (timeLeft.ts).
 *
 * S1  The time of a stage is its minutes less what was spent in it, however often it was left and taken up again.
 * S2  Moving takes nothing away: every stage stays in the agenda, with the time that was spent in it.
 * S3  *Next* goes to the next stage that is not skipped, *back* to the one before; at either end they do nothing.
 *     Going to a skipped stage takes it up again. Ending is an act of its own, and can be undone.
 * S4  While it is paused, before it begins and after it ended no time is spent.
 * S5  Time never runs backwards: where the clock was put back, what was counted stays.
 * S6  The stage that is current is always in the agenda while the session goes on.
 */
import type { Format } from '../stage.ts';
import {
  type Agenda,
  asMinutes,
  dropStage,
  editStage,
  moveStage,
  type SessionStage,
  skipStage,
  stageOf,
} from './agenda.ts';

export type Phase = 'planned' | 'going' | 'ended';

export interface Session {
  /** Of this run; a session after it on the same board has another. */
  readonly id: string;
  readonly format: Format;
  /** The template's name, as sheets have it. */
  readonly template: string;
  readonly agenda: Agenda;
  readonly phase: Phase;
  /** Null before it begins. */
  readonly stage: string | null;
  /** Since when time is running; null while it is not. */
  readonly since: number | null;
  /** The device by whose clock that is; null before anybody's clock was needed. */
  readonly clock: string | null;
  /** Milliseconds spent in each stage before that. */
  readonly spent: Readonly<Record<string, number>>;
}

export const newSession = (about: Pick<Session, 'id' | 'format' | 'template' | 'agenda'>): Session => ({
  ...about,
  phase: 'planned',
  stage: null,
  since: null,
  clock: null,
  spent: {},
});

export const currentStage = ({ agenda, stage }: Session): SessionStage | null =>
  stageOf(agenda, stage) ?? null;

const minute = 60_000;

/** Longer than any session: what a clock that jumps could claim was spent. */
const mostSpent = 24 * 60 * minute;

/** Milliseconds spent in the current stage since time is running (S5). */
export const running = ({ since }: Session, now: number): number =>
  since === null ? 0 : Math.min(mostSpent, Math.max(0, now - since));

const spentIn = ({ spent }: Session, id: string): number => (Object.hasOwn(spent, id) ? (spent[id] ?? 0) : 0);

/** Milliseconds that are left of the current stage, below 0 when it is over; null while there is none. */
export function timeLeft(session: Session, now: number): number | null {
  const stage = currentStage(session);
  if (!stage) return null;
  return stage.minutes * minute - spentIn(session, stage.id) - running(session, now);
}

/** What ran is put on the account of its stage. */
function settled(session: Session, now: number): Session {
  const { stage, since, spent } = session;
  if (since === null || stage === null) return session;
  return {
    ...session,
    since: null,
    spent: { ...spent, [stage]: spentIn(session, stage) + running(session, now) },
  };
}

const isPaused = ({ phase, since }: Session): boolean => phase === 'going' && since === null;

/** Into a stage, with time running unless it was paused. */
function into(session: Session, id: string, now: number): Session {
  const paused = isPaused(session);
  return {
    ...settled(session, now),
    agenda: skipStage(session.agenda, id, false),
    phase: 'going',
    stage: id,
    since: paused ? null : now,
  };
}

const open = ({ agenda }: Session): readonly string[] =>
  agenda.filter(({ skipped }) => !skipped).map(({ id }) => id);

/** The stage that *next* would go to; null at the end. */
export function nextStage(session: Session): SessionStage | null {
  const { agenda, stage } = session;
  const at = agenda.findIndex(({ id }) => id === stage);
  return agenda.slice(at + 1).find(({ skipped }) => !skipped) ?? null;
}

export function stageBefore(session: Session): SessionStage | null {
  const { agenda, stage } = session;
  const at = agenda.findIndex(({ id }) => id === stage);
  return agenda.slice(0, Math.max(0, at)).findLast(({ skipped }) => !skipped) ?? null;
}

/** Whether people have been in a stage and are no longer. */
export const isOver = ({ phase, stage, spent }: Session, id: string): boolean =>
  phase === 'ended' || (stage !== id && Object.hasOwn(spent, id));

// Commands. Each gives the same session where it asks for nothing that can be done now.

export function start(session: Session, now: number): Session {
  const [first] = open(session);
  return session.phase === 'planned' && first !== undefined ? into(session, first, now) : session;
}

export function goTo(session: Session, id: string, now: number): Session {
  if (session.phase === 'ended' || !stageOf(session.agenda, id) || session.stage === id) return session;
  return into(session, id, now);
}

const isGoing = ({ phase }: Session): boolean => phase === 'going';

export function next(session: Session, now: number): Session {
  const to = isGoing(session) ? nextStage(session) : null;
  return to ? into(session, to.id, now) : session;
}

export function back(session: Session, now: number): Session {
  const to = isGoing(session) ? stageBefore(session) : null;
  return to ? into(session, to.id, now) : session;
}

export const pause = (session: Session, now: number): Session =>
  isGoing(session) && session.since !== null ? settled(session, now) : session;

export const resume = (session: Session, now: number): Session =>
  isPaused(session) ? { ...session, since: now } : session;

/** Skips a stage or takes it up again. The current one is not skipped: going on does that. */
export const skip = (session: Session, id: string, skipped: boolean): Session =>
  id === session.stage || stageOf(session.agenda, id)?.skipped === skipped || !stageOf(session.agenda, id)
    ? session
    : { ...session, agenda: skipStage(session.agenda, id, skipped) };

/**
 * So many minutes more for a stage, or fewer. Never fewer than were spent in it, so that taking time away from the
 * current stage ends it at most now.
 */
export function addMinutes(session: Session, id: string, minutes: number, now: number): Session {
  const stage = stageOf(session.agenda, id);
  if (!stage) return session;
  const spent = spentIn(session, id) + (id === session.stage ? running(session, now) : 0);
  const least = Math.ceil(spent / minute);
  const wanted = asMinutes(
    minutes < 0 ? Math.max(stage.minutes + minutes, Math.min(stage.minutes, least)) : stage.minutes + minutes,
  );
  if (wanted === stage.minutes) return session;
  return { ...session, agenda: editStage(session.agenda, id, { minutes: wanted }) };
}

export function reorder(session: Session, id: string, place: number): Session {
  const agenda = moveStage(session.agenda, id, place);
  const same = agenda.every((stage, at) => stage === session.agenda[at]);
  return same ? session : { ...session, agenda };
}

/** The current stage can't be taken out (S6); nor the last one that is left. */
export const drop = (session: Session, id: string): Session =>
  id === session.stage ? session : { ...session, agenda: dropStage(session.agenda, id) };

export const changeAgenda = (session: Session, change: (agenda: Agenda) => Agenda): Session => {
  const agenda = change(session.agenda);
  return agenda === session.agenda ? session : { ...session, agenda };
};

export const end = (session: Session, now: number): Session =>
  session.phase === 'going' ? { ...settled(session, now), phase: 'ended' } : session;

/** A session that was ended goes on where it was. */
export const reopen = (session: Session, now: number): Session =>
  session.phase === 'ended' && session.stage !== null ? { ...session, phase: 'going', since: now } : session;

/**
 * As another device goes on with it, by its own clock. `before` is what the clock that counted until now shows at this
 * moment, as far as is known; `now` what this device's clock shows.
 */
export function byClock(
  session: Session,
  { clock, before, now }: { readonly clock: string; readonly before: number; readonly now: number },
): Session {
  if (session.clock === clock) return session;
  if (session.since === null) return { ...session, clock };
  return { ...settled(session, before), since: now, clock };
}
