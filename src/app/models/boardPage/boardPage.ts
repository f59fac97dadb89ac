/**
 * The job description as a frame of text beside the sheet, for people who stay on the board: put there, brought up to
 * date, taken away. It is made of the same document as every export, in its clean form, so that it says nothing of who
 * thinks what. One frame a sheet; which one it is lies in the sheet document, so that everybody updates the same.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  forgetBoardPage,
  onBoardPage,
  type PageRecord,
  readBoardPage,
  recordSign,
  writeBoardPage,
} from '../../../annotations/boardPage/boardPage.ts';
import { disposers } from '../../../base/disposer.ts';
import { type ChangePlan, changesOf, isEmpty } from '../../../board/changePlan.ts';
import { gated } from '../../../board/cohort/gate.ts';
import type { BoardItem } from '../../../board/item.ts';
import { layoutPage } from '../../../board/page/layout.ts';
import {
  frameKey,
  type HandEdit,
  type PagePlan,
  pageAgain,
  planPage,
  planPageRemoval,
} from '../../../board/page/planPage.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { type ChangeResult, runChanges } from '../../../board/runChanges.ts';
import type { Chapter } from '../../../export/choice.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { described } from '../exporting/choosing.ts';
import { failureWords } from '../exporting/failureWords.ts';
import type { NoticeContent } from '../notice.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { exportsPart } from '../sheet/placeParts.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { pageWords } from './words.ts';

export type PageState =
  | { readonly kind: 'idle' }
  /** Reading the board and making the document. */
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'running';
      readonly what: 'put' | 'take-away' | 'take-back';
      readonly done: number;
      readonly total: number;
      /** The board asks to slow down, or its budget has no room just now; it goes on by itself. */
      readonly slowed: boolean;
    }
  /** Somebody changed it by hand: what would be written over. */
  | { readonly kind: 'asking'; readonly edits: readonly HandEdit[] };

/** `over`: what was done by hand, as it was asked about. `anew`: another frame, and that one stays as it is. */
export type Answer = 'over' | 'anew';

export interface BoardPage {
  readonly state: ReadonlySignal<PageState>;
  /** The frame on record, whether or not somebody has deleted it since. */
  readonly frame: ReadonlySignal<ItemId | null>;
  put(answer?: Answer): Promise<void>;
  /** Goes on asking nothing. */
  leave(): void;
  stop(): void;
  show(): Promise<void>;
  takeAway(): Promise<void>;
  dispose(): void;
}

/** Who thinks what, which rounds there were and where ideas come from is for documents that leave the board. */
const chaptersLeftOut: readonly Chapter[] = [
  'standing',
  'open',
  'signatures',
  'rounds',
  'leftOver',
  'sources',
];

