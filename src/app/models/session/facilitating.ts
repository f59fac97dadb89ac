/**
 * What a facilitator does in a session: moves it, changes its agenda, nudges, brings people along. All of it is about
 * time and attention; none of it touches what anybody wrote.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { blindStep } from '../../../annotations/blindSetting.ts';
import { showNotes } from '../../../annotations/noteDrafts/switchWriting.ts';
import { bringsAlong, usesTimer } from '../../../annotations/session/said.ts';
import { readSheet } from '../../../annotations/sheetDocument.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { ItemId, LaneId, SheetId, UserId } from '../../../workshop/ids.ts';
import { addStage, editStage, type StageWords } from '../../../workshop/session/agenda.ts';
import * as run from '../../../workshop/session/session.ts';
import type { StagePlace } from '../../../workshop/stage.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Live } from './liveCore.ts';

export type Move =
  | { readonly kind: 'next' | 'back' | 'end' }
  | { readonly kind: 'go to'; readonly stage: string };

export interface Facilitating {
  /** A move that asks first, since people are still at it; null while none does. */
  readonly asking: ReadonlySignal<Move | null>;
  /** How many of those who are here have not said that they are done. */
  readonly busy: ReadonlySignal<number>;
  readonly bringing: ReadonlySignal<'ask' | 'go'>;
  /** Whether the board has a timer that this person may use; null until it is known. */
  readonly hasTimer: ReadonlySignal<boolean | null>;
  readonly usesTimer: ReadonlySignal<boolean>;
  /** Forward moves ask first while people are still writing; the others are made at once. */
  wish(move: Move): void;
  goAhead(): void;
  stay(): void;
  start(): void;
  pause(): void;
  resume(): void;
  reopen(): void;
  addMinutes(stage: string, minutes: number): void;
  skip(stage: string, skipped: boolean): void;
  move(stage: string, place: number): void;
  edit(stage: string, words: StageWords): void;
  add(after: string | null): void;
  drop(stage: string): void;
  nudge(user: UserId): void;
  bring(where: {
    readonly sheet: SheetId | null;
    readonly place: StagePlace | null;
    readonly frame: ItemId | null;
  }): void;
  bringBy(how: 'ask' | 'go'): void;
  useTimer(on: boolean): void;
  /** Sheets of this session on which notes are still written unseen. */
  readonly unseen: ReadonlySignal<readonly SheetId[]>;
  /**
   * Ends that on all of them: what people who are done wrote is shown. What others wrote stays in their browsers, for them
   * to show; nobody can do that for them. Stopped half-way, what is left can be shown later.
   */
  revealAll(): void;
  /** Counts what Miro's own voting counted last; says how many notes of the sheets here got votes. */
  takeVotes(): Promise<void>;
  /** Writes a note for somebody who has no laptop, marked so by a remark. */
  writeFor(person: string, sheet: SheetModel, lane: LaneId, text: string): Promise<boolean>;
  readonly dispose: Disposer;
}

interface Options {
  readonly live: Live;
  readonly models: () => readonly Pick<SheetModel, 'id' | 'document'>[];
  readonly platform: Pick<Platform, 'newId' | 'openAttending'>;
  readonly tell: (notice: NoticeContent) => void;
}

