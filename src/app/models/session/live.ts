/**
 * The board's live session, as everybody's panel has it: the stage, the time left, who is done, who holds the seat; and
 * what each may do in it. What only a facilitator does stands on top of this (facilitating.ts). Loaded where a board
 * has a session, or somebody sets one up.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { badgeDraftName } from '../../../annotations/privateNames.ts';
import { sayDoneWith } from '../../../annotations/session/badgeDocument.ts';
import { bringIn, nudgeIn } from '../../../annotations/session/said.ts';
import {
  claimSeat,
  leaveSeat,
  offerSeat,
  say,
  writePeople,
  writeSession,
} from '../../../annotations/session/sessionDocument.ts';
import { disposers } from '../../../base/disposer.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Person } from '../../../miro/people.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { Role } from '../../../workshop/roles.ts';
import { stageOf } from '../../../workshop/session/agenda.ts';
import { byClock } from '../../../workshop/session/session.ts';
import type { StageTool } from '../../../workshop/stage.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import type { Whereabouts } from '../presence/whereabouts.ts';
import { openPrivateDocument } from '../sheet/privateDocument.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import type { Afterwards } from './afterwards.ts';
import type { Dots } from './dots.ts';
import type { Facilitating } from './facilitating.ts';
import { type GoingAlong, type GoingAlongContext, goingAlong } from './goingAlong.ts';
import { leadIn } from './leadIn.ts';
import type { Live } from './liveCore.ts';
import { liveDocuments } from './liveDocuments.ts';
import { liveRoom } from './liveRoom.ts';
import { liveSeat } from './liveSeat.ts';
import { liveTime } from './liveTime.ts';
import { sayNotesDone } from './notesDone.ts';
import { onDemand } from './onDemand.ts';
import { readOwnSettings, setMuted } from './ownSettings.ts';
import { readersHere } from './readers.ts';
import type { SettingUp, SettingUpContext } from './settingUp.ts';

export interface LiveContext extends GoingAlongContext, SettingUpContext {
  readonly platform: Platform;
  readonly sync: Sync;
  readonly me: Person;
  readonly list: SheetList;
  readonly online: ReadonlySignal<readonly Person[]>;
  readonly others: ReadonlySignal<ReadonlyMap<string, Whereabouts>>;
  /** Whether this person holds the seat: told to others while they are here. */
  readonly seated: Signal<boolean>;
  /** Whether the panel shows that there is a session; here it is known a moment sooner than from the board. */
  readonly hasLive: Signal<boolean>;
  readonly tell: (notice: NoticeContent) => void;
}

/** With what stands on top of it. */
export interface LiveSession extends Live {
  /** Coming along to what the facilitator shows, and going back. */
  readonly along: GoingAlong;
  /** Giving dots; null where the agenda has no stage for it, and until it is loaded. */
  readonly dots: ReadonlySignal<Dots | null>;
  /** The stage's own screen, in front of everything else. */
  readonly tool: Signal<StageTool | null>;
  /** Of notes written unseen, on all sheets on which this person has a part. */
  sayNotesDone(done: boolean): Promise<void>;
  /** This person takes the part that was planned for them, and is shown where the sheet lies. */
  settleIn(sheet: SheetModel, role: Role): void;
  /** What a facilitator does; loaded when it is first asked for. */
  lead(): Facilitating | null;
  /** Setting a session up; loaded when it is first asked for. */
  setUp(): SettingUp | null;
  /** What came of it; loaded when it is first asked for. */
  after(): Afterwards | null;
  dispose(): void;
}

