/** One sheet in the panel: its view as a signal, and everything a person can do with it. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { blindStep } from '../../annotations/blindSetting.ts';
import type { Desk, Mention, StanceValue } from '../../annotations/desk.ts';
import { mentionsIn } from '../../annotations/mentions.ts';
import type { Hash } from '../../annotations/sha256.ts';
import {
  changeDetails,
  placeSheet,
  type SheetPlace,
  startSheet,
  switchTags,
  takeOwnership,
} from '../../annotations/sheetDocument.ts';
import { applicationOf, undoOf } from '../../annotations/suggestion.ts';
import { remarksIn, type SpokenRemark } from '../../annotations/threads.ts';
import { disposers } from '../../base/disposer.ts';
import type { SheetOnBoard } from '../../board/makeRoom.ts';
import { cleanLine } from '../../export/cleanText.ts';
import type { Person } from '../../miro/people.ts';
import type { Sync } from '../../sync/sync.ts';
import type { ItemId, LaneId, SheetId, UserId } from '../../workshop/ids.ts';
import type { Role } from '../../workshop/roles.ts';
import { type AgendaModel, agendaModel } from './agenda.ts';
import { askMessage, sheetLink } from './askForView.ts';
import type { Attention } from './attention.ts';
import { boardNotes } from './boardNotes.ts';
import type { Drafts } from './drafts.ts';
import { type Exports, exportsOf } from './exports.ts';
import { type LayoutHelp, layoutHelp } from './layoutHelp.ts';
import type { MirrorKeeper } from './mirrorKeeper.ts';
import type { NoticeContent } from './notice.ts';
import { openParts, type Parts } from './parts.ts';
import type { Platform } from './platform.ts';
import { refusalWords } from './refusalWords.ts';
import type { Rounds } from './rounds.ts';
import { sheetDocuments } from './sheetDocuments.ts';
import type { SheetEntry } from './sheetEntries.ts';
import { type SheetView, sheetView } from './sheetView.ts';
import type { StepId } from './steps.ts';
import type { Tab } from './tab.ts';
import { talking } from './talking.ts';
import type { Hiding, Unseen } from './unseen.ts';
import { type Companion, companionsOn, type Whereabouts } from './whereabouts.ts';

export interface SheetModel {
  readonly id: SheetId;
  readonly document: Y.Doc;
  /** My own desk, for what writes on all of it. */
  desk(): Y.Doc;
  /** ISO 8601, by this browser's clock. */
  now(): string;
  /** The names of all its documents, my own desk's last. */
  documentNames(): readonly string[];
  /** Whether the sheet's documents have been read. */
  readonly ready: ReadonlySignal<boolean>;
  /** Null until then, and when the sheet is made from a template that this version doesn't have. */
  readonly view: ReadonlySignal<SheetView | null>;
  /** The same as everybody sees it, without what is for my eyes only. What leaves the browser is made of this. */
  readonly shared: ReadonlySignal<SheetView | null>;
  /** Null until it is loaded, and for good where views were always given in the open. */
  readonly unseen: ReadonlySignal<Unseen | null>;
  /** Whether views are given unseen by each other now. */
  readonly blind: ReadonlySignal<boolean>;
  readonly openNote: Signal<ItemId | null>;
  /** The step whose screen stands in the place of the outline. */
  readonly step: Signal<StepId | null>;
  /** What is loaded when it is first asked for (parts.ts). */
  readonly part: Parts['part'];
  /** What lanes ask instead of what the template has them ask (parts.ts, `reword`). */
  readonly prompts: ReadonlySignal<ReadonlyMap<LaneId, string>>;
  /** Whether words of this person are in this browser only. */
  drafted(): boolean;
  /** Who else is on this sheet just now. */
  readonly company: ReadonlySignal<readonly Companion[]>;
  readonly drafts: Drafts;
  readonly layout: LayoutHelp;
  readonly exports: Exports;
  readonly agenda: AgendaModel;
  /** What this person has looked at, and which notes they want to see; null until `attend` has loaded it. */
  readonly attention: ReadonlySignal<Attention | null>;
  attend(): void;
  /** Its closed rounds; rejects where the code for them can't be loaded now. */
  rounds(): Promise<Rounds>;
  /** Opens this round in Compare. */
  showRound(round: Hash): Promise<void>;
  /** Text to be copied by hand, where the browser keeps us from doing it. */
  readonly copyByHand: ReadonlySignal<string | null>;
  /** Whether a note of this id lies in the sheet, as far as the mirror knows. */
  holds(note: ItemId): boolean;
  /** Right after the drop: `headers` are its items by key. */
  begin(role: Role, headers: ReadonlyMap<string, ItemId>): void;
  /** Its frame and headers are these from now on. Starts the documents where there are none yet. */
  moveTo(place: SheetPlace): void;
  /** The frame on record has been seen on the board, so the record can stand for documents that nobody has. */
  recordHolds(): void;
  open(note: ItemId): void;
  close(): void;
  show(tab: Tab): void;
  goTo(note: ItemId): Promise<void>;
  claim(role: Role | null): void;
  confirm(user: UserId, role: Role): void;
  withdraw(user: UserId): void;
  takeStance(note: ItemId, value: StanceValue, reason: string): void;
  clearStance(note: ItemId): void;
  /** Agrees with all of these as they are now. */
  standBehind(notes: readonly ItemId[]): void;
  /** False when this version may not write (the document is newer). */
  remark(note: ItemId, text: string, answers: string | null): boolean;
  /** Changes the words of one's own remark. */
  rewordRemark(remark: string, text: string): boolean;
  /** Whom a remark can name: everybody else on the sheet who has a name. */
  people(): readonly Mention[];
  /** `answers`: the suggestion that it counters. */
  suggest(note: ItemId, wording: string, answers?: string | null): boolean;
  decide(remark: SpokenRemark, value: 'resolved' | 'reopened'): void;
  /** Without a reason: takes one's own suggestion back. */
  decline(remark: SpokenRemark, reason?: string): boolean;
  /** Puts the suggested wording on the sticky. */
  apply(remark: SpokenRemark): Promise<void>;
  unapply(remark: SpokenRemark): Promise<void>;
  /** True when the board has the note. */
  addNote(lane: LaneId, text: string): Promise<boolean>;
  editNote(note: ItemId, text: string): Promise<boolean>;
  moveNote(note: ItemId, lane: LaneId): Promise<void>;
  switchTags(on: boolean): void;
  askForView(): Promise<void>;
  dispose(): void;
}

