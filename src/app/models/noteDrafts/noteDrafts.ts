/**
 * One person's part in writing notes unseen first: what they write in their browser, *done* and the reveal, what a step
 * left behind, and how both sides' notes get to the board. Of views given unseen, a step later, see unseen.ts.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { blindStep } from '../../../annotations/blindSetting.ts';
import { openStep } from '../../../annotations/heldWords.ts';
import { type Comparison, compareSides } from '../../../annotations/noteDrafts/alike.ts';
import { byOrder, type DraftNote, noteOfEntry } from '../../../annotations/noteDrafts/draftNote.ts';
import {
  keepNotes,
  moveDraftNote,
  removeNote,
  rewordNote,
  writeNote,
} from '../../../annotations/noteDrafts/draftNotes.ts';
import {
  countNotes,
  heldNoteEntries,
  holdNotes,
  missingOnDesk,
  readHeldNotes,
  releaseNotes,
  sayNotesDone,
  takeBackNotesDone,
} from '../../../annotations/noteDrafts/heldNotes.ts';
import {
  chooseForAlike,
  doublesOf,
  type Keep,
  type NoteKey,
  noteKey,
  originsOf,
  type Placement,
  type Placing,
  readPlacing,
  stickiesOf,
} from '../../../annotations/noteDrafts/placements.ts';
import { type PlacingPlan, planPlacing } from '../../../annotations/noteDrafts/placingPlan.ts';
import {
  type NotesDesk,
  notesKeptBack,
  ownNotes,
  revealedNotes,
  type SideNote,
  writingState,
} from '../../../annotations/noteDrafts/revealed.ts';
import { showNotes } from '../../../annotations/noteDrafts/switchWriting.ts';
import { noteDraftName } from '../../../annotations/privateNames.ts';
import { authorsIn } from '../../../annotations/session/authors.ts';
import type { StepState } from '../../../annotations/unseen.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { ItemId, LaneId, UserId } from '../../../workshop/ids.ts';
import { lanesOf, sheetColumns } from '../../../workshop/lens.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { NextInStep } from '../steps/nextInStep.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { asRole } from '../words/roleWords.ts';
import { type BoardWriting, boardWriting } from './boardWriting.ts';
import { draftFiles } from './draftFiles.ts';
import { askMessage, nextWords } from './draftWords.ts';
import {
  type PlacingProgress,
  type PlacingResult,
  placeNotes,
  takeAway,
  takeDoublesAway,
} from './placeNotes.ts';
import { openPrivateNotes } from './privateNotes.ts';
import { sideTags, takeSideTagsOff } from './sideTags.ts';
import type { OriginView, TakingIn, WritingStage } from './state.ts';
import { switchNotes } from './switchNotes.ts';

/** Notes of mine that nobody else sees, and that nothing will show unless I say so. */
export interface LeftNotes {
  readonly notes: readonly DraftNote[];
  /** Some of them are on my desk, where somebody with tools of their own could have read them. */
  readonly onDesk: boolean;
}

/** What everybody sees of the notes written unseen. */
export interface Revealed {
  readonly comparison: Comparison;
  /** The sticky of each note that is on the board. */
  readonly stickies: ReadonlyMap<NoteKey, ItemId>;
  readonly choices: ReadonlyMap<string, Keep>;
  /** How many stickies would come. */
  readonly waiting: number;
}

export type PlacingState =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'placing'; readonly stopping: boolean } & PlacingProgress);

