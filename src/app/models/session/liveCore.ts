/** The board's live session as everybody's panel has it; live.ts makes it. */
import type { ReadonlySignal } from '@preact/signals';
import type { Badge } from '../../../annotations/session/badgeDocument.ts';
import type { Bring } from '../../../annotations/session/said.ts';
import type { SessionContent } from '../../../annotations/session/sessionDocument.ts';
import type { SheetId, UserId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { SessionStage } from '../../../workshop/session/agenda.ts';
import type { SessionPerson } from '../../../workshop/session/people.ts';
import type { Room } from '../../../workshop/session/room.ts';
import type { Claim } from '../../../workshop/session/seat.ts';
import type { Session } from '../../../workshop/session/session.ts';
import type { TimeLeft } from '../../../workshop/session/timeLeft.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface Live {
  readonly content: ReadonlySignal<SessionContent>;
  /** Null while none was set up. */
  readonly session: ReadonlySignal<Session | null>;
  /** The stage people are in; null before and after. */
  readonly stage: ReadonlySignal<SessionStage | null>;
  readonly left: ReadonlySignal<TimeLeft>;
  readonly holder: ReadonlySignal<Claim | null>;
  /** The holder's name, fit to stand in a sentence. */
  readonly holderName: ReadonlySignal<string>;
  readonly iHold: ReadonlySignal<boolean>;
  /** Whether this person may take the seat now. */
  readonly mayTake: ReadonlySignal<boolean>;
  readonly room: ReadonlySignal<Room>;
  /** Every sheet on the board that can be read, as everybody sees it. */
  readonly sheets: ReadonlySignal<readonly (readonly [SheetId, SheetView])[]>;
  readonly badges: ReadonlySignal<readonly Badge[]>;
  readonly iAmDone: ReadonlySignal<boolean>;
  readonly muted: ReadonlySignal<boolean>;
  /** The person of the list that this person is; null for somebody who just came. */
  readonly myself: ReadonlySignal<SessionPerson | null>;
  /** What this person is to be on a sheet, by the facilitator's list; null for nothing in particular. */
  planned(sheet: SheetId): Role | null;
  /** What everybody is asked to look at, until this person has answered. */
  readonly offer: ReadonlySignal<Bring | null>;
  /** Counts up when a stage has ended here, for whoever makes a sound. */
  readonly ended: ReadonlySignal<number>;
  /** Whether what the board has of it has been read. */
  readonly ready: ReadonlySignal<boolean>;
  sayDone(done: boolean): void;
  mute(on: boolean): void;
  answerOffer(): void;
  /** False while the board does not answer: then nobody could know whether it is free. */
  takeSeat(): boolean;
  offerSeat(to: UserId | null): void;
  leaveSeat(): void;
  /** Does it by this device's clock; false for anybody who does not hold the seat. */
  act(change: (session: Session, now: number) => Session): boolean;
  /** A session to begin with, in the place of none or of one that is over. */
  begin(session: Session): boolean;
  changePeople(people: readonly SessionPerson[]): boolean;
  say(what: string, value: unknown): boolean;
  /** Milliseconds, by this device's clock. */
  now(): number;
}
