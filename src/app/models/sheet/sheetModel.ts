/** One sheet in the panel: its view as a signal, and everything a person can do with it. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { Desk, Mention } from '../../../annotations/desk.ts';
import { changeDetails, placeSheet, type SheetPlace } from '../../../annotations/sheetDocument.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Person } from '../../../miro/people.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { ItemId, LaneId, SheetId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { BoardNotes } from '../board/boardNotes.ts';
import type { MirrorKeeper } from '../board/mirrorKeeper.ts';
import { sheetLink } from '../board/sheetLink.ts';
import type { Wordings } from '../board/wordings.ts';
import type { Writing } from '../board/writing.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import { type Companion, companionsOn, type Whereabouts } from '../presence/whereabouts.ts';
import type { StepId } from '../steps/steps.ts';
import type { Tab } from '../tab.ts';
import type { Attention } from '../talk/attention.ts';
import type { DraftShelf, Drafts } from '../talk/drafts.ts';
import type { Hiding } from '../talk/hiding.ts';
import { peopleToName } from '../talk/peopleToName.ts';
import type { Speaking } from '../talk/speaking.ts';
import type { Unseen } from '../unseen/unseen.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Hands } from './hands.ts';
import { openParts, type Parts, type SheetContext } from './parts.ts';
import { sheetDocuments } from './sheetDocuments.ts';
import type { SheetEntry } from './sheetEntries.ts';
import { attentionPart, handsPart, unseenPart } from './sheetParts.ts';
import { type SheetView, sheetView } from './sheetView.ts';

/** What it extends is done by hands.ts, once that is loaded. */
export interface SheetModel extends Omit<Speaking, 'begin'>, Wordings, Writing {
  readonly id: SheetId;
  /** What its parts work with; for parts that work on several sheets. */
  readonly context: SheetContext;
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
  readonly loaded: Parts['loaded'];
  /** What lanes ask instead of what the template has them ask (parts.ts, `reword`). */
  readonly prompts: ReadonlySignal<ReadonlyMap<LaneId, string>>;
  /** Whether words of this person are in this browser only. */
  drafted(): boolean;
  /** Who else is on this sheet just now. */
  readonly company: ReadonlySignal<readonly Companion[]>;
  readonly drafts: Drafts;
  /** What this person has looked at, and which notes they want to see; null until it is loaded. */
  readonly attention: ReadonlySignal<Attention | null>;
  /** Loads what a click may need next; for when the first screen is there. */
  prepare(): void;
  /** Text to be copied by hand, where the browser keeps us from doing it. */
  readonly copyByHand: ReadonlySignal<string | null>;
  /** Whether a note of this id lies in the sheet, as far as the mirror knows. */
  holds(note: ItemId): boolean;
  /** Right after the drop: `headers` are its items by key. */
  begin(role: Role, headers: ReadonlyMap<string, ItemId>): Promise<void>;
  /** Its frame and headers are these from now on. Starts the documents where there are none yet. */
  moveTo(place: SheetPlace): void;
  /** The frame on record has been seen on the board, so the record can stand for documents that nobody has. */
  recordHolds(): void;
  open(note: ItemId): void;
  close(): void;
  /** Somebody selected its sticky: opens the card, unless that was the echo of opening it here. */
  selected(note: ItemId): void;
  show(tab: Tab): void;
  goTo(note: ItemId): Promise<void>;
  /** Whom a remark can name: everybody else on the sheet who has a name. */
  people(): readonly Mention[];
  askForView(): Promise<void>;
  dispose(): void;
}