export async function openLive(context: LiveContext): Promise<LiveSession> {
  const { platform, sync, me, list, online, others, seated, hasLive, tell } = context;
  const { clock } = platform;
  const owned = disposers();

  const documents = liveDocuments(sync, me.id);
  owned.add(documents.dispose);
  const { content, ready } = documents;
  const own = await openPrivateDocument(sync, badgeDraftName(me.id), readOwnSettings);
  owned.add(own.dispose);

  const ahead = signal(sync.clocks.get());
  owned.add(
    sync.clocks.subscribe((now) => {
      ahead.value = now;
    }),
  );
  const aheadOf = (device: string | null): number | null =>
    device === null || device === sync.device ? 0 : (ahead.value.get(device) ?? null);

  const session = computed(() => content.value.session);
  const stage = computed(() => {
    const current = session.value;
    return current?.phase === 'going' ? (stageOf(current.agenda, current.stage) ?? null) : null;
  });
  const seat = liveSeat({ sync, clock, me, documents, online });
  owned.add(seat.dispose);
  const { holder, holderName, iHold, free } = seat;
  const reading = readersHere({ sync, me: me.id, refused: seat.refused });
  owned.add(reading.dispose);
  owned.add(
    effect(() => {
      seated.value = iHold.value;
      if (session.value) hasLive.value = true;
    }),
  );

  const ended = signal(0);
  const time = liveTime({
    ...{ clock, session, aheadOf },
    onOver({ title }) {
      if (own.content.peek().muted) return;
      ended.value += 1;
      // Seen also by who looks at the board. Refused, the panel says it all the same.
      void platform.screens.notify(`Time is up: ${cleanLine(title)}`).catch(() => undefined);
    },
  });
  owned.add(time.dispose);

  const {
    sheets,
    done,
    stageDone: key,
    room,
    myself,
  } = liveRoom({
    me,
    list,
    online,
    others,
    documents,
    session,
    stage,
    holder,
    iHold,
    readers: reading.readers,
  });

  owned.add(leadIn({ list, content, session, iHold, myself, atSession: context.atSession }));

  // What the facilitator asks of this person.
  const answered = signal<string | null>(null);
  const bring = computed(() => bringIn(content.value.said) ?? null);
  // What was said before this panel opened is over.
  answered.value = bring.peek()?.id ?? null;
  const offer = computed(() => {
    const now = bring.value;
    return now && now.id !== answered.value && !iHold.value && session.value?.phase === 'going' ? now : null;
  });
  const answerOffer = (): void => {
    answered.value = bring.peek()?.id ?? null;
  };
  const along = goingAlong(context, { offer, answerOffer, content, planned: (sheet) => live.planned(sheet) });
  owned.add(along.dispose);
  let nudged = nudgeIn(content.peek().said)?.id;
  owned.add(
    effect(() => {
      const nudge = nudgeIn(content.value.said);
      if (!nudge || nudge.id === nudged) return;
      nudged = nudge.id;
      if (nudge.to === me.id)
        tell({
          tone: 'info',
          message: `${holderName.peek()} asks how far you are. Say “I’m done” when you are.`,
        });
    }),
  );

  const at = (): string => new Date(clock.now()).toISOString();
  const flushed = <T>(result: T): T => {
    documents.read();
    // A stage that changes should be with the others at once, and on the board for those who come.
    void sync.flush();
    return result;
  };
  const asHolder = (work: () => boolean): boolean => iHold.peek() && flushed(work());

  /** Who may only view learns it from the first save; the board does not tell before. */
  const untilSaved = (): void => {
    const stop = sync.saved.subscribe(({ board }) => {
      if (board === 'saved' || board === 'refused') stop();
      if (board !== 'refused' || !iHold.peek()) return;
      leaveSeat(documents.session(), me.id);
      documents.read();
      const message =
        'The board lets you read only, so the seat is free again. Ask its owner to let you edit, or let somebody else take it.';
      tell({ tone: 'warn', message });
    });
    owned.add(stop);
  };

  const dots = signal<Dots | null>(null);
  const tool = signal<StageTool | null>(null);
  // A stage's screen is over with its stage, and the session's own with the session, for all who don't run it.
  let going = false;
  owned.add(
    effect(() => {
      const now = stage.value?.tool ?? null;
      const over = going && session.value?.phase !== 'going';
      going = session.value?.phase === 'going';
      untracked(() => {
        const left = tool.value !== null && tool.value !== now;
        if (left) tool.value = null;
        if ((left || over) && !iHold.value) context.atSession.value = false;
      });
    }),
  );

  const live: LiveSession = {
    content,
    session,
    stage,
    left: time.left,
    holder,
    holderName,
    iHold,
    mayTake: free,
    room,
    sheets,
    badges: documents.badges,
    iAmDone: computed(() => done.value.has(me.id)),
    muted: computed(() => own.content.value.muted),
    myself,
    planned(sheet) {
      const mine = myself.value;
      if (mine?.sheet === sheet) return 'engineer';
      const owner = content.value.people.find((one) => one.sheet === sheet);
      if (mine && owner && mine.reviews.includes(owner.id))
        return mine.role === 'engineer' ? 'peer' : mine.role;
      return iHold.value || mine?.role === 'facilitator' ? 'facilitator' : null;
    },
    sayNotesDone: (isDone) => sayNotesDone(list, isDone),
    settleIn(sheet, role) {
      sheet.claim(role);
      const frame = sheet.shared.peek()?.content.frame;
      if (frame) void platform.board.show([frame]).catch(() => undefined);
    },
    offer,
    ended,
    ready,
    along,
    dots,
    tool,
    lead: onDemand(async () => {
      const { facilitating } = await import('./facilitating.ts');
      const opened = facilitating({ live, models: () => list.models(), platform, tell });
      owned.add(opened.dispose);
      return opened;
    }),
    after: onDemand(async () =>
      (await import('./afterwards.ts')).afterwards({ live, platform, boardId: context.boardId, tell }),
    ),
    setUp: onDemand(async () => (await import('./settingUp.ts')).settingUp(context, live)),
    sayDone(isDone) {
      const stage = key.peek();
      if (stage === null) return;
      sayDoneWith(documents.myBadge(), { name: me.name, stage, done: isDone, at: at() });
    },
    mute: (on) => void setMuted(own.doc(), on),
    answerOffer,
    takeSeat() {
      if (!free.peek()) return false;
      const taken = flushed(claimSeat(documents.session(), { user: me.id, name: me.name, at: at() }));
      if (taken) untilSaved();
      return taken;
    },
    offerSeat: (to) => void asHolder(() => offerSeat(documents.session(), me.id, to)),
    leaveSeat: () => void asHolder(() => leaveSeat(documents.session(), me.id)),
    act(change) {
      const current = session.peek();
      if (!current) return false;
      return asHolder(() => {
        const now = clock.now();
        const before = now + (aheadOf(current.clock) ?? 0);
        return writeSession(
          documents.session(),
          me.id,
          change(byClock(current, { clock: sync.device, before, now }), now),
        );
      });
    },
    begin: (fresh) => asHolder(() => writeSession(documents.session(), me.id, fresh)),
    changePeople: (people) => asHolder(() => writePeople(documents.session(), me.id, people)),
    say: (what, value) => asHolder(() => say(documents.session(), me.id, what, value)),
    now: clock.now,
    dispose() {
      seated.value = false;
      owned.dispose();
    },
  };
  const hasDots = computed(() => session.value?.agenda.some((one) => one.tool === 'dots') === true);
  const loadDots = onDemand(async () => {
    const opened = (await import('./dots.ts')).openDots({ live, own, myBadge: documents.myBadge });
    owned.add(opened.dispose);
    return opened;
  });
  owned.add(
    effect(() => {
      if (hasDots.value) dots.value = loadDots();
    }),
  );
  return live;
}