export interface NoteDrafts {
  readonly stage: ReadonlySignal<WritingStage>;
  /** As I wrote them, in this browser or, once I am done, on my desk; in the order of their lanes. */
  readonly mine: ReadonlySignal<readonly DraftNote[]>;
  /** Null while notes are written in the open. */
  readonly people: ReadonlySignal<StepState | null>;
  readonly left: ReadonlySignal<LeftNotes | null>;
  /** Whether this browser holds notes of mine that are nowhere else. */
  readonly drafted: ReadonlySignal<boolean>;
  readonly revealed: ReadonlySignal<Revealed>;
  /** Whose the stickies are that were written unseen. */
  readonly origins: ReadonlySignal<ReadonlyMap<ItemId, readonly OriginView[]>>;
  /** Stickies that two made for one note unaware of each other, and nobody has taken away. */
  readonly doubles: ReadonlySignal<number>;
  /** Whether tags on the board say whose notes are. */
  readonly named: ReadonlySignal<boolean>;
  /** Who else puts notes on the board just now. */
  readonly otherPlaces: ReadonlySignal<UserId | null>;
  readonly placing: ReadonlySignal<PlacingState>;
  readonly board: BoardWriting;
  /** What this person should do here now. */
  readonly next: ReadonlySignal<NextInStep | null>;
  readonly maySwitch: ReadonlySignal<boolean>;
  nameOf(user: UserId): string;
  /** Whose a note is said to be; empty where that is not said. */
  writerOf(note: Pick<SideNote, 'user' | 'step'>): string;
  switchOn(on: boolean): void;
  /** False when this version may not write. */
  write(lane: LaneId, text: string): boolean;
  reword(id: string, text: string): boolean;
  /** To this place among the other notes of the lane, from 0. */
  move(id: string, lane: LaneId, index: number): void;
  remove(id: string): void;
  /** My notes go to my desk. */
  done(): void;
  /** They come back into this browser. */
  notDone(): void;
  /** Nobody else is waited for: my notes are for everybody now, and notes are written in the open. */
  endAlone(): void;
  /** What was left behind is for everybody now, or, where I wait for others, once they are done. */
  showLeft(): void;
  throwLeftAway(): void;
  choose(notes: readonly SideNote[], keep: Keep): void;
  /** Puts on the board what waits; `named`: with tags that say whose each note is. */
  place(named: boolean): Promise<void>;
  cancel(): void;
  takeDoublesAway(): Promise<void>;
  takeNamesOff(): Promise<void>;
  /** A message for whoever is waited for. */
  ask(): Promise<void>;
  save(): void;
  /** A file's text, perhaps of somebody else or of another sheet: then `sure` says that it is meant. */
  takeIn(text: string, sure?: boolean): TakingIn;
  dispose: Disposer;
}

/** Milliseconds until others are told how many notes I have written: the moment tells nobody which one. */
const telling = 5_000;
/** Milliseconds after which somebody who put notes on the board and says nothing more is taken to have stopped. */
const silence = 20_000;
/** Milliseconds of quiet before doubles of mine are taken away: what made them two may not all be heard of yet. */
const calm = 5_000;

