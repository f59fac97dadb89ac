/** The whole app on one board, for one person: which sheets there are, which one is open, where the panel stands. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SheetArchive } from '../../annotations/archive.ts';
import { parseDeskName, sheetName } from '../../annotations/names.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import { BoardRefusal } from '../../board/port.ts';
import type { Person } from '../../miro/people.ts';
import type { Connection, SavedState, SyncProblem } from '../../sync/sync.ts';
import { type ItemId, type SheetId, sheetId } from '../../workshop/ids.ts';
import { mirrorKeeper } from './board/mirrorKeeper.ts';
import { type DropModel, dropModel } from './drop/drop.ts';
import type { CopiedSheet, FoundSheets, StrangeSheet } from './found/found.ts';
import { foundSheets } from './found/foundSheets.ts';
import { type Leaving, leaving } from './leaving/leaving.ts';
import type { NoticeContent } from './notice.ts';
import { notices } from './notices.ts';
import type { Platform } from './platform.ts';
import type { Presence } from './presence/presence.ts';
import type { Whereabouts } from './presence/whereabouts.ts';
import type { RoundsPlace } from './rounds/roundMoments.ts';
import type { LiveSession } from './session/live.ts';
import { onlyInThisPage } from './sheet/onlyInThisPage.ts';
import { type Disposable, openParts, type Part, type Parts } from './sheet/parts.ts';
import type { SheetEntry } from './sheet/sheetEntries.ts';
import { sheetList } from './sheet/sheetList.ts';
import { type SheetModel, sheetModel } from './sheet/sheetModel.ts';
import type { Tab } from './tab.ts';
import { type TakingAlong, takingAlong } from './takingAlong/takingAlong.ts';
import { type Drafts, openDrafts } from './talk/drafts.ts';
import type { TemplateShelf } from './templates/templateShelf.ts';
import { needsMoreTemplates } from './templates/templates.ts';
import { refusalWords } from './words/refusalWords.ts';
import {
  farewellPart,
  goingOnPart,
  livePart,
  templatesPart,
  type WorkshopContext,
  watchingPart,
} from './workshopParts.ts';

export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  /** This browser was asked to keep nothing: the page has stopped until it is loaded again. */
  | { readonly kind: 'left' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Workshop {
  readonly phase: ReadonlySignal<Phase>;
  readonly me: ReadonlySignal<Person | null>;
  readonly online: ReadonlySignal<readonly Person[]>;
  readonly saved: ReadonlySignal<SavedState>;
  readonly connection: ReadonlySignal<Connection>;
  readonly problems: ReadonlySignal<readonly SyncProblem[]>;
  readonly sheets: ReadonlySignal<readonly SheetEntry[]>;
  /** The sheet that the panel shows. */
  readonly sheet: ReadonlySignal<SheetModel | null>;
  /** The start form is open although there are sheets. */
  readonly starting: ReadonlySignal<boolean>;
  readonly tab: Signal<Tab>;
  /** Whether this board has, or had, a live session for a group. */
  readonly hasLive: ReadonlySignal<boolean>;
  /** The session's own screen is in front: setting it up, and running it. */
  readonly atSession: Signal<boolean>;
  /** This person's screen is shared: what only they can see is hidden. */
  readonly presenting: Signal<boolean>;
  /** Null until it is loaded. */
  live(): LiveSession | null;
  readonly notice: ReadonlySignal<NoticeContent | null>;
  /** The templates a sheet can be made from; loaded when somebody starts one. */
  templates(): Promise<TemplateShelf>;
  readonly drop: DropModel;
  readonly found: FoundSheets;
  readonly leaving: Leaving;
  readonly along: TakingAlong;
  /** Tells others where this person is; null until it is loaded, and on a page that nobody sees. */
  presence(): Presence | null;
  /** Looks at the whole board again: sheets, frames, notes. */
  lookAgain(): Promise<void>;
  /**
   * A sheet goes on with the copy of its frame that is on this board, or one of another board does here; what was
   * said elsewhere stays there. With `along`, what this person said is then looked for, or taken from that archive.
   */
  goOnHere(what: SheetId | StrangeSheet, along?: 'look' | SheetArchive): Promise<void>;
  makeOwnSheet(copy: CopiedSheet): Promise<void>;
  /** Takes what an interrupted drop left off the board. */
  removeUnfinished(frame: ItemId): Promise<void>;
  start(): Promise<void>;
  choose(id: string): void;
  startAnother(): void;
  cancelStarting(): void;
  show(tab: Tab): void;
  tell(notice: NoticeContent): void;
  dismissNotice(): void;
  /** `place`: what of the rounds to show there. */
  openWide(place?: RoundsPlace): void;
  /** Whether closing this page now would lose words, sent or not. */
  atRisk(): boolean;
  /** The connection may have come or gone: asks the board. */
  lookForBoard(): void;
  /** Unsent words go to disk; for a page that may be about to go. */
  keepDrafts(): void;
  /** Everything written so far is safe when this resolves. */
  flush(): Promise<void>;
  dispose(): void;
}

interface Session extends Awaited<ReturnType<Platform['openDocuments']>> {
  readonly me: Person;
  readonly drafts: Drafts;
  readonly parts: Parts<WorkshopContext>;
}

export interface WorkshopOptions {
  /** Whether this page listens to what its person does on the board and keeps the mirror; one page of a tab does. */
  readonly keepsMirror: boolean;
  /** Whether selecting a sticky opens its card here. */
  readonly followsSelection: boolean;
  /** Whether a person looks at this page, so that others are told what they look at. */
  readonly seen: boolean;
  /** The sheet to open first, if it is there. */
  readonly first?: string;
}

/** Milliseconds until a page without a screen tries again to read the board. */
const patience = 10_000;

export function openWorkshop(platform: Platform, options: WorkshopOptions): Workshop {
  const { board, people } = platform;
  const owned = disposers();
  const phase = signal<Phase>({ kind: 'loading' });
  const me = signal<Person | null>(null);
  const online = signal<readonly Person[]>([]);
  const saved = signal<SavedState>({ browser: 'saved', board: 'saved' });
  const connection = signal<Connection>({ reach: 'joining', behind: 0 });
  const problems = signal<readonly SyncProblem[]>([]);
  const starting = signal(false);
  const tab = signal<Tab>('write');
  const hasLive = signal(false);
  const atSession = signal(false);
  const presenting = signal(false);
  const seated = signal(false);
  /** Where others are just now. */
  const others = signal<ReadonlyMap<string, Whereabouts>>(new Map());
  let boardId = '';
  /** Once it is known who is here, on which board. */
  let session: Session | null = null;

  const { notice, tell, dismiss, dispose: endNotices } = notices(platform.clock);
  owned.add(endNotices);
  const keeper = mirrorKeeper({
    board,
    clock: platform.clock,
    me: () => me.value?.id ?? null,
    sheets: () => list.models().map(({ document }) => document),
  });

  const found = foundSheets({
    ...platform,
    isDeleted: (id) => session?.sync.deleted.get().includes(sheetName(id)) === true,
  });

  const openSheet = (entry: SheetEntry): SheetModel | null => {
    if (!session) return null;
    const { sync, me, drafts, shelf } = session;
    const sheets = () => list.models().map(({ context }) => context);
    const model = sheetModel({
      ...{ platform, sync, entry, me, boardId, keeper, tell, show, drafts, shelf, sheets, others, online },
    });
    if (options.keepsMirror) void session.parts.loaded(watchingPart).then(({ tag }) => tag(model));
    return model;
  };

  const list = sheetList({
    open: openSheet,
    spokenIn() {
      const desks = (session?.sync.names.get() ?? []).map(parseDeskName);
      return new Set(desks.flatMap((desk) => (desk && desk.user === me.value?.id ? [desk.sheet] : [])));
    },
    first: options.first,
    tell,
  });
  owned.add(list.dispose);
  const sheet = list.current;
  const place = computed(() => {
    const shown = starting.value ? null : sheet.value;
    // While views are given unseen, others learn that somebody is here, not which note they look at.
    return shown ? { sheet: shown.id, note: shown.blind.value ? null : shown.openNote.value } : null;
  });
  /** Before there is a session, nothing is shown that would ask for it. */
  const loaded = async <T extends Disposable>(part: Part<T, WorkshopContext>): Promise<T> => {
    if (!session) throw new Error('The board has not been read yet');
    return session.parts.loaded(part);
  };
  const farewell = leaving(() => loaded(farewellPart));
  const along = takingAlong({
    context: () =>
      me.value && {
        me: me.value,
        boardId,
        now: () => new Date(platform.clock.now()).toISOString(),
        reconcile: keeper.reconcile,
      },
    shelf: () => session?.shelf ?? null,
    otherCopies: platform.otherCopies,
  });

  /** Everything there is to know about the sheets on this board, now. */
  const lookAround = async (): Promise<void> => {
    const records = await board.readSheetRecords();
    // Where they can't be loaded now, the other sheets are there all the same; the next look tries again.
    if (needsMoreTemplates(records.values()))
      await import('./templates/moreTemplates.ts')
        .then(({ learnAll }) => learnAll(board))
        .catch(() => undefined);
    list.take(records);
    const items = await keeper.reconcile();
    list.seen(new Set(items.map(({ id }) => id)));
    // Only the panel, which follows what people select, shows what was found; reading marks costs a call each.
    if (options.followsSelection) await found.look(records, items);
  };

  const openSession = async (me: Person): Promise<Session> => {
    const opened = await platform.openDocuments(me.id, boardId);
    const { sync } = opened;
    const drafts = openDrafts(opened.shelf, platform.clock);
    const parts = openParts<WorkshopContext>(
      {
        ...{ platform, sync, me, drafts, list, found, keeper, along, starting, place, others, online, tell },
        ...{ boardId, seated, hasLive, atSession, tab, lookAround, alone: opened.alone, page: options },
        templates: () => loaded(templatesPart),
      },
      platform.clock,
    );
    owned.add(parts.dispose);
    return { ...opened, me, drafts, parts };
  };

  let retry: Disposer | null = null;
  owned.add(() => retry?.());
  const start = async (): Promise<void> => {
    retry?.();
    phase.value = { kind: 'loading' };
    try {
      me.value ??= await people.me();
      boardId ||= await people.boardId();
      session ??= await openSession(me.value);
      await lookAround();
      if (phase.value.kind === 'loading') phase.value = { kind: 'ready' };
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

  let listening = false;
  const listen = (): void => {
    if (listening || !session) return;
    listening = true;
    const { sync: documents, parts } = session;
    saved.value = documents.saved.get();
    owned.add(documents.saved.subscribe((state) => (saved.value = state)));
    connection.value = documents.connection.get();
    owned.add(documents.connection.subscribe((state) => (connection.value = state)));
    problems.value = documents.problems.get();
    owned.add(documents.problems.subscribe((list) => (problems.value = list)));
    owned.add(documents.deleted.subscribe(found.forgetDeleted));
    const hasLeft = (): void => {
      if (documents.forgotten.get()) phase.value = { kind: 'left' };
    };
    owned.add(documents.forgotten.subscribe(hasLeft));
    hasLeft();
    owned.add(() => documents.dispose());
    parts.part(watchingPart);
  };

  function show(next: Tab): void {
    farewell.keep();
    tab.value = next;
    const current = sheet.value;
    if (!current) return;
    current.openNote.value = null;
    current.step.value = null;
  }

  const drop = dropModel({
    platform,
    me,
    tell,
    placed: async (...placed) => (await loaded(goingOnPart)).placed(...placed),
  });

  return {
    phase,
    me,
    online,
    saved,
    connection,
    problems,
    sheets: list.entries,
    sheet,
    starting,
    tab,
    hasLive,
    atSession,
    presenting,
    live: () => (options.seen && session?.parts.part(livePart).value) || null,
    notice,
    templates: () => loaded(templatesPart),
    drop,
    found,
    leaving: farewell,
    along,
    presence: () => session?.parts.part(watchingPart).value?.presence ?? null,
    lookAgain: async () => (await loaded(goingOnPart)).lookAgain(),
    goOnHere: async (what, taken) => (await loaded(goingOnPart)).goOnHere(what, taken),
    makeOwnSheet: async (copy) => (await loaded(goingOnPart)).makeOwnSheet(copy),
    removeUnfinished: async (frame) => (await loaded(goingOnPart)).removeUnfinished(frame),
    start,
    choose(id) {
      along.end();
      starting.value = false;
      farewell.keep();
      list.choose(sheetId(id));
    },
    startAnother() {
      starting.value = true;
    },
    cancelStarting() {
      starting.value = false;
    },
    show,
    tell,
    dismissNotice: dismiss,
    openWide: (place) => void loaded(goingOnPart).then((going) => going.openWide(place)),
    atRisk() {
      session?.drafts.flush();
      const unseen = saved.value.browser !== 'saved' && list.models().some((sheet) => sheet.drafted());
      return onlyInThisPage(saved.value) || unseen || session?.drafts.atRisk() === true;
    },
    lookForBoard: () => void session?.sync.refresh(),
    keepDrafts: () => session?.drafts.flush(),
    async flush() {
      session?.drafts.flush();
      await session?.sync.flush();
    },
    dispose: owned.dispose,
  };
}
