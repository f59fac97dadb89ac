/**
 * Laying the sheet out by the other lens for everybody: looked at first, done with one click, undone with another, and
 * gone on with or taken back by whoever finds it half-way. Loaded when somebody asks for it.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { beginRelayout, giveUpRelayout, takeOnRelayout } from '../../../annotations/layAnew.ts';
import type { RelayoutRecord } from '../../../annotations/relayoutRecord.ts';
import { boxAt, left, overlap, top } from '../../../base/box.ts';
import { wait } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardItem } from '../../../board/item.ts';
import { nameOf, type SheetOnBoard } from '../../../board/makeRoom.ts';
import { parseRecord } from '../../../board/marker.ts';
import { recordJson } from '../../../board/recordJson.ts';
import {
  piecesOf,
  planRelayout,
  type Relayout,
  type RelayoutFacts,
  reversed,
} from '../../../board/relayout.ts';
import { parseRelayout, relayoutJson } from '../../../board/relayoutJson.ts';
import { madeHeaders, stepsLeft } from '../../../board/relayoutSteps.ts';
import { retrying } from '../../../board/retrying.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { Lens } from '../../../workshop/sheet.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import { byWords, doneWords, failedWords, unsavedWords } from './lensWords.ts';
import { beatEvery, lookAt, type RunProgress, runRelayout } from './relayoutRun.ts';

export interface RelayoutPreview {
  readonly to: Lens;
  readonly facts: RelayoutFacts;
  readonly frame: Relayout['frame'];
  /** What lies on the board where the frame would grow; nothing is done while it is there. */
  readonly inTheWay: readonly string[];
  readonly drawing: Drawing;
}

export type RelayoutState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'preview'; readonly preview: RelayoutPreview }
  | { readonly kind: 'running'; readonly to: Lens; readonly progress: RunProgress };

/** One that was begun and has not ended, and that this page is not at. */
export interface UnderWay {
  readonly record: RelayoutRecord;
  /** Whether somebody has been at it lately, as far as this browser has seen. */
  readonly alive: boolean;
}

export interface RelayoutModel {
  readonly state: ReadonlySignal<RelayoutState>;
  readonly under: ReadonlySignal<UnderWay | null>;
  show(to: Lens): Promise<void>;
  leave(): void;
  apply(): Promise<void>;
  /** Stops what this page is at, and puts everything back. */
  stop(): void;
  /** Null where there is nothing of this page's to undo. */
  readonly undo: ReadonlySignal<(() => void) | null>;
  goOn(): Promise<void>;
  putBack(): Promise<void>;
  dispose: Disposer;
}

/** Milliseconds for which one that shows no sign is taken to be under way still. */
const silence = 3 * beatEvery + 6_000;
/** Milliseconds for two who begin at the same moment to hear of each other, before anything moves. */
const claiming = 1_500;

interface How {
  /** It takes something back, so there is nothing to undo afterwards. */
  readonly back: boolean;
  /** Nothing has been moved yet. */
  readonly first: boolean;
}

