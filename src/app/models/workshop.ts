/** The whole app on one board, for one person: which sheets there are, which one is open, where the panel stands. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parseDeskName, parseSheetName } from '../../annotations/names.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import type { BoardItem } from '../../board/item.ts';
import { recordJson } from '../../board/marker.ts';
import { BoardRefusal } from '../../board/port.ts';
import type { Person } from '../../miro/people.ts';
import type { Leadership } from '../../sync/ports.ts';
import type { SavedState, Sync, SyncProblem } from '../../sync/sync.ts';
import { type ItemId, type SheetId, sheetId } from '../../workshop/ids.ts';
import { frameKey } from '../../workshop/piece.ts';
import type { Template } from '../../workshop/template.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { type DropModel, dropModel } from './drop.ts';
import { type CopiedSheet, type FoundSheets, foundSheets } from './foundSheets.ts';
import { mirrorKeeper } from './mirrorKeeper.ts';
import type { NoticeContent } from './notice.ts';
import type { Platform } from './platform.ts';
import { refusalWords } from './refusalWords.ts';
import { readSheetEntries, type SheetEntry } from './sheetEntries.ts';
import { type SheetModel, sheetModel } from './sheetModel.ts';
import type { Tab } from './tab.ts';
import { templates } from './templates.ts';

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Workshop {
  readonly phase: ReadonlySignal<Phase>;
  readonly me: ReadonlySignal<Person | null>;
  readonly online: ReadonlySignal<readonly Person[]>;
  readonly saved: ReadonlySignal<SavedState>;
  readonly problems: ReadonlySignal<readonly SyncProblem[]>;
  readonly sheets: ReadonlySignal<readonly SheetEntry[]>;
  /** The sheet that the panel shows. */
  readonly sheet: ReadonlySignal<SheetModel | null>;
  /** The start form is open although there are sheets. */
  readonly starting: ReadonlySignal<boolean>;
  readonly tab: Signal<Tab>;
  readonly notice: ReadonlySignal<NoticeContent | null>;
  readonly templates: readonly Template[];
  readonly drop: DropModel;
  readonly found: FoundSheets;
  /** Looks at the whole board again: sheets, frames, notes. */
  lookAgain(): Promise<void>;
  /** The open sheet goes on with the copy of its frame that is on the board. */
  goOnWithCopy(): Promise<void>;
  makeOwnSheet(copy: CopiedSheet): Promise<void>;
  start(): Promise<void>;
  choose(id: string): void;
  startAnother(): void;
  cancelStarting(): void;
  show(tab: Tab): void;
  tell(notice: NoticeContent): void;
  dismissNotice(): void;
  openWide(): void;
  /** Unsent words go to disk; for a page that may be about to go. */
  keepDrafts(): void;
  /** Everything written so far is safe when this resolves. */
  flush(): Promise<void>;
  dispose(): void;
}

export interface WorkshopOptions {
  /** Whether this page listens to what its person does on the board and keeps the mirror; one page of a tab does. */
  readonly keepsMirror: boolean;
  /** Whether selecting a sticky opens its card here. */
  readonly followsSelection: boolean;
  /** The sheet to open first, if it is there. */
  readonly first?: string;
}

/** Milliseconds until a page without a screen tries again to read the board. */
const patience = 10_000;

/** Milliseconds for which good news is shown, and news with something to click. */
const newsStays = 10_000;
const actionStays = 30_000;

/** Blank stickies become notes; only what frames them is remembered by name. */
const headersOf = (anchors: ReadonlyMap<string, ItemId>): ReadonlyMap<string, ItemId> =>
  new Map([...anchors].filter(([key]) => key !== frameKey && !key.startsWith('blank:')));

const unreadableWords = (count: number, damaged: number): string =>
  damaged === count
    ? `The app's entry for ${count === 1 ? 'a sheet' : `${count} sheets`} on this board is damaged, so it can't be opened here. Its notes are still on the board: start a new sheet and move them into it.`
    : `${count === 1 ? 'One sheet' : `${count} sheets`} on this board can't be read by this version. Reload the board to get the newest one.`;