/** Milliseconds within which the board has told of a selection that this page has made. */
const echo = 1_000;

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
  readonly shelf: DraftShelf;
  readonly sheets: () => readonly SheetContext[];
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
  shelf,
  sheets,
  others,
  online,
}: Options): SheetModel {
  const { board, clock } = platform;
  const owned = disposers();
  const documents = sheetDocuments(sync, entry.id, me.id);
  owned.add(documents.dispose);
  const now = () => new Date(clock.now()).toISOString();
  const wasBlind = computed(() => documents.content.value.blind.step !== null);
  const unseen = computed(() => (wasBlind.value ? parts.part(unseenPart).value : null));
  const blind = computed(() => blindStep(documents.content.value.blind) !== null);
  const hiding = (): Hiding | null => {
    if (!wasBlind.peek()) return null;
    return unseen.peek() ? (unseen.peek()?.hiding() ?? null) : nowhere;
  };
  const hands = () => parts.loaded(handsPart);
  const notes: BoardNotes = {
    add: async (...asked) => (await hands()).notes.add(...asked),
    move: async (...asked) => (await hands()).notes.move(...asked),
    reword: async (...asked) => (await hands()).notes.reword(...asked),
  };
  const openNote = signal<ItemId | null>(null);
  const copyByHand = signal<string | null>(null);

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
  /** Who has no desk here yet is called as on the board. */
  const nameOf = (user: string): string =>
    view.value?.participants.find((one) => one.user === user)?.name ||
    cleanLine(online.value.find(({ id }) => id === user)?.name ?? '');
  const company = computed(() => companionsOn(entry.id, others.value, nameOf));
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

  const frame = () => documents.content.value.frame ?? entry.place.frame;
  const link = () => sheetLink(platform.boardOrigin, boardId, frame());
  const step = signal<StepId | null>(null);
  /** The note whose sticky this page is selecting. */
  let selecting: ItemId | null = null;
  let forgetting: Disposer | null = null;
  owned.add(() => forgetting?.());
  const forget = (note: ItemId): void => {
    if (selecting === note) selecting = null;
  };
  const reworded = signal<ReadonlyMap<StepId, ReadonlyMap<LaneId, string>>>(new Map());
  const context: SheetContext = {
    id: entry.id,
    ...{ platform, sync, me, boardId, keeper, documents, view, shared, notes, drafts, shelf, sheets },
    ...{ hiding, now, frame, link, tell, onBoard, copy },
    look: async () => (await hands()).layout.look(),
    loaded: (part) => parts.loaded(part),
    part: (part) => parts.part(part),
    reword(by, prompts) {
      reworded.value = new Map(reworded.peek()).set(by, prompts);
    },
  };
  const parts: Parts = openParts<SheetContext>(context, clock);
  owned.add(parts.dispose);
  /** Now, or once it is loaded; what is said then counts as said. */
  const say = <T>(words: (hand: Hands) => T): T | true => {
    const here = parts.part(handsPart).peek();
    if (here) return words(here);
    void hands().then(words);
    return true;
  };
  // Nothing of a blind sheet is shown or said until it is loaded, so that is asked for at once.
  owned.add(unseen.subscribe(() => undefined));

  return {
    id: entry.id,
    context,
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
    loaded: parts.loaded,
    prompts: computed(() => new Map([...reworded.value.values()].flatMap((prompts) => [...prompts]))),
    drafted: parts.drafted,
    company,
    drafts,
    get attention() {
      return parts.part(attentionPart);
    },
    prepare() {
      parts.part(handsPart);
    },
    copyByHand,
    holds: (note) => documents.content.value.items.has(note),
    begin: async (role, headers) =>
      (await hands()).begin(role, {
        details: entry.details,
        place: { ...entry.place, anchors: headers },
      }),
    moveTo,
    recordHolds() {
      seen = true;
      adoptRecord();
    },
    open(note) {
      openNote.value = note;
      selecting = note;
      // The board tells of the selection a moment later, when the card may have been closed again.
      const told = (): void => {
        forgetting?.();
        forgetting = clock.after(echo, () => forget(note));
      };
      void board.select([note]).then(told, told);
      void board.show([note]).catch(() => undefined);
    },
    close() {
      openNote.value = null;
    },
    selected(note) {
      if (selecting !== note) openNote.value = note;
      forget(note);
    },
    show,
    async goTo(note) {
      await onBoard('go to the note', async () => {
        await board.show([note]);
        await board.select([note]);
      });
    },
    claim: (role) => void say((hand) => hand.claim(role)),
    confirm: (user, role) => void say((hand) => hand.confirm(user, role)),
    withdraw: (user) => void say((hand) => hand.withdraw(user)),
    takeStance: (note, value, reason) => void say((hand) => hand.takeStance(note, value, reason)),
    clearStance: (note) => void say((hand) => hand.clearStance(note)),
    standBehind: (notes) => void say((hand) => hand.standBehind(notes)),
    remark: (note, text, answers) => say((hand) => hand.remark(note, text, answers)),
    rewordRemark: (remark, text) => say((hand) => hand.rewordRemark(remark, text)),
    people: () => peopleToName(view.value, me.id),
    suggest: (note, wording, answers) => say((hand) => hand.suggest(note, wording, answers)),
    decide: (remark, value) => void say((hand) => hand.decide(remark, value)),
    decline: (remark, reason) => say((hand) => hand.decline(remark, reason)),
    apply: async (remark) => (await hands()).apply(remark),
    unapply: async (remark) => (await hands()).unapply(remark),
    addNote: async (lane, text) => (await hands()).addNote(lane, text),
    editNote: async (note, text) => (await hands()).editNote(note, text),
    moveNote: async (note, lane) => (await hands()).moveNote(note, lane),
    switchTags: (on) => void say((hand) => hand.switchTags(on)),
    askForView: async () => (await hands()).askForView(),
    dispose: owned.dispose,
  };
}