export async function openNoteDrafts(context: SheetContext): Promise<NoteDrafts> {
  const { id: sheet, platform, sync, documents, view, keeper, tell, now } = context;
  const { board, clock } = platform;
  const me = context.me.id;
  const owned = disposers();
  const draft = await openPrivateNotes({
    sync,
    name: noteDraftName(sheet, me),
    stillNeeded: (entries) => (sync.forgotten.get() ? [] : missingOnDesk(documents.myDesk(), entries)),
  });
  owned.add(draft.dispose);
  let disposed = false;
  owned.add(() => {
    disposed = true;
  });

  const desks = computed((): readonly NotesDesk[] =>
    documents.sources.value.map(({ desk, doc }) => ({ desk, ...heldOf(desk, doc) })),
  );
  const setting = computed(() => documents.content.value.writing);
  const step = computed(() => blindStep(setting.value));
  const mine = computed(() => desks.value.find(({ desk }) => desk.owner === me));
  const stage = computed(
    (): WritingStage =>
      step.value === null ? 'open' : mine.value?.done.has(step.value) ? 'waiting' : 'drafting',
  );
  const people = computed(() =>
    step.value === null
      ? null
      : writingState(step.value, desks.value, documents.content.value.engineer, documents.left.value),
  );
  const own = computed((): readonly DraftNote[] => {
    if (stage.value === 'waiting' && mine.value && step.value !== null)
      return ownNotes(mine.value, step.value);
    return stage.value === 'drafting' ? notesOf(draft.entries.value) : [];
  });

  /** In this browser, and nowhere on the desk in this form or a newer one. */
  const leftHere = computed(() => {
    // My desk as it was read last: asked again whenever it changes.
    void mine.value;
    return stage.value === 'drafting' ? [] : missingOnDesk(documents.myDesk(), draft.entries.value);
  });
  const stepsLeft = computed(() => (mine.value ? notesKeptBack(setting.value, mine.value) : []));
  const left = computed((): LeftNotes | null => {
    const steps = stage.value === 'waiting' ? [] : stepsLeft.value;
    const onDesk = steps.length > 0 ? heldNoteEntries(documents.myDesk(), steps) : [];
    const notes = notesOf([...onDesk, ...leftHere.value]);
    return notes.length > 0 ? { notes, onDesk: onDesk.length > 0 } : null;
  });
  const drafted = computed(
    () => (stage.value === 'drafting' ? draft.entries.value : leftHere.value).length > 0,
  );

  /** Read anew at each change of the sheet, which is when its content is. */
  const placingRecord = computed((): Placing => {
    void documents.content.value;
    return readPlacing(documents.sheet);
  });
  const isGone = (item: ItemId): boolean => documents.content.peek().items.get(item)?.gone === true;
  const stickies = computed(() => stickiesOf(placingRecord.value.placements, isGone));
  const shown = computed(() => revealedNotes(setting.value, desks.value));
  const lanes = computed(() =>
    view.value ? lanesOf(sheetColumns(view.value.template, view.value.details.lens)).map(({ id }) => id) : [],
  );
  /** What belongs to the last step, or waits to be put on the board. */
  const current = computed(() =>
    shown.value.filter(
      (note) => [setting.value.step, openStep].includes(note.step) || !stickies.value.has(noteKey(note)),
    ),
  );
  const comparison = computed(() => compareSides(current.value));
  const planNow = (): PlacingPlan =>
    planPlacing({
      comparison: comparison.value,
      choices: placingRecord.value.choices,
      isPlaced: (note) => stickies.value.has(note),
      lanes: lanes.value,
      first: documents.content.value.engineer,
    });
  const revealed = computed(
    (): Revealed => ({
      comparison: comparison.value,
      stickies: new Map([...stickies.value].map(([note, { item }]) => [note, item])),
      choices: placingRecord.value.choices,
      waiting: planNow().steps.length,
    }),
  );
  const nameOf = (user: UserId): string =>
    view.value?.participants.find((one) => one.user === user)?.name ||
    cleanLine(desks.value.find(({ desk }) => desk.owner === user)?.desk.name ?? '');
  /** Who wrote a note, as far as a facilitator announced before they did that it would be said; empty for nobody. */
  const writerOf = ({ user, step: at }: Pick<SideNote, 'user' | 'step'>): string => {
    // Read anew at each change of the sheet.
    void documents.content.value;
    const authors = authorsIn(documents.sheet, at);
    if (authors === 'named') return nameOf(user);
    const role = view.value?.participants.find((one) => one.user === user)?.role;
    return authors === 'role' && role ? asRole[role] : '';
  };
  const textOf = (note: NoteKey): string | null =>
    shown.peek().find((one) => noteKey(one) === note)?.text ?? null;
  const origins = computed((): ReadonlyMap<ItemId, readonly OriginView[]> => {
    void documents.content.value;
    const notes = new Map(shown.value.map((note) => [noteKey(note), note]));
    return new Map(
      [...originsOf(placingRecord.value.placements, isGone)].flatMap(([item, list]) => {
        const views = list.flatMap(({ user, note, also }): OriginView[] => {
          // What is on no desk any more may have been written in any step.
          const at = notes.get(note)?.step ?? openStep;
          if (authorsIn(documents.sheet, at) === 'hidden') return [];
          return [
            { user, name: writerOf({ user, step: at }), also: also ? (notes.get(note)?.text ?? null) : null },
          ];
        });
        return views.length > 0 ? [[item, views] as const] : [];
      }),
    );
  });
  const doubles = computed(() => {
    void documents.content.value;
    return doublesOf(placingRecord.value.placements, isGone);
  });

  /** The draft goes once my desk has all of it, and this browser's disk or the board has my desk. */
  let tidying = false;
  const isOver = (): boolean => {
    const [at, desk, entries] = [step.peek(), documents.myDesk(), draft.entries.peek()];
    if (disposed || entries.length === 0) return false;
    // From the documents themselves: what is read of them comes a moment later, and being done may be taken back.
    return (at === null || readHeldNotes(desk).done.has(at)) && missingOnDesk(desk, entries).length === 0;
  };
  const tidy = async (): Promise<void> => {
    if (tidying || !isOver()) return;
    tidying = true;
    try {
      await sync.flush();
      const { browser, board: onBoard } = sync.saved.get();
      if ((browser === 'saved' || onBoard === 'saved') && isOver()) await draft.discard(draft.entries.peek());
    } finally {
      tidying = false;
    }
  };
  owned.add(
    effect(() => {
      if (documents.ready.value && stage.value !== 'drafting' && draft.entries.value.length > 0) void tidy();
    }),
  );
  owned.add(sync.saved.subscribe(() => void tidy()));

  let planned: Disposer | null = null;
  owned.add(() => planned?.());
  owned.add(
    effect(() => {
      if (!documents.ready.value || stage.value !== 'drafting') return;
      void draft.entries.value;
      planned ??= clock.after(telling, () => {
        planned = null;
        const at = step.peek();
        if (at === null || stage.peek() !== 'drafting') return;
        const count = own.peek().length;
        if (count !== (mine.peek()?.counted.get(at) ?? 0)) countNotes(documents.myDesk(), at, count);
      });
    }),
  );
  owned.add(
    effect(() => {
      if (documents.ready.value && step.value !== null && people.value?.over)
        showNotes(documents.sheet, step.value);
    }),
  );
  // Two devices, of which one said done while the other took it back: what lies on the desk then is in no browser.
  owned.add(
    effect(() => {
      if (!documents.ready.value || stage.value !== 'drafting' || step.value === null || !mine.value) return;
      if (ownNotes(mine.value, step.value).length > 0) pull([step.value]);
    }),
  );

  function pull(steps: readonly string[]): void {
    const desk = documents.myDesk();
    if (keepNotes(draft.doc(), heldNoteEntries(desk, steps))) takeBackNotesDone(desk, steps);
  }

  const placing = signal<PlacingState>({ kind: 'idle' });
  let abort: AbortController | null = null;
  owned.add(() => abort?.abort());
  const myRuns = new Set<string>();
  /** Whoever puts notes on the board says so again and again; by this page's clock, since clocks differ. */
  const otherPlaces = signal<UserId | null>(null);
  let silent: Disposer | null = null;
  owned.add(() => silent?.());
  let heard = '';
  owned.add(
    effect(() => {
      const run = placingRecord.value.run;
      const said = JSON.stringify(run);
      if (said === heard) return;
      heard = said;
      silent?.();
      silent = null;
      const other = run && !myRuns.has(run.run) ? run.by : null;
      otherPlaces.value = other;
      if (other)
        silent = clock.after(silence, () => {
          silent = null;
          otherPlaces.value = null;
        });
    }),
  );

  const taking = {
    board,
    document: documents.sheet,
    isGone,
    textOf,
    isSpokenAbout: (item: ItemId): boolean => {
      const note = view.peek()?.notes.get(item);
      return note !== undefined && (note.mine !== null || note.others.length + note.threads.length > 0);
    },
  };
  let mending: Disposer | null = null;
  owned.add(() => mending?.());
  owned.add(
    effect(() => {
      if (mending || placing.value.kind !== 'idle' || !doubles.value.some(({ run }) => myRuns.has(run)))
        return;
      mending = clock.after(calm, () => {
        mending = null;
        if (placing.peek().kind !== 'idle') return;
        // Refused, they are offered to be taken away by a click.
        void takeDoublesAway(taking, myRuns)
          .then(
            (gone) => (gone.length > 0 ? keeper.reconcile() : undefined),
            () => undefined,
          )
          .catch(() => undefined);
      });
    }),
  );

  const undoPlacing = (placed: readonly (Placement & { readonly item: ItemId })[]): void =>
    void context.onBoard('take them off the board', async () => {
      const gone = await takeAway(taking, placed);
      await keeper.reconcile();
      const kept = placed.length - gone.length;
      const message =
        kept === 0
          ? 'They are off the board, and wait here again.'
          : `${counted(gone.length, 'note is', 'notes are')} off the board. ${counted(kept, 'stays', 'stay')}: somebody has changed it or spoken about it.`;
      tell({ tone: 'info', message });
    });

  const tellResult = ({ kind, placed, waiting, failure }: PlacingResult): void => {
    const rest = revealed.peek().waiting;
    const undo = placed.length > 0 ? { action: { word: 'Undo', run: () => undoPlacing(placed) } } : {};
    const there = counted(placed.length, 'note is', 'notes are');
    if (kind === 'elsewhere') {
      const by = nameOf(placingRecord.peek().run?.by ?? me) || 'Somebody';
      tell({ tone: 'info', message: `${by} is putting them on the board just now.` });
    } else if (kind === 'failed' && failure) {
      const why = refusalWords(
        new BoardRefusal(failure.reason, failure.message),
        'put all of them on the board',
      );
      const sofar = placed.length > 0 ? ` ${there} there by now; none will come twice.` : '';
      tell({ tone: 'warn', message: why + sofar, ...undo });
    } else if (kind === 'cancelled')
      tell({ tone: 'info', message: `Stopped: ${there} on the board, ${rest} still here.`, ...undo });
    else if (waiting.length > 0)
      tell({ tone: 'warn', message: `${there} on the board. ${whyWaiting(waiting)}`, ...undo });
    else tell({ tone: 'info', message: `${there} on the board.`, ...undo });
  };

  const mayChoose = (): boolean => {
    const { engineer } = documents.content.value;
    return view.value?.canWrite === true && (engineer === null || engineer === me);
  };
  const files = draftFiles({ ...context, own: () => notesOf(draft.entries.peek()) });

  const drafts: NoteDrafts = {
    stage,
    mine: own,
    people,
    left,
    drafted,
    revealed,
    origins,
    doubles: computed(() => doubles.value.length),
    named: computed(() => placingRecord.value.tags.size > 0),
    otherPlaces,
    placing,
    board: boardWriting(
      context,
      computed(() => (step.value === null ? 'board' : 'panel')),
    ),
    next: computed(() =>
      view.value?.canWrite
        ? nextWords({
            stage: stage.value,
            me,
            mine: own.value.length,
            people: people.value,
            left: left.value !== null,
            waiting: revealed.value.waiting,
            both: new Set(current.value.map(({ user }) => user)).size > 1,
          })
        : null,
    ),
    maySwitch: computed(mayChoose),
    nameOf,
    writerOf,
    switchOn: (on) => void switchNotes(documents.sheet, on, me, now()),
    write(lane, text) {
      if (stage.peek() !== 'drafting') return false;
      return writeNote(draft.doc(), { id: platform.newId(), lane, text, at: now() });
    },
    reword: (id, text) => stage.peek() === 'drafting' && rewordNote(draft.doc(), { id, text, at: now() }),
    move(id, lane, index) {
      if (stage.peek() === 'drafting') moveDraftNote(draft.doc(), { id, lane, index, at: now() });
    },
    remove(id) {
      const gone = draft.entries.peek().find((entry) => entry.id === id);
      if (stage.peek() !== 'drafting' || !gone || !removeNote(draft.doc(), id)) return;
      const run = () => {
        if (stage.peek() === 'drafting') keepNotes(draft.doc(), [gone]);
      };
      tell({ tone: 'info', message: 'The note is deleted.', action: { word: 'Undo', run } });
    },
    done() {
      const at = step.peek();
      if (at === null || stage.peek() !== 'drafting') return;
      const { shown: over } = setting.peek();
      sayNotesDone(documents.myDesk(), { step: at, at: now(), entries: draft.entries.peek(), shown: over });
    },
    notDone() {
      const at = step.peek();
      if (at === null || stage.peek() !== 'waiting') return;
      pull([at]);
      const message =
        'Your notes are back in this browser. While they were on the board, somebody with tools of their own could have read them.';
      tell({ tone: 'info', message });
    },
    endAlone() {
      const at = step.peek();
      if (at === null || !mayChoose()) return;
      const desk = documents.myDesk();
      // First everything is on the desk and shown, then the step ends: between the two nothing is nowhere.
      if (!holdNotes(desk, openStep, [...draft.entries.peek(), ...heldNoteEntries(desk, [at])])) return;
      takeBackNotesDone(desk, [at]);
      switchNotes(documents.sheet, false, me, now());
    },
    showLeft() {
      const desk = documents.myDesk();
      const [rest, steps] = [leftHere.peek(), stepsLeft.peek()];
      if (stage.peek() === 'drafting') {
        pull(steps);
        return;
      }
      if (rest.length > 0) holdNotes(desk, step.peek() ?? openStep, rest);
      if (steps.length > 0 && stage.peek() === 'open') releaseNotes(desk, steps);
    },
    throwLeftAway() {
      if (stage.peek() !== 'waiting') takeBackNotesDone(documents.myDesk(), stepsLeft.peek());
      if (stage.peek() !== 'drafting') void draft.discard(leftHere.peek());
    },
    choose: (notes, keep) =>
      void chooseForAlike(documents.sheet, { notes: notes.map(noteKey), keep, by: me, at: now() }),
    async place(named) {
      if (placing.peek().kind !== 'idle' || otherPlaces.peek() !== null) return;
      if (documents.content.peek().relayout) {
        tell({ tone: 'info', message: 'The sheet is being laid out anew. Wait until that is done.' });
        return;
      }
      const control = new AbortController();
      abort = control;
      const run = platform.newId();
      myRuns.add(run);
      placing.value = {
        kind: 'placing',
        done: 0,
        total: planNow().steps.length,
        slowed: false,
        stopping: false,
      };
      const labels = sideTags({ board, document: documents.sheet });
      try {
        const result = await placeNotes({
          ...taking,
          clock,
          hasRoom: platform.hasRoom,
          me,
          run,
          plan: planNow,
          look: context.look,
          take: keeper.take,
          tagsFor: async (notes) => (named ? labels(notes.map(writerOf)) : []),
          company: () => sync.others.get().length > 0,
          now,
          signal: control.signal,
          onProgress(progress) {
            placing.value = { kind: 'placing', ...progress, stopping: control.signal.aborted };
          },
        });
        // The lanes need no longer say that notes are private, once they are not.
        if (result.placed.length > 0 && step.peek() === null) await drafts.board.applyQuietly();
        await keeper.reconcile().catch(() => undefined);
        tellResult(result);
      } finally {
        abort = null;
        placing.value = { kind: 'idle' };
      }
    },
    cancel() {
      abort?.abort();
      const state = placing.peek();
      if (state.kind === 'placing') placing.value = { ...state, stopping: true };
    },
    async takeDoublesAway() {
      await context.onBoard('take the doubles away', async () => {
        const all = new Set(doubles.peek().map(({ run }) => run));
        const [count, gone] = [doubles.peek().length, await takeDoublesAway(taking, all)];
        await keeper.reconcile();
        if (gone.length < count)
          tell({ tone: 'info', message: 'Some stay: somebody has changed them or spoken about them.' });
      });
    },
    async takeNamesOff() {
      await context.onBoard('take the names off', () =>
        takeSideTagsOff({ board, document: documents.sheet }),
      );
    },
    async ask() {
      const details = view.peek()?.details;
      if (details)
        await context.copy(
          askMessage(details, context.link()),
          'The message is copied. Paste it wherever you talk to your manager.',
        );
    },
    save: files.save,
    takeIn(text, sure = false) {
      const read = files.read(text, sure);
      if (read.kind !== 'notes') return read;
      const fresh = missingOnDesk(documents.myDesk(), read.entries);
      if (!keepNotes(draft.doc(), fresh))
        return {
          kind: 'refused',
          words: 'This draft was written by a newer version. Reload the board first.',
        };
      return { kind: 'taken', words: files.takenWords(fresh.length) };
    },
    dispose: owned.dispose,
  };
  return drafts;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function whyWaiting(waiting: PlacingResult['waiting']): string {
  const of = (why: PlacingResult['waiting'][number]['why']): number =>
    waiting.filter((one) => one.why === why).length;
  const reasons = [
    of('full') > 0
      ? `${counted(of('full'), 'waits', 'wait')} because a lane is full: make room there, then again.`
      : '',
    of('no-lane') > 0
      ? `${counted(of('no-lane'), 'waits', 'wait')} because the heading of a lane is missing: repair the layout, then again.`
      : '',
    of('too-long') > 0
      ? `${counted(of('too-long'), 'is', 'are')} too long for a sticky, and ${of('too-long') === 1 ? 'stays' : 'stay'} readable here.`
      : '',
  ];
  return reasons.filter((words) => words !== '').join(' ');
}

/** As they stand in their lanes; of one note the last given counts. */
const notesOf = (entries: Parameters<typeof keepNotes>[1]): readonly DraftNote[] =>
  [...new Map(entries.map((entry) => [entry.id, noteOfEntry(entry)])).values()]
    .flatMap((note) => note ?? [])
    .sort(byOrder);

/** A desk is parsed anew at each change, so what lies on it is read once for each parsing. */
const known = new WeakMap<object, ReturnType<typeof readHeldNotes>>();
function heldOf(
  desk: NotesDesk['desk'],
  doc: Parameters<typeof readHeldNotes>[0],
): ReturnType<typeof readHeldNotes> {
  const held = known.get(desk) ?? readHeldNotes(doc);
  known.set(desk, held);
  return held;
}
