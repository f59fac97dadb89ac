/**
 * The board's live session, as everybody's panel has it: the stage, the time left, who is done, who holds the seat; and
 * what each may do in it. What only a facilitator does stands on top of this (facilitating.ts). Loaded where a board
 * has a session, or somebody sets one up.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { badgeDraftName } from '../../../annotations/privateNames.ts';
import { sayDoneWith, stageKey } from '../../../annotations/session/badgeDocument.ts';
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
import { type SheetId, type UserId, userId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import { stageOf } from '../../../workshop/session/agenda.ts';
import { roomOf, type Somebody } from '../../../workshop/session/room.ts';
import { mayTake } from '../../../workshop/session/seat.ts';
import { byClock } from '../../../workshop/session/session.ts';
import type { StageTool } from '../../../workshop/stage.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import { openPrivateDocument } from '../privateDocument.ts';
import type { SheetList } from '../sheetList.ts';
import type { SheetModel } from '../sheetModel.ts';
import type { SheetView } from '../sheetView.ts';
import type { Whereabouts } from '../whereabouts.ts';
import type { Afterwards } from './afterwards.ts';
import type { Dots } from './dots.ts';
import type { Facilitating } from './facilitating.ts';
import { type GoingAlong, type GoingAlongContext, goingAlong } from './goingAlong.ts';
import type { Live } from './liveCore.ts';
import { liveDocuments } from './liveDocuments.ts';
import { liveTime } from './liveTime.ts';
import { sayNotesDone } from './notesDone.ts';
import { readOwnSettings, setMuted } from './ownSettings.ts';
import { readersHere } from './readers.ts';
import { seatSigns } from './seatSigns.ts';
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
  const holder = computed(() => content.value.holder);
  const iHold = computed(() => holder.value?.user === me.id && !holder.value.left);
  const holderId = computed(() => holder.value?.user ?? null);
  const watching = seatSigns({ clock, sync, holder: holderId, online });
  owned.add(watching.dispose);
  const reach = signal(sync.connection.get().reach);
  owned.add(
    sync.connection.subscribe((now) => {
      reach.value = now.reach;
    }),
  );
  const saved = signal(sync.saved.get().board);
  owned.add(
    sync.saved.subscribe(({ board }) => {
      saved.value = board;
    }),
  );
  const refused = computed(() => saved.value === 'refused');
  const reading = readersHere({ sync, me: me.id, refused });
  owned.add(reading.dispose);
  const connected = computed(
    () => ready.value && reach.value !== 'offline' && reach.value !== 'joining' && !refused.value,
  );
  const free = computed(
    () =>
      connected.value && content.value.newer === false && mayTake(holder.value, me.id, watching.signs.value),
  );
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

  // The room.
  const sheets = computed(() => {
    const ids = list.entries.value.map(({ id }) => id);
    return list.models().flatMap(({ id, shared }): [SheetId, SheetView][] => {
      const view = shared.value;
      return view && ids.includes(id) ? [[id, view]] : [];
    });
  });
  const owners = computed(
    () =>
      new Map(
        sheets.value.flatMap(([id, { engineer }]): [SheetId, UserId][] => (engineer ? [[id, engineer]] : [])),
      ),
  );
  const parts = computed(
    () =>
      new Set(
        sheets.value.flatMap(([, { participants }]) =>
          participants.flatMap(({ user, role }) => (role !== null && role !== 'facilitator' ? [user] : [])),
        ),
      ),
  );
  const key = computed(() => {
    const current = session.value;
    return current && stage.value ? stageKey(current.id, stage.value.id) : null;
  });
  const done = computed(
    () =>
      new Set(
        documents.badges.value.flatMap((one) =>
          key.value !== null && one.done.has(key.value) ? [one.owner] : [],
        ),
      ),
  );
  const present = computed((): readonly Somebody[] => {
    const named = new Map(online.value.map(({ id, name }) => [id as string, cleanLine(name)]));
    if (!named.has(me.id)) named.set(me.id, cleanLine(me.name));
    const badgeNames = new Map<string, string>(
      documents.badges.value.map(({ owner, name }) => [owner, cleanLine(name)]),
    );
    for (const user of others.value.keys())
      if (!named.has(user)) named.set(user, badgeNames.get(user) || 'Somebody');
    return [...named].map(([user, name]) => ({ user: userId(user), name }));
  });
  const room = computed(() =>
    roomOf({
      people: content.value.people,
      online: present.value,
      owners: owners.value,
      whereabouts: others.value,
      done: done.value,
      parts: parts.value,
      readers: reading.readers.value,
      holder: iHold.value || holder.value?.left === false ? holderId.value : null,
    }),
  );
  const myself = computed(() => {
    const mine = room.value.occupants.find(({ user }) => user === me.id)?.key;
    return content.value.people.find(({ id }) => id === mine) ?? null;
  });

  // Whoever comes finds the sheet they have a part in: their own first, then the first one they review. Who has none and
  // runs the session goes on with that.
  let led = false;
  owned.add(
    effect(() => {
      const [mine, current] = [myself.value, list.current.value];
      if (led || !mine || (current && !current.ready.value)) return;
      if (current?.view.value?.me.role) {
        led = true;
        return;
      }
      const ids = list.entries.value.map(({ id }) => id);
      const review = content.value.people.find((one) => one.sheet !== null && mine.reviews.includes(one.id));
      const first = mine.sheet ?? review?.sheet ?? null;
      const runs = first === null && iHold.value && session.value !== null;
      if (!runs && (first === null || !ids.includes(first))) return;
      led = true;
      untracked(() => {
        if (first !== null) list.choose(first);
        else context.atSession.value = true;
      });
    }),
  );

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
          message: `${untracked(() => holderName.value)} asks how far you are. Say “I’m done” when you are.`,
        });
    }),
  );
  const holderName = computed(() => cleanLine(holder.value?.name ?? '') || 'The facilitator');

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

  /** Loads it when it is first asked for, and again where that failed. */
  const onDemand = <T>(load: () => Promise<T>): (() => T | null) => {
    const loaded = signal<T | null>(null);
    let asked = false;
    return () => {
      if (!asked) {
        asked = true;
        load().then(
          (value) => {
            loaded.value = value;
          },
          () => {
            asked = false;
          },
        );
      }
      return loaded.value;
    };
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