/** Milliseconds until what could not be loaded is asked for again. */
const patience = 10_000;

/** Until it is known where words should go, none are said. */
const nowhere: Hiding = { write: () => false, clearStance: () => false, editRemark: () => false };

interface Options {
  readonly platform: Platform;
  readonly sync: Sync;
  readonly entry: SheetEntry;
  readonly me: Person;
  readonly boardId: string;
  readonly keeper: MirrorKeeper;
  readonly tell: (notice: NoticeContent) => void;
  readonly show: (tab: Tab) => void;
  readonly drafts: Drafts;
  readonly others: ReadonlySignal<ReadonlyMap<string, Whereabouts>>;
  readonly online: ReadonlySignal<readonly Person[]>;
}

export function sheetModel({
  platform,
  sync,
  entry,
  me,
  boardId,
  keeper,
  tell,
  show,
  drafts,
  others,
  online,
}: Options): SheetModel {
  const { board, clock } = platform;
  const owned = disposers();
  const documents = sheetDocuments(sync, entry.id, me.id);
  owned.add(documents.dispose);
  const now = () => new Date(clock.now()).toISOString();
  const unseen = signal<Unseen | null>(null);
  const wasBlind = computed(() => documents.content.value.blind.step !== null);
  const blind = computed(() => blindStep(documents.content.value.blind) !== null);
  const speech = talking({
    desk: documents.myDesk,
    name: me.name,
    now,
    newId: platform.newId,
    hiding() {
      if (!wasBlind.peek()) return null;
      return unseen.peek() ? (unseen.peek()?.hiding() ?? null) : nowhere;
    },
  });
  const notes = boardNotes(board, keeper.take);
  const openNote = signal<ItemId | null>(null);
  let over = false;
  owned.add(() => {
    over = true;
  });
  const copyByHand = signal<string | null>(null);
  const attention = signal<Attention | null>(null);
  let attending = false;
  owned.add(() => attention.peek()?.dispose());

  const minding = (note: ItemId): boolean => openNote.value === note || drafts.about(`:${note}`);

  const viewOf = (desks: readonly Desk[] | null | undefined) => {
    const content = documents.content.value;
    // What was written at the drop stands in for a header that has not arrived (or never will: a copied board).
    return desks && (documents.ready.value || content.details)
      ? sheetView({ entry, content, desks, me: me.id, minding })
      : null;
  };
  const mine = computed(() => (wasBlind.value ? unseen.value?.desks.value : documents.desks.value));
  const everybodys = computed(() => (wasBlind.value ? unseen.value?.shared.value : mine.value));
  const view = computed(() => viewOf(mine.value));
  const shared = computed(() => (everybodys.value === mine.value ? view.value : viewOf(everybodys.value)));
  owned.add(
    effect(() => {
      if (wasBlind.value && !unseen.peek()) loadUnseen();
    }),
  );
  /** Who has no desk here yet is called as on the board. */
  const nameOf = (user: string): string =>
    view.value?.participants.find((one) => one.user === user)?.name ||
    cleanLine(online.value.find(({ id }) => id === user)?.name ?? '');
  const company = computed(() => companionsOn(entry.id, others.value, nameOf));
  const people = (): readonly Mention[] =>
    (view.value?.participants ?? []).flatMap(({ user, name }) =>
      user === me.id || name === '' ? [] : [{ user, name }],
    );
  const noteOf = (id: ItemId) => view.value?.notes.get(id);

  const moveTo = (place: SheetPlace): void => {
    if (documents.content.peek().details === null) changeDetails(documents.sheet, entry.details);
    placeSheet(documents.sheet, place);
  };
  let seen = false;
  /**
   * The board's record outlives the documents (storage is not copied with a board), so it can start them anew. Not
   * while its frame is missing: on a copied board people are asked first (views/copied.tsx).
   */
  const adoptRecord = (): void => {
    if (!seen || !documents.ready.peek() || documents.content.peek().frame !== null) return;
    moveTo(entry.place);
    // What was read before belonged to no sheet. Refused, the next reading brings it.
    void keeper.reconcile().catch(() => undefined);
  };
  owned.add(documents.ready.subscribe(adoptRecord));

  const onBoard = async (what: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      tell({ tone: 'warn', message: refusalWords(error, what) });
      return false;
    }
  };

  const copy = async (text: string, done: string): Promise<void> => {
    copyByHand.value = null;
    await platform.copy(text).then(
      () => tell({ tone: 'info', message: done }),
      // A frame without the right to the clipboard is no fault of the person's: offer the text itself.
      () => (copyByHand.value = text),
    );
  };

  const layout = layoutHelp({
    board,
    clock,
    view,
    keeper,
    tell,
    document: documents.sheet,
    frame: () => frame(),
  });
  const exports = exportsOf({ platform, keeper, view: shared, tell, copy, me, boardId });

  const frame = () => documents.content.value.frame ?? entry.place.frame;
  const link = () => sheetLink(platform.boardOrigin, boardId, frame());
  const step = signal<StepId | null>(null);
  const reworded = signal<ReadonlyMap<StepId, ReadonlyMap<LaneId, string>>>(new Map());
  const parts = openParts(
    {
      id: entry.id,
      ...{ platform, sync, me, boardId, keeper, documents, view, shared, notes, drafts },
      ...{ now, look: () => layout.look(), link, tell, onBoard, copy },
      reword(by, prompts) {
        reworded.value = new Map(reworded.peek()).set(by, prompts);
      },
    },
    clock,
  );
  owned.add(parts.dispose);

  /** `work` says whether the lane had room. */
  const inLane = async (
    what: string,
    lane: LaneId,
    work: (onSheet: SheetOnBoard) => Promise<boolean>,
  ): Promise<boolean> => {
    let fits = false;
    const tried = await onBoard(what, async () => {
      fits = await work(await layout.look());
    });
    if (tried && !fits) tell(laneIsFull(lane));
    return fits;
  };

  let rounds: Promise<Rounds> | null = null;
  const openRounds = async (): Promise<Rounds> => {
    const [{ openRounds: open }, vault] = await Promise.all([
      import('./rounds.ts'),
      platform.openVault(me.id),
    ]);
    const opened = open({
      sync,
      sheet: model,
      sources: documents.sources,
      me: me.id,
      vault,
      reconcile: keeper.reconcile,
      save: platform.save,
      link,
      tell,
    });
    owned.add(opened.dispose);
    return opened;
  };

  const model: SheetModel = {
    id: entry.id,
    document: documents.sheet,
    desk: documents.myDesk,
    now,
    documentNames: documents.names,
    ready: computed(() => documents.ready.value && Boolean(mine.value)),
    view,
    shared,
    unseen,
    blind,
    openNote,
    step,
    part: parts.part,
    prompts: computed(() => new Map([...reworded.value.values()].flatMap((prompts) => [...prompts]))),
    drafted: () => unseen.peek()?.drafted.peek() === true || parts.drafted(),
    company,
    drafts,
    layout,
    exports,
    agenda: agendaModel({ platform, shared, tell, copy }),
    attention,
    attend() {
      if (attending) return;
      attending = true;
      import('./attention.ts')
        .then(({ openAttention }) => openAttention({ sync, sheet: entry.id, view }))
        .then(
          (opened) => {
            if (over) opened.dispose();
            else attention.value = opened;
          },
          // It can't be loaded now; the next time the sheet is shown it is tried again.
          () => {
            attending = false;
          },
        );
    },
    rounds() {
      rounds ??= openRounds();
      rounds.catch(() => {
        rounds = null;
      });
      return rounds;
    },
    async showRound(hash) {
      show('compare');
      // Without a connection the list of rounds says so.
      await model.rounds().then(
        (opened) => {
          opened.at.value = { kind: 'round', hash };
        },
        () => undefined,
      );
    },
    copyByHand,
    holds: (note) => documents.content.value.items.has(note),
    begin(role, headers) {
      startSheet(documents.sheet, {
        details: entry.details,
        engineer: role === 'engineer' ? me.id : null,
        place: { ...entry.place, anchors: headers },
      });
      speech.claim(role);
    },
    moveTo,
    recordHolds() {
      seen = true;
      adoptRecord();
    },
    open(note) {
      openNote.value = note;
      void board.select([note]).catch(() => undefined);
      void board.show([note]).catch(() => undefined);
    },
    close() {
      openNote.value = null;
    },
    show,
    async goTo(note) {
      await onBoard('go to the note', async () => {
        await board.show([note]);
        await board.select([note]);
      });
    },
    claim(role) {
      if (role === 'engineer') takeOwnership(documents.sheet, me.id);
      speech.claim(role);
    },
    confirm: (user, role) => void speech.confirm(user, role),
    withdraw: (user) => void speech.withdraw(user),
    takeStance(note, value, reason) {
      const known = noteOf(note);
      if (known) speech.takeStance(known, value, reason, known.mine?.at ?? null);
    },
    clearStance: (note) => void speech.clearStance(note, noteOf(note)?.mine?.at ?? null),
    standBehind(ids) {
      for (const id of ids) {
        const known = noteOf(id);
        if (known && !known.mine?.current) speech.takeStance(known, 'agree', '', known.mine?.at ?? null);
      }
    },
    remark: (note, text, answers) => speech.remark(note, text, answers, mentionsIn(text, people())),
    rewordRemark(remark, text) {
      const notes = [...(view.value?.notes.values() ?? [])];
      const spoken = notes
        .flatMap(({ threads }) => threads.flatMap(remarksIn))
        .find(({ id }) => id === remark);
      // Somebody named before may have left the sheet since.
      const left = (spoken?.mentions ?? []).filter(({ user }) => people().every((one) => one.user !== user));
      return spoken ? speech.reword(spoken, text, mentionsIn(text, [...people(), ...left])) : false;
    },
    people,
    suggest(note, proposed, answers = null) {
      const known = noteOf(note);
      return known ? speech.suggest(note, { proposed, original: known.text }, answers) : false;
    },
    decide: (remark, value) => void speech.decide(remark, value),
    decline: (remark, reason = '') => speech.decide(remark, 'declined', { reason }),
    async apply(remark) {
      const note = noteOf(remark.note);
      if (!note || !remark.wording) return;
      const application = applicationOf(remark.wording, note);
      if (application.kind === 'already-there') {
        speech.decide(remark, 'applied', { before: note.text });
        return;
      }
      const written = await onBoard('write on the sticky', () =>
        notes.reword(note.id, application.change.after),
      );
      if (!written) return;
      speech.decide(remark, 'applied', { before: application.change.before });
      const undo = { word: 'Undo', run: () => void this.unapply(remark) };
      const message =
        application.kind === 'fits'
          ? 'The sticky has the new wording.'
          : 'The sticky has the new wording. It had changed since the suggestion was made.';
      tell({ tone: 'info', message, action: undo });
    },
    async unapply(remark) {
      const note = noteOf(remark.note);
      const spoken = note?.threads.flatMap(remarksIn).find(({ id }) => id === remark.id);
      if (!note || !spoken?.wording || !spoken.verdict) return;
      const change = undoOf(spoken.verdict, spoken.wording, note);
      if (!change) {
        tell({
          tone: 'warn',
          message: 'The note has been changed since, so nothing was undone. Edit it instead.',
        });
        return;
      }
      const written = await onBoard('write on the sticky', () => notes.reword(note.id, change.after));
      if (written) speech.decide(spoken, 'reopened');
    },
    addNote: (lane, text) => inLane('add the note', lane, (onSheet) => notes.add(onSheet, lane, text)),
    editNote: (note, text) => onBoard('write on the sticky', () => notes.reword(note, text)),
    async moveNote(note, lane) {
      await inLane('move the note', lane, (onSheet) => notes.move(onSheet, lane, note));
    },
    switchTags: (on) => void switchTags(documents.sheet, { on, by: me.id, at: now() }),
    async askForView() {
      const current = shared.value;
      if (!current) return;
      await copy(
        askMessage(current, link()),
        'The message is copied. Paste it wherever you talk to your manager.',
      );
    },
    dispose: owned.dispose,
  };
  return model;

  function loadUnseen(): void {
    void import('./unseen.ts').then(
      ({ unseenWork }) => {
        if (over) return;
        const looked = () =>
          [...(view.peek()?.notes.values() ?? [])].filter(
            ({ place, mine, threads }) =>
              place !== 'gone' &&
              (mine?.current || threads.flatMap(remarksIn).some(({ author }) => author === me.id)),
          ).length;
        const work = unseenWork({ sync, sheet: entry.id, me: me.id, documents, clock, looked });
        owned.add(work.dispose);
        unseen.value = work;
      },
      // Not reachable now. Nothing is shown or said until it is.
      () => owned.add(clock.after(patience, () => !over && loadUnseen())),
    );
  }

  function laneIsFull(lane: LaneId): NoticeContent {
    return {
      tone: 'warn',
      message: 'This lane is full. Make room first; your words stay here.',
      action: { word: 'Make room', run: () => void layout.show({ kind: 'room', lane }) },
    };
  }
}