export function openWorkshop(platform: Platform, options: WorkshopOptions): Workshop {
  const { board, people, screens } = platform;
  const owned = disposers();
  const phase = signal<Phase>({ kind: 'loading' });
  const me = signal<Person | null>(null);
  const online = signal<readonly Person[]>([]);
  const saved = signal<SavedState>({ browser: 'saved', board: 'saved' });
  const problems = signal<readonly SyncProblem[]>([]);
  const sheets = signal<readonly SheetEntry[]>([]);
  const chosen = signal<SheetId | null>(null);
  const starting = signal(false);
  const tab = signal<Tab>('write');
  const notice = signal<NoticeContent | null>(null);
  const opened = new Map<SheetId, SheetModel>();
  let sync: Sync | null = null;
  let drafts: Drafts | null = null;
  let alone: ((task: string) => Promise<Leadership>) | null = null;
  let boardId = '';

  let endNotice: Disposer | null = null;
  owned.add(() => endNotice?.());
  /** A warning stays until it is closed. Good news goes by itself, and with it an undo that would soon be out of date. */
  const tell = (content: NoticeContent): void => {
    endNotice?.();
    notice.value = content;
    if (content.tone === 'info')
      endNotice = platform.clock.after(content.action ? actionStays : newsStays, () => {
        notice.value = null;
      });
  };
  const keeper = mirrorKeeper({
    board,
    clock: platform.clock,
    me: () => me.value?.id ?? null,
    sheets: () => [...opened.values()].map(({ document }) => document),
  });

  const found = foundSheets(platform);

  const openSheet = (entry: SheetEntry): SheetModel | null => {
    const person = me.value;
    if (!sync || !person || !drafts) return null;
    const known = opened.get(entry.id);
    if (known) return known;
    const model = sheetModel({ platform, sync, entry, me: person, boardId, keeper, tell, show, drafts });
    opened.set(entry.id, model);
    owned.add(() => model.dispose());
    if (options.keepsMirror && alone) {
      const { document, view } = model;
      const task = alone(`tags/${entry.id}`);
      const me = person.id;
      // Only one page of a tab needs it, and not at once.
      void import('./tagWriter.ts').then(({ writeTags }) =>
        owned.add(writeTags({ board, clock: platform.clock, document, view, online, me, alone: task })),
      );
    }
    return model;
  };

  const sheet = computed(() => {
    const entry = sheets.value.find(({ id }) => id === chosen.value);
    return entry ? openSheet(entry) : null;
  });

  /** My own sheets first, then the newest. */
  const bestSheet = (entries: readonly SheetEntry[]): SheetId | null => {
    const spokenIn = new Set(
      (sync?.names.get() ?? []).flatMap((name) => {
        const desk = parseDeskName(name);
        return desk && desk.user === me.value?.id ? [desk.sheet] : [];
      }),
    );
    const mine = entries.filter(({ id }) => spokenIn.has(id));
    return (mine[0] ?? entries[0])?.id ?? null;
  };

  const readSheets = async (): Promise<ReadonlyMap<SheetId, Json>> => {
    const records = await board.readSheetRecords();
    const { entries, unreadable, damaged } = readSheetEntries(records);
    if (unreadable > 0) tell({ tone: 'warn', message: unreadableWords(unreadable, damaged) });
    sheets.value = entries;
    for (const entry of entries) openSheet(entry);
    if (!entries.some(({ id }) => id === chosen.value)) {
      const wished = entries.find(({ id }) => id === options.first)?.id;
      chosen.value = wished ?? bestSheet(entries);
    }
    return records;
  };

  /** Everything there is to know about the sheets on this board, now. */
  const lookAround = async (): Promise<void> => {
    const records = await readSheets();
    if (records.size > 0) await found.look(records, await keeper.reconcile());
  };

  /** Another person's new sheet shows first as a document that nobody here knows. */
  const lookForSheets = (): void => {
    const known = new Set(sheets.value.map(({ id }) => id));
    const names = sync?.names.get() ?? [];
    const fresh = names.map(parseSheetName).some((id) => id !== null && !known.has(id));
    if (fresh)
      void readSheets()
        .then(() => keeper.reconcile())
        .catch(() => undefined);
  };

  const followSelection = (): void => {
    let selected: ItemId | null = null;
    owned.add(
      board.onSelection((items) => {
        const [only] = items;
        const before = selected;
        selected = items.length === 1 && only ? only.id : null;
        // Told again of the same sticky, because something about it changed: the person has not asked for its card.
        if (items.length !== 1 || only?.kind !== 'sticky' || only.id === before) return;
        keeper.take(items);
        // A blank one is about to be written on; there is nothing to say about it yet.
        if (only.text.trim() === '') return;
        for (const [id, model] of opened) {
          if (!model.holds(only.id)) continue;
          chosen.value = id;
          starting.value = false;
          model.openNote.value = only.id;
        }
      }),
    );
  };

  let retry: Disposer | null = null;
  owned.add(() => retry?.());
  /** A sheet's frame that this person deletes, or brings back, is told about at once. */
  const followFrames = (): void => {
    const frames = () =>
      new Set(sheets.value.map(({ id, place }) => opened.get(id)?.view.value?.content.frame ?? place.frame));
    const lookSoon = (): void => void lookAround().catch(() => undefined);
    owned.add(board.onDeleted((ids) => ids.some((id) => frames().has(id)) && lookSoon()));
    // An undo on the board is told to nobody; whoever brought a frame back will touch something next.
    const isItBack = (items: readonly BoardItem[]): void => {
      if (found.deleted.value.size > 0 && items.length > 0) lookSoon();
    };
    owned.add(board.onSelection(isItBack));
    owned.add(board.onTouched(isItBack));
  };

  const start = async (): Promise<void> => {
    retry?.();
    phase.value = { kind: 'loading' };
    try {
      me.value ??= await people.me();
      boardId ||= await people.boardId();
      online.value = await people.online();
      if (!sync) {
        const opened = await platform.openDocuments(me.value.id, boardId);
        alone = opened.alone;
        drafts = openDrafts(opened.shelf, platform.clock);
        sync = opened.sync;
      }
      await lookAround();
      phase.value = { kind: 'ready' };
    } catch (error) {
      const message =
        error instanceof BoardRefusal
          ? refusalWords(error, 'read this board')
          : 'Something went wrong in the app, and nothing was changed. Try again; if it stays so, reload the board.';
      phase.value = { kind: 'failed', message };
      // Nobody looks at the page that keeps the mirror, so nobody would press its button.
      if (options.keepsMirror) retry = platform.clock.after(patience, () => void start());
      // The words above are for people; what exactly broke is for whoever mends it.
      if (!(error instanceof BoardRefusal)) throw error;
      return;
    }
    listen();
  };

  const trying = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      tell({ tone: 'warn', message: refusalWords(error, what) });
    }
  };

  let listening = false;
  const listen = (): void => {
    if (listening || !sync) return;
    listening = true;
    const documents = sync;
    saved.value = documents.saved.get();
    owned.add(documents.saved.subscribe((state) => (saved.value = state)));
    problems.value = documents.problems.get();
    owned.add(documents.problems.subscribe((list) => (problems.value = list)));
    owned.add(documents.names.subscribe(lookForSheets));
    owned.add(people.onOnline((now) => (online.value = now)));
    owned.add(() => documents.dispose());
    if (options.keepsMirror) owned.add(keeper.listen());
    if (options.followsSelection) {
      followSelection();
      followFrames();
    }
  };

  function show(next: Tab): void {
    tab.value = next;
    const current = sheet.value;
    if (current) current.openNote.value = null;
  }

  const drop = dropModel({
    platform,
    me,
    templates,
    tell,
    async placed({ record, anchors }, role) {
      const { id } = record.details;
      // From what was written, not from a reading that may be refused: a sheet must not stay without its owner.
      const { entries } = readSheetEntries(new Map([[id, recordJson(record)]]));
      sheets.value = [...entries, ...sheets.value.filter((other) => other.id !== id)];
      for (const entry of entries) openSheet(entry);
      chosen.value = id;
      starting.value = false;
      tab.value = 'write';
      opened.get(id)?.begin(role, headersOf(anchors));
      // Others find the sheet by its record at once, so what it says should be there as soon as can be.
      void sync?.flush();
      // Refused, the outline is empty for now; so is the sheet.
      await keeper.reconcile().catch(() => undefined);
    },
  });

  return {
    phase,
    me,
    online,
    saved,
    problems,
    sheets,
    sheet,
    starting,
    tab,
    notice,
    templates,
    drop,
    found,
    lookAgain: () => trying('look at the board', lookAround),
    goOnWithCopy: () =>
      trying('go on with the copy', async () => {
        const model = sheet.value;
        if (!model) return;
        await found.goOnWith(model.id);
        await lookAround();
        const entry = sheets.value.find(({ id }) => id === model.id);
        if (entry) model.moveTo(entry.place);
        await keeper.reconcile();
      }),
    makeOwnSheet: (copy) =>
      trying('make it a sheet', async () => {
        const id = await found.makeOwn(copy);
        await lookAround();
        if (id) chosen.value = id;
        else
          tell({
            tone: 'warn',
            message: 'It copies a sheet of another board, which this one knows nothing about.',
          });
      }),
    start,
    choose(id) {
      starting.value = false;
      chosen.value = sheetId(id);
    },
    startAnother() {
      starting.value = true;
    },
    cancelStarting() {
      starting.value = false;
    },
    show,
    tell,
    dismissNotice() {
      notice.value = null;
    },
    openWide() {
      const id = chosen.value;
      if (!id) return;
      const size = { width: 960, height: 720 };
      screens.openModal(`modal.html?sheet=${encodeURIComponent(id)}`, size).then(
        (shown) =>
          shown || tell({ tone: 'warn', message: 'Another window is open on this board. Close it first.' }),
        (error: BoardRefusal) => tell({ tone: 'warn', message: refusalWords(error, 'open the wide view') }),
      );
    },
    keepDrafts: () => drafts?.flush(),
    async flush() {
      drafts?.flush();
      await sync?.flush();
    },
    dispose: owned.dispose,
  };
}
