/**
 * Carries a re-layout out, from wherever the board stands: what is left is moved, then old headers go, then it is read
 * again and checked, and only then the sheet's lens changes, for everybody at once. Until that moment, and however it
 * ends, notes count for the lanes in the record (annotations/relayoutRecord.ts).
 */
import { beatRelayout, endRelayout } from '../../../annotations/layAnew.ts';
import { placeSheet } from '../../../annotations/sheetDocument.ts';
import type { Disposer } from '../../../base/disposer.ts';
import { changesOf, isEmpty, type SheetChange } from '../../../board/changePlan.ts';
import { itemsInFrame } from '../../../board/inFrame.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import { markJson, titleMarkJson } from '../../../board/marks.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { recordJson } from '../../../board/recordJson.ts';
import { piecesOf, type Relayout } from '../../../board/relayout.ts';
import { type Made, misread, type Steps, stepsLeft } from '../../../board/relayoutSteps.ts';
import { retrying } from '../../../board/retrying.ts';
import { runChanges } from '../../../board/runChanges.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import { titleKey } from '../../../workshop/piece.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface RunProgress {
  readonly done: number;
  readonly total: number;
  /** The board asks to slow down; it goes on by itself when it may. */
  readonly slowed: boolean;
}

export type RunResult =
  | { readonly kind: 'done'; readonly made: ReadonlyMap<string, ItemId>; readonly astray: readonly string[] }
  /** Somebody else goes on with it, or this person stopped it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** How often what is left is looked for and moved again: more would only meet the same refusals. */
const passes = 3;
/** Milliseconds between two signs that somebody is at it. */
export const beatEvery = 8_000;

export type Around = Pick<SheetContext, 'platform' | 'keeper' | 'documents'>;

/** The sheet and everything on the board, read now. */
export async function lookAt({ keeper, documents }: Around, view: SheetView) {
  const all = await keeper.reconcile();
  const { frame: frameId, anchors } = documents.content.peek();
  const frame = all.find(({ id }) => id === frameId);
  if (!frame) throw new BoardRefusal('gone', 'The frame of this sheet is not on the board.');
  const sheet: SheetOnBoard = {
    columns: sheetColumns(view.template, view.details.lens),
    anchors,
    frame: { id: frame.id, box: frame.box },
    items: itemsInFrame(frame, all),
  };
  return { all, frame, sheet } satisfies { all: readonly BoardItem[]; frame: BoardItem; sheet: SheetOnBoard };
}

interface RunOptions {
  readonly around: Around;
  readonly view: SheetView;
  readonly relayout: Relayout;
  /** Of the record that this run writes for. */
  readonly id: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
}

export async function runRelayout(options: RunOptions): Promise<RunResult> {
  const { around, id, signal } = options;
  const { clock } = around.platform;
  let beat = 0;
  let cancel: Disposer | null = null;
  const tick = (): void => {
    cancel = clock.after(beatEvery, () => {
      beat += 1;
      beatRelayout(around.documents.sheet, id, beat);
      tick();
    });
  };
  tick();
  try {
    return await carryOut(options);
  } catch (error) {
    return signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error };
  } finally {
    (cancel as Disposer | null)?.();
  }
}