export function facilitating({ live, models, platform, tell }: Options): Facilitating {
  const owned = disposers();
  const asking = signal<Move | null>(null);
  const busy = computed(() => live.room.value.awaited - live.room.value.done);
  const hasTimer = signal<boolean | null>(null);
  const bringing = computed(() => (bringsAlong(live.content.value.said) ? 'go' : 'ask'));
  const timerOn = computed(() => usesTimer(live.content.value.said));
  /** A sheet that nobody planned here, on the same board, is none of the session's as soon as some were planned. */
  const unseen = computed(() => {
    const planned = new Set(live.content.value.people.flatMap(({ sheet }) => sheet ?? []));
    return live.sheets.value.flatMap(([id, { content }]) =>
      blindStep(content.writing) !== null && (planned.size === 0 || planned.has(id)) ? [id] : [],
    );
  });
  const attending = platform.openAttending();
  let over = false;
  owned.add(() => {
    over = true;
  });
  attending
    .then((one) => one.hasTimer())
    .then(
      (has) => {
        if (!over) hasTimer.value = has;
      },
      // Not known now: then none is offered.
      () => undefined,
    );

  /** The board's timer follows the stage; where it refuses, the panel's time is right all the same. */
  const setTimer = async (): Promise<void> => {
    if (!timerOn.peek() || !hasTimer.peek()) return;
    const left = live.left.peek();
    try {
      const one = await attending;
      if (left.kind === 'left' && left.running && left.ms > 0) await one.startTimer(Math.round(left.ms));
      else await one.stopTimer();
    } catch {
      // Somebody else's timer, a plan that ran out: nothing of the session hangs on it.
    }
  };
  const act = (change: (session: run.Session, now: number) => run.Session): void => {
    if (live.act(change)) void setTimer();
  };
  const make = (move: Move): void => {
    asking.value = null;
    if (move.kind === 'go to') act((session, now) => run.goTo(session, move.stage, now));
    else act({ next: run.next, back: run.back, end: run.end }[move.kind]);
  };
  const isForward = (move: Move): boolean => {
    if (move.kind !== 'go to') return move.kind !== 'back';
    const session = live.session.peek();
    const place = (id: string | null) => session?.agenda.findIndex((stage) => stage.id === id) ?? -1;
    return place(move.stage) > place(session?.stage ?? null);
  };
  // The question is over when the stage is another one, or everybody is done.
  owned.add(
    live.stage.subscribe(() => {
      asking.value = null;
    }),
  );

  return {
    asking,
    busy,
    bringing,
    hasTimer,
    usesTimer: timerOn,
    wish(move) {
      if (isForward(move) && live.stage.peek() && busy.peek() > 0) asking.value = move;
      else make(move);
    },
    goAhead() {
      if (asking.peek()) make(asking.peek() as Move);
    },
    stay() {
      asking.value = null;
    },
    start: () => act(run.start),
    pause: () => act(run.pause),
    resume: () => act(run.resume),
    reopen: () => act(run.reopen),
    addMinutes: (stage, minutes) => act((session, now) => run.addMinutes(session, stage, minutes, now)),
    skip: (stage, skipped) => act((session) => run.skip(session, stage, skipped)),
    move: (stage, place) => act((session) => run.reorder(session, stage, place)),
    edit: (stage, words) =>
      act((session) => run.changeAgenda(session, (agenda) => editStage(agenda, stage, words))),
    add: (after) =>
      act((session) =>
        run.changeAgenda(session, (agenda) =>
          addStage(agenda, after, {
            id: platform.newId(),
            title: 'Break',
            minutes: 5,
            do: 'Stretch your legs.',
          }),
        ),
      ),
    drop: (stage) => act((session) => run.drop(session, stage)),
    nudge: (user) => void live.say('nudge', { id: platform.newId(), to: user }),
    bring: (where) => void live.say('bring', { id: platform.newId(), ...where }),
    bringBy: (how) => void live.say('bringing', how === 'go' ? 'go' : undefined),
    useTimer(on) {
      live.say('timer', on ? true : undefined);
      if (on) void setTimer();
      else void attending.then((one) => one.stopTimer()).catch(() => undefined);
    },
    unseen,
    revealAll() {
      if (!live.iHold.peek()) return;
      const ids = unseen.peek();
      for (const { id, document } of models()) {
        // As it is now: somebody may have begun another step meanwhile.
        const step = ids.includes(id) ? blindStep(readSheet(document).writing) : null;
        if (step !== null) showNotes(document, step);
      }
    },
    async takeVotes() {
      try {
        const votes = await (await attending).votes();
        const ids = new Set(live.sheets.peek().flatMap(([, { notes }]) => [...notes.keys()]));
        const ours = [...(votes?.counts ?? [])].filter(([id, count]) => ids.has(id) && count > 0);
        if (ours.length === 0) {
          tell({ tone: 'info', message: 'Miro’s voting has counted nothing for notes of these sheets.' });
          return;
        }
        live.say('votes', Object.fromEntries(ours));
        tell({
          tone: 'info',
          message: `Votes of “${cleanLine(votes?.title ?? '')}” for ${ours.length} notes count like dots now.`,
        });
      } catch (error) {
        tell({ tone: 'warn', message: refusalWords(error, 'read the votes') });
      }
    },
    async writeFor(person, sheet, lane, text) {
      const before = new Set(sheet.shared.peek()?.notes.keys());
      // Whoever speaks on a sheet says who they are there.
      if (!sheet.view.peek()?.me.role) sheet.claim('facilitator');
      if (!(await sheet.addNote(lane, text))) return false;
      const fresh = [...(sheet.shared.peek()?.notes.values() ?? [])].find(
        (note) => !before.has(note.id) && note.text === text.trim(),
      );
      if (fresh) sheet.remark(fresh.id, `Written down for ${cleanLine(person)}.`, null);
      return true;
    },
    dispose: owned.dispose,
  };
}