const what = 'put the job description on the board';
const same = (a: readonly HandEdit[], b: readonly HandEdit[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export function openBoardPage(context: SheetContext): BoardPage {
  const { platform, documents, keeper, tell } = context;
  const { board, clock } = platform;
  const owned = disposers();
  const state = signal<PageState>({ kind: 'idle' });
  const onRecord = () => readBoardPage(documents.sheet)?.frame ?? null;
  const frame = signal(onRecord());
  owned.add(
    onBoardPage(documents.sheet, () => {
      frame.value = onRecord();
    }),
  );
  let abort: AbortController | null = null;
  owned.add(() => abort?.abort());

  const refused = (error: unknown, doing: string): void =>
    tell({ tone: 'warn', message: refusalWords(error, doing) });

  /** One thing at a time; whatever happens, it ends, and what went wrong is said. */
  const work = async (doing: string, run: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    if (abort) return;
    const control = new AbortController();
    abort = control;
    state.value = { kind: 'looking' };
    try {
      await run(control.signal);
    } catch (error) {
      refused(error, doing);
    } finally {
      abort = null;
      if (state.peek().kind !== 'asking') state.value = { kind: 'idle' };
    }
  };

  const paced = (signal: AbortSignal) =>
    gated(board, {
      ...{ clock, hasRoom: platform.hasRoom, signal },
      onWaiting(slowed) {
        const now = state.peek();
        if (now.kind === 'running') state.value = { ...now, slowed };
      },
    });

  type Doing = Extract<PageState, { kind: 'running' }>['what'];
  /** Says that it begins, and from then on how far it is. */
  const progress = (what: Doing, total: number): ((done: number, slowed: boolean) => void) => {
    const tellOf = (done: number, slowed: boolean): void => {
      state.value = { kind: 'running', what, done, total, slowed };
    };
    tellOf(0, false);
    return tellOf;
  };

  /** Carries it out, and says how far it is. */
  const running = (
    doing: Doing,
    plan: ChangePlan,
    writer: Parameters<typeof runChanges>[1],
    signal: AbortSignal,
  ): Promise<ChangeResult> => {
    const tellOf = progress(doing, changesOf(plan).length);
    return runChanges(plan, writer, {
      ...{ clock, signal },
      onProgress: ({ done, slowed }) => tellOf(done, slowed),
    });
  };

  const planNow = async (all: readonly BoardItem[]): Promise<PagePlan | string> => {
    const { choice } = await context.loaded(exportsPart);
    const wished = choice.peek();
    const without = [...new Set([...wished.without, ...chaptersLeftOut])];
    const description = await described(
      context,
      { ...wished, format: 'html', variant: 'clean', without },
      context.now(),
    );
    if (typeof description === 'string') return failureWords[description];
    const layout = layoutPage(pageWords(description));
    const sheet = all.find(({ id }) => id === context.frame());
    // Without its sheet it goes where there is room.
    const place = sheet
      ? { sheet: sheet.box }
      : { sheet: null, free: { ...(await board.findEmptySpace(layout)), ...sizeOf(layout) } };
    return planPage(layout, readBoardPage(documents.sheet), { all, ...place });
  };

  /** Null where its frame could not be made. */
  const carryOut = async (
    plan: PagePlan,
    signal: AbortSignal,
  ): Promise<{ readonly frame: ItemId | null; readonly result: ChangeResult; readonly undo: ChangePlan }> => {
    const writer = paced(signal);
    const steps = changesOf(plan.rest('' as ItemId)).length + 1; // counted before there is a frame
    const tellOf = progress('put', steps);
    const first = await runChanges(plan.first, writer, { clock, signal });
    const made = plan.frame ?? first.created.get(frameKey) ?? null;
    if (first.kind !== 'done' || made === null) return { frame: made, result: first, undo: first.undo };
    // Whoever goes on after a closed tab must know of it before anything lies in it.
    writeBoardPage(documents.sheet, plan.during(made, new Map()));
    const rest = await runChanges(plan.rest(made), writer, {
      ...{ clock, signal },
      onProgress: ({ done, slowed }) => tellOf(done + 1, slowed),
    });
    return {
      ...{ frame: made, result: rest },
      undo: { stages: [...rest.undo.stages, ...first.undo.stages] },
    };
  };

  /** Offers to take back what was just done, as long as nobody has written the frame anew since. */
  const takingBack = (undo: ChangePlan, before: PageRecord): Required<NoticeContent>['action'] => {
    const since = recordSign(documents.sheet);
    const run = async (signal: AbortSignal): Promise<void> => {
      if (recordSign(documents.sheet) !== since) {
        tell({ tone: 'info', message: 'It was written anew since, so it stays.', action: showAction });
        return;
      }
      const result = await running('take-back', undo, paced(signal), signal);
      writeBoardPage(documents.sheet, pageAgain(before, result.created));
      if (result.kind === 'failed') throw new BoardRefusal(result.reason, result.message);
      const message =
        result.kind === 'done'
          ? 'Taken back: the frame is as it was before.'
          : 'Stopped. Some of it is as it was before; update it, or take it off the board.';
      tell({ tone: 'info', message, action: showAction });
    };
    return { word: 'Undo', run: () => void work('take that back', run) };
  };

  /** Two put it there at the same moment: one frame stays on record, and the other one goes. */
  const yields = async (plan: PagePlan, made: ItemId, result: ChangeResult): Promise<boolean> => {
    const theirs = onRecord();
    if (plan.frame !== null || theirs === null || theirs === made) return false;
    await runChanges(result.undo, board, { clock });
    await board.remove(made);
    tell({
      tone: 'info',
      message: 'Somebody else put it on the board at the same moment. Theirs stays.',
      action: showAction,
    });
    return true;
  };

  const showAction: Required<NoticeContent>['action'] = { word: 'Show it', run: () => void show() };

  const show = async (): Promise<void> => {
    const shown = frame.peek();
    if (!shown) return;
    try {
      const [there] = await board.readSome([shown]);
      if (there) await board.show([shown]);
      else {
        forgetBoardPage(documents.sheet, shown);
        tell({ tone: 'info', message: 'Somebody has deleted that frame. Put it on the board again.' });
      }
    } catch (error) {
      refused(error, 'show the job description');
    }
  };

  const takeAway = (): Promise<void> =>
    work('take the job description off the board', async (signal) => {
      const record = readBoardPage(documents.sheet);
      if (!record) return;
      const { plan, keepsFrame } = planPageRemoval(record, await keeper.reconcile());
      const result = await running('take-away', plan, board, signal);
      if (result.kind === 'failed') throw new BoardRefusal(result.reason, result.message);
      if (result.kind === 'cancelled') {
        tell({
          tone: 'info',
          message: 'Stopped. Some of it is off the board; take away the rest, or update it.',
        });
        return;
      }
      forgetBoardPage(documents.sheet, record.frame);
      // Where it stood is nothing to look at any more.
      const sheet = context.frame();
      if (sheet && !keepsFrame) await board.show([sheet]).catch(() => undefined);
      tell({
        tone: 'info',
        message: keepsFrame
          ? 'The job description is off the board. Its frame stays: something that somebody wrote lies in it.'
          : 'The job description is off the board.',
        action: takingBack(result.undo, record),
      });
    });

  return {
    state,
    frame,
    put(answer) {
      const asked = state.peek();
      return work(what, async (signal) => {
        if (!context.view.peek()?.canWrite) return;
        if (answer === 'anew') {
          const old = onRecord();
          if (old) forgetBoardPage(documents.sheet, old);
        }
        const plan = await planNow(await keeper.reconcile());
        if (typeof plan === 'string') {
          tell({ tone: 'warn', message: plan });
          return;
        }
        const agreed = answer === 'over' && asked.kind === 'asking' && same(asked.edits, plan.edits);
        if (plan.edits.length > 0 && !agreed) {
          state.value = { kind: 'asking', edits: plan.edits };
          return;
        }
        if (plan.frame && isEmpty(plan.first) && isEmpty(plan.rest(plan.frame))) {
          writeBoardPage(documents.sheet, plan.after(plan.frame, new Map()));
          tell({ tone: 'info', message: 'Nothing has changed since: it is up to date.', action: showAction });
          return;
        }
        if (signal.aborted) return;
        const before = readBoardPage(documents.sheet);
        const { frame: made, result, undo } = await carryOut(plan, signal);
        if (made && (await yields(plan, made, result))) return;
        if (made)
          writeBoardPage(
            documents.sheet,
            (result.kind === 'done' ? plan.after : plan.during)(made, result.created),
          );
        if (result.kind === 'cancelled')
          tell({
            tone: 'info',
            message: 'Stopped half-way. Press the button again to go on, or take it off the board.',
            ...(made ? { action: { word: 'Take it off', run: () => void takeAway() } } : {}),
          });
        else if (result.kind === 'failed')
          tell({
            tone: 'warn',
            message: `${refusalWords(new BoardRefusal(result.reason, result.message), what)} What is there stays; the button goes on from it.`,
          });
        else if (plan.frame === null) {
          if (made) await board.show([made]).catch(() => undefined);
          tell({
            tone: 'info',
            message: 'The job description is on the board, beside the sheet.',
            action: { word: 'Undo', run: () => void takeAway() },
          });
        } else
          tell({
            tone: 'info',
            message: 'The job description on the board is up to date.',
            action: before ? takingBack(undo, before) : showAction,
          });
      });
    },
    leave() {
      if (state.peek().kind === 'asking') state.value = { kind: 'idle' };
    },
    stop: () => abort?.abort(),
    show,
    takeAway,
    dispose: owned.dispose,
  };
}

const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width,
  height,
});