async function carryOut({ around, view, relayout, id, signal, onProgress }: RunOptions): Promise<RunResult> {
  const { platform, documents } = around;
  const { board, clock } = platform;
  let [done, total] = [0, 0];
  const tell = (now: number, slowed = false): void => onProgress({ done: now, total, slowed });

  const change = async (changes: readonly (readonly SheetChange[])[]): Promise<void> => {
    const from = done;
    const result = await runChanges({ stages: changes }, board, {
      clock,
      signal,
      onProgress: (progress) => tell(from + progress.done, progress.slowed),
    });
    done = from + changes.flat().length;
    keepAnchors(new Map([...documents.content.peek().anchors, ...result.created]));
    if (result.kind === 'cancelled') throw new Error('Stopped.');
    if (result.kind === 'failed') throw new BoardRefusal(result.reason, result.message);
  };
  /** One that the board won't do without is no matter. */
  const tryOne = async (one: SheetChange): Promise<void> => {
    if (signal.aborted) throw new Error('Stopped.');
    await runChanges({ stages: [[one]] }, board, { clock, signal });
    done += 1;
    tell(done);
  };
  const keepAnchors = (anchors: ReadonlyMap<string, ItemId>): void => {
    const { frame, size } = documents.content.peek();
    if (frame && size) placeSheet(documents.sheet, { frame, size, anchors });
  };
  const look = async () => {
    const { sheet } = await lookAt(around, view);
    // As the headers say on the board, which for a while are of both lenses.
    const looks = {
      old: piecesOf(relayout.from, view.template, view.details, sheet.items),
      new: piecesOf(relayout.to, view.template, view.details, sheet.items),
    };
    return { sheet, steps: stepsLeft(relayout, looks, sheet) };
  };
  const count = ({ plan, loose }: Steps): number =>
    changesOf(plan).length + loose.length + relayout.drop.size + 2;

  const tried = new Set<ItemId>();
  for (let pass = 0; pass < passes; pass += 1) {
    const { steps } = await look();
    total = done + count(steps);
    tell(done);
    const loose = steps.loose.filter((one) => one.kind === 'change' && !tried.has(one.id));
    if (isEmpty(steps.plan) && loose.length === 0) break;
    await change(steps.plan.stages);
    for (const one of loose) {
      await tryOne(one);
      if (one.kind === 'change') tried.add(one.id);
    }
  }
  const { steps } = await look();
  const [removals = [], shrink = []] = steps.settle.stages;
  if (removals.length > 0) await change([removals]);
  for (const one of shrink) await tryOne(one);

  const {
    sheet,
    steps: { made },
  } = await look();
  const before = new Set(documents.content.peek().anchors.values());
  const anchors = finalAnchors(relayout, made, sheet);
  keepAnchors(anchors);
  // Headers that an earlier run had made are in the mirror only once they are read as headers.
  if ([...made.ids.values()].some((header) => !before.has(header))) await around.keeper.reconcile();
  const columns = sheetColumns(view.template, relayout.to);
  const astray = misread(relayout, { ...sheet, columns, anchors });
  const unmade = [...relayout.make.keys()].filter((key) => !anchors.has(key));
  if (unmade.length > 0) throw new BoardRefusal('refused', 'Headers are missing.');
  if (signal.aborted) return { kind: 'stopped' };

  const attempt = retrying(clock);
  const details = { ...view.details, lens: relayout.to };
  const record = { frame: sheet.frame.id, anchors, details };
  await attempt(() => board.writeSheetRecord(details.id, recordJson(record)), signal);
  await markHeaders(around, details, anchors, [...relayout.make.keys()]);
  if (signal.aborted) return { kind: 'stopped' };
  const { width, height } = sheet.frame.box;
  endRelayout(documents.sheet, id, {
    lens: relayout.to,
    place: { frame: sheet.frame.id, size: { width, height }, anchors },
  });
  tell(total);
  // What came meanwhile was nobody's to place.
  const came = sheet.items.filter(
    ({ id: item, kind, text }) => kind === 'sticky' && text.trim() !== '' && !relayout.lanes.has(item),
  );
  return {
    kind: 'done',
    made: made.ids,
    astray: [...astray, ...came].map(({ text }) => text.trim()),
  };
}

function finalAnchors(relayout: Relayout, made: Made, { anchors, items }: SheetOnBoard) {
  const there = new Set(items.map(({ id }) => id));
  const kept = [...anchors].filter(([key, id]) => !relayout.drop.has(key) || there.has(id));
  return new Map([...kept, ...made.ids]);
}

/** So that a copy is recognised, as after a drop. It counts without. */
async function markHeaders(
  { platform: { board } }: Around,
  details: SheetView['details'],
  anchors: ReadonlyMap<string, ItemId>,
  made: readonly string[],
): Promise<void> {
  const title = anchors.get(titleKey);
  const column = made.find((key) => key.startsWith('column:'));
  const header = column === undefined ? undefined : anchors.get(column);
  const marks = [
    ...(title ? [board.writeMark(title, titleMarkJson(details))] : []),
    ...(column && header ? [board.writeMark(header, markJson({ sheet: details.id, key: column }))] : []),
  ];
  await Promise.allSettled(marks);
}
