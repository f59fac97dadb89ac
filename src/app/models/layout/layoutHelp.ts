/** Make room in a full lane, repair a disturbed sheet: looked at first, done with one click, undone with another. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { placeSheet } from '../../../annotations/sheetDocument.ts';
import { readBorders } from '../../../board/borders.ts';
import { type ChangePlan, changesOf, isEmpty } from '../../../board/changePlan.ts';
import { freePlace } from '../../../board/freePlace.ts';
import { itemsInFrame, itemsOfDisturbedSheet } from '../../../board/inFrame.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import { titleMarkJson } from '../../../board/marks.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { recordJson } from '../../../board/recordJson.ts';
import type { ChangeResult } from '../../../board/runChanges.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import { titleKey } from '../../../workshop/piece.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { refusalWords } from '../words/refusalWords.ts';

export type LayoutWish = { readonly kind: 'room'; readonly lane: LaneId } | { readonly kind: 'repair' };

export interface LayoutPreview {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface LayoutHelp {
  /** Lanes without room for another note, as far as the mirror knows. */
  readonly full: ReadonlySignal<ReadonlySet<LaneId>>;
  readonly preview: ReadonlySignal<LayoutPreview | null>;
  /** Changes under way. */
  readonly working: ReadonlySignal<boolean>;
  /** The sheet as the board has it at this moment; rejects with a `BoardRefusal`. */
  look(): Promise<SheetOnBoard>;
  show(wish: LayoutWish): Promise<void>;
  apply(): Promise<void>;
  leave(): void;
}

/** How many lines of a preview are worth reading. */
const mostLines = 5;

/** Enough of a heading or a question to know it by, cut between words. */
const shortened = (text: string): string =>
  text.length <= 48 ? text : `${text.slice(0, 48).replace(/\s+\S*$/, '')}…`;

function linesOf(plan: ChangePlan): string[] {
  const words = { change: 'moves', create: 'is put back', remove: 'is taken away' } as const;
  const lines = changesOf(plan).map(
    ({ kind, what }) => `${shortened(what.split('\n')[0] ?? '')} ${words[kind]}`,
  );
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), `and ${rest} more`] : lines;
}