export function openRelayout(context: SheetContext): RelayoutModel {
  const { platform, documents, me, sync, view, tell } = context;
  const { board, clock } = platform;
  const owned = disposers();
  const attempt = retrying(clock);
  const state = signal<RelayoutState>({ kind: 'idle' });
  /** The run that this page is at, and whether the others have had time to say that it is theirs. */
  const mine = signal<string | null>(null);
  const claimed = signal(false);
  /** What this page did last, which can be undone for as long as it is open. */
  const last = signal<{ readonly to: Lens; readonly run: () => void } | null>(null);
  let abort: AbortController | null = null;
  let over = false;
  owned.add(() => {
    over = true;
    abort?.abort();
  });

  const record = computed(() => documents.content.value.relayout);
  /** The last sign of each run that this browser has seen, told by a timer since clocks differ. */
  const quiet = signal(false);
  let cancelQuiet: Disposer | null = null;
  owned.add(() => cancelQuiet?.());
  owned.add(
    effect(() => {
      const sign = record.value && `${record.value.id}:${record.value.beat}`;
      cancelQuiet?.();
      quiet.value = false;
      if (sign)
        cancelQuiet = clock.after(silence, () => {
          quiet.value = true;
        });
    }),
  );
  // Whoever goes on with it is at it alone.
  owned.add(
    effect(() => {
      if (claimed.value && record.value?.id !== mine.value) abort?.abort();
    }),
  );

  const now = (): SheetView | null => view.peek();
  const fail = (error: unknown): void => tell({ tone: 'warn', message: failedWords(error) });

  /** Throws what is to be told. */
  const planNow = async (to: Lens) => {
    const current = now();
    if (!current) return null;
    const { all, sheet } = await lookAt(context, current);
    const plan = planRelayout(sheet, current.template, current.details, to);
    return { current, sheet, plan, inTheWay: inTheWay(sheet, plan.relayout, all) };
  };

  /** Whether the board knows of a lens or a run that this browser has not heard of yet. */
  const isBehind = async (current: SheetView): Promise<boolean> => {
    const json = (await attempt(() => board.readSheetRecords())).get(current.details.id);
    const found = json === undefined ? null : parseRecord(current.details.id, json);
    if (!found?.ok) return false;
    const moving = found.value.moving !== undefined && documents.content.peek().relayout === null;
    return moving || found.value.details.lens !== documents.content.peek().details?.lens;
  };

  /** On the board itself, for whoever has not heard of it otherwise. */
  const markMoving = (current: SheetView, id: string): Promise<void> =>
    attempt(() => {
      const { frame, anchors } = documents.content.peek();
      if (!frame) throw new Error('A sheet without a frame is not laid out anew.');
      return board.writeSheetRecord(
        current.details.id,
        recordJson({ frame, anchors, details: current.details, moving: id }),
      );
    });

  const begunBy = (id: string, { lanes, from, to }: Relayout, relayout: Relayout) => ({
    ...{ id, by: me.id, at: context.now(), from, to, lanes },
    plan: relayoutJson(relayout),
  });

  /** Whether everything written so far is where others find it. */
  const savedOnBoard = async (): Promise<boolean> => {
    for (let tries = 0; tries < 5; tries += 1) {
      await sync.flush().catch(() => undefined);
      const { board: there } = sync.saved.get();
      if (there === 'saved') return true;
      if (there === 'offline' || there === 'refused') return false;
      await wait(clock, claiming);
    }
    return false;
  };

  /** From the moment at which the record is this page's. */
  const run = async (id: string, relayout: Relayout, { back, first }: How): Promise<void> => {
    const current = now();
    if (!current) return;
    abort = new AbortController();
    mine.value = id;
    state.value = { kind: 'running', to: relayout.to, progress: { done: 0, total: 1, slowed: false } };
    try {
      const saved = await savedOnBoard();
      await wait(clock, claiming);
      if (record.peek()?.id !== id) {
        tell({ tone: 'info', message: 'Somebody else began at the same moment, so theirs goes on.' });
        return;
      }
      // What moves while nobody can know why would be read wrongly by all others, and for good if this tab closed.
      if (first && !saved) {
        giveUpRelayout(documents.sheet, id);
        tell({ tone: 'warn', message: unsavedWords });
        return;
      }
      claimed.value = true;
      await markMoving(current, id);
      const result = await runRelayout({
        ...{ around: context, view: current, relayout, id, signal: abort.signal },
        onProgress: (progress) => {
          if (!over) state.value = { kind: 'running', to: relayout.to, progress };
        },
      });
      if (result.kind === 'failed') fail(result.error);
      if (result.kind !== 'done') return;
      void sync.flush();
      const { frame } = documents.content.peek();
      if (frame && !over) void board.show([frame]).catch(() => undefined);
      const message = doneWords(relayout.to, back, result.astray);
      const tone = result.astray.length > 0 ? 'warn' : 'info';
      const undo = { word: 'Undo', run: () => void undoIt(relayout, result.made) };
      last.value = back ? null : { to: relayout.to, run: undo.run };
      tell({ tone, message, ...(back ? {} : { action: undo }) });
    } catch (error) {
      fail(error);
    } finally {
      claimed.value = false;
      mine.value = null;
      abort = null;
      if (!over) state.value = { kind: 'idle' };
    }
  };

  const begin = async (relayout: Relayout, back: boolean): Promise<void> => {
    const current = now();
    if (!current) return;
    if (await isBehind(current)) {
      tell({
        tone: 'warn',
        message:
          'Somebody has just laid this sheet out anew, and it has not arrived here yet. Wait a moment, then look again.',
      });
      return;
    }
    const id = platform.newId();
    if (!beginRelayout(documents.sheet, begunBy(id, relayout, relayout))) {
      tell({
        tone: 'warn',
        message: 'A newer version of Rolewright is in use here. Reload the board first.',
      });
      return;
    }
    await run(id, relayout, { back, first: true });
  };

  /** As it was, to the dp, while nobody has touched it since; else laid out by the lens of before, as it is now. */
  const undoIt = async (done: Relayout, made: ReadonlyMap<string, ItemId>): Promise<void> => {
    if (state.peek().kind !== 'idle' || record.peek()) return;
    state.value = { kind: 'looking' };
    try {
      const found = await planNow(done.from);
      if (!found) return;
      const { current, sheet, plan, inTheWay: obstacles } = found;
      if (obstacles.length > 0) {
        tell({
          tone: 'warn',
          message: `${byWords(done.from, 'Laid out')} the frame needs room where something lies now. Move that aside, then lay it out again.`,
        });
        return;
      }
      const untouched = isUntouched(done, current, sheet);
      await begin(untouched ? reversed(done, made) : plan.relayout, true);
    } catch (error) {
      fail(error);
    } finally {
      if (state.peek().kind === 'looking') state.value = { kind: 'idle' };
    }
  };

  /** Goes on with what was found half-way, there or back. */
  const takeOn = async (back: boolean): Promise<void> => {
    const [current, found] = [now(), record.peek()];
    if (!current || !found || mine.peek() !== null) return;
    const relayout = parseRelayout(found.plan, found);
    if (!relayout) {
      tell({
        tone: 'warn',
        message: 'This was begun by another version of Rolewright. Reload the board, then try again.',
      });
      return;
    }
    state.value = { kind: 'looking' };
    try {
      const { sheet } = await lookAt(context, current);
      const looks = piecesOf(relayout.to, current.template, current.details, sheet.items);
      const way = back ? reversed(relayout, madeHeaders(relayout, looks, sheet).ids) : relayout;
      const id = platform.newId();
      takeOnRelayout(documents.sheet, found.id, begunBy(id, way, way));
      await run(id, way, { back, first: false });
    } catch (error) {
      fail(error);
    } finally {
      if (state.peek().kind === 'looking') state.value = { kind: 'idle' };
    }
  };

  return {
    state,
    under: computed(() =>
      record.value && record.value.id !== mine.value ? { record: record.value, alive: !quiet.value } : null,
    ),
    async show(to) {
      if (state.peek().kind === 'running' || record.peek()) return;
      state.value = { kind: 'looking' };
      try {
        const found = await planNow(to);
        if (!found) return;
        const { sheet, plan, inTheWay: obstacles } = found;
        state.value = {
          kind: 'preview',
          preview: {
            ...{ to, facts: plan.facts, frame: plan.relayout.frame, inTheWay: obstacles },
            drawing: drawingOf(sheet, plan.relayout),
          },
        };
      } catch (error) {
        fail(error);
      } finally {
        if (state.peek().kind === 'looking') state.value = { kind: 'idle' };
      }
    },
    leave() {
      if (state.peek().kind === 'preview') state.value = { kind: 'idle' };
    },
    async apply() {
      const chosen = state.peek();
      if (chosen.kind !== 'preview') return;
      const { to } = chosen.preview;
      state.value = { kind: 'looking' };
      try {
        // What was looked at a while ago may have changed.
        const found = await planNow(to);
        if (!found) return;
        if (found.inTheWay.length > 0) {
          state.value = { kind: 'preview', preview: { ...chosen.preview, inTheWay: found.inTheWay } };
          return;
        }
        await begin(found.plan.relayout, false);
      } catch (error) {
        fail(error);
      } finally {
        if (state.peek().kind === 'looking') state.value = { kind: 'idle' };
      }
    },
    stop() {
      if (state.peek().kind !== 'running' || !abort) return;
      abort.abort();
      // Once what is under way has ended.
      const stop = mine.subscribe((id) => {
        if (id !== null) return;
        queueMicrotask(() => {
          stop();
          if (!over && record.peek()) void takeOn(true);
        });
      });
    },
    undo: computed(() =>
      last.value?.to === documents.content.value.details?.lens ? (last.value?.run ?? null) : null,
    ),
    goOn: () => takeOn(false),
    putBack: () => takeOn(true),
    dispose: owned.dispose,
  };

  function isUntouched(done: Relayout, current: SheetView, sheet: SheetOnBoard): boolean {
    const looks = {
      old: piecesOf(done.from, current.template, current.details, sheet.items),
      new: piecesOf(done.to, current.template, current.details, sheet.items),
    };
    const { plan, loose } = stepsLeft(done, looks, sheet);
    const knownNotes = sheet.items.every(({ id, kind }) => kind !== 'sticky' || done.lanes.has(id));
    return plan.stages.flat().length + loose.length === 0 && knownNotes;
  }
}

/** What lies outside the frame now and would lie in it then, where its notes would count. */
function inTheWay(sheet: SheetOnBoard, { frame }: Relayout, all: readonly BoardItem[]): readonly string[] {
  const corner = [left(sheet.frame.box), top(sheet.frame.box)] as const;
  const grown = boxAt(
    ...corner,
    Math.max(frame.to.width, sheet.frame.box.width),
    Math.max(frame.to.height, sheet.frame.box.height),
  );
  const ours = new Set([sheet.frame.id, ...sheet.items.map(({ id }) => id)]);
  const frames = new Set(all.filter(({ kind }) => kind === 'frame').map(({ id }) => id));
  return all
    .filter(({ id, box, frame: parent }) => {
      // What is in another frame is told of by that frame.
      const inFrame = parent !== null && parent !== sheet.frame.id && frames.has(parent);
      return !ours.has(id) && !inFrame && overlap(box, grown) && !overlap(box, sheet.frame.box);
    })
    .map(nameOf);
}