export function openLayoutHelp({
  platform: { board, clock },
  documents,
  view,
  keeper,
  tell,
  frame,
}: SheetContext): LayoutHelp {
  const chosen = signal<{ readonly title: string; readonly plan: ChangePlan } | null>(null);
  const working = signal(false);

  /** `all`: what has left the frame too. */
  const look = async (reach: 'frame' | 'all' = 'frame'): Promise<SheetOnBoard> => {
    if (view.value?.content.relayout)
      throw new BoardRefusal('moving', 'Places on the board say nothing while everything is moved.');
    // What lay in the sheet before this reading, which forgets what has left the frame.
    const remembered = view.value?.content;
    const items = await keeper.reconcile();
    const found = items.find(({ id }) => id === frame());
    const current = view.value;
    if (!found || !current) throw new BoardRefusal('gone', 'The frame of this sheet is not on the board.');
    return {
      columns: sheetColumns(current.template, current.details.lens),
      anchors: current.content.anchors,
      frame: { id: found.id, box: found.box },
      items:
        reach === 'all' && remembered
          ? itemsOfDisturbedSheet(found, items, remembered)
          : itemsInFrame(found, items),
    };
  };

  const keepAnchors = async (created: ReadonlyMap<string, ItemId>): Promise<void> => {
    const current = view.value;
    if (created.size === 0 || !current?.content.size) return;
    const anchors = new Map([...current.content.anchors, ...created]);
    placeSheet(documents.sheet, { frame: frame(), size: current.content.size, anchors });
    await board.writeSheetRecord(
      current.details.id,
      recordJson({ frame: frame(), anchors, details: current.details }),
    );
    const title = created.get(titleKey);
    if (title) await board.writeMark(title, titleMarkJson(current.details));
  };

  /** What was moved back into the frame belongs to it again, or it would stay behind when the sheet is moved. */
  const takeIn = async (plan: ChangePlan, items: readonly BoardItem[]): Promise<number> => {
    const changed = new Set(changesOf(plan).map((change) => (change.kind === 'create' ? null : change.id)));
    const sheet = items.find(({ id }) => id === frame());
    const ours = view.value?.content.items;
    let taken = 0;
    if (!sheet || !ours || !changed.has(sheet.id)) return taken;
    for (const { id, frame: parent } of itemsInFrame(sheet, items)) {
      // Refused, it still counts by where it lies.
      if (parent !== null || !ours.has(id)) continue;
      await board.putInFrame(sheet.id, id).catch(() => undefined);
      taken += 1;
    }
    return taken;
  };

  const withoutFrame = ({ stages }: ChangePlan): ChangePlan => ({
    stages: stages.map((stage) => stage.filter((one) => one.kind === 'create' || one.id !== frame())),
  });

  const run = async (plan: ChangePlan): Promise<ChangeResult> => {
    working.value = true;
    try {
      const { runChanges } = await import('./layoutPlans.ts');
      const result = await runChanges(plan, board, { clock });
      await keepAnchors(result.created);
      const taken = await takeIn(plan, await keeper.reconcile());
      // A frame can't shrink past its children, so with new ones in it undoing leaves it large.
      return taken === 0 ? result : { ...result, undo: withoutFrame(result.undo) };
    } finally {
      working.value = false;
    }
  };

  const carryOut = async (plan: ChangePlan, done: string): Promise<void> => {
    try {
      const result = await run(plan);
      const undo = { word: 'Undo', run: () => void carryOut(result.undo, 'Everything is where it was.') };
      if (result.kind === 'failed') {
        const why = refusalWords(new BoardRefusal(result.reason, result.message), 'move everything');
        tell({ tone: 'warn', message: why, action: undo });
      } else tell({ tone: 'info', message: done, action: undo });
    } catch (error) {
      tell({ tone: 'warn', message: refusalWords(error, 'change the layout') });
    }
  };

  return {
    full: computed(() => (view.value ? fullLanes(view.value) : new Set())),
    preview: computed(() => chosen.value && { title: chosen.value.title, lines: linesOf(chosen.value.plan) }),
    working,
    look,
    async show(wish) {
      try {
        const sheet = await look(wish.kind === 'repair' ? 'all' : 'frame');
        const current = view.value;
        if (!current) return;
        const { planMakeRoom, planRepair } = await import('./layoutPlans.ts');
        const plan =
          wish.kind === 'room'
            ? planMakeRoom(sheet, wish.lane)
            : planRepair(sheet, current.template, current.details);
        if (isEmpty(plan)) {
          tell({ tone: 'info', message: 'Everything is in its place already.' });
          return;
        }
        chosen.value = {
          title: wish.kind === 'room' ? 'Make room for one more row' : 'Repair the layout',
          plan,
        };
      } catch (error) {
        tell({ tone: 'warn', message: refusalWords(error, 'look at the sheet') });
      }
    },
    async apply() {
      const plan = chosen.value?.plan;
      chosen.value = null;
      if (plan && !view.value?.content.relayout) await carryOut(plan, 'Done.');
    },
    leave() {
      chosen.value = null;
    },
  };
}

function fullLanes({ content, template, details }: SheetView): ReadonlySet<LaneId> {
  if (!content.size || content.relayout) return new Set();
  const items = [...content.items.values()].filter(({ gone }) => !gone);
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const columns = sheetColumns(template, details.lens);
  const borders = readBorders({ columns, anchors: content.anchors, frame: content.size }, (id) =>
    boxes.get(id),
  );
  const taken = items.map(({ box }) => box);
  const lanes = columns.flatMap((column) => column.lanes.map(({ id }) => id));
  return new Set(lanes.filter((lane) => freePlace(borders, lane, taken).kind === 'full'));
}
