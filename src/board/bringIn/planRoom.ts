/**
 * Room for many notes at once: how many rows each lane lacks, as one plan that moves each thing once. Lanes with room
 * are left as they are.
 */
import { moved } from '../../base/box.ts';
import type { ItemId, LaneId } from '../../workshop/ids.ts';
import { noteGap, noteSize } from '../../workshop/spacing.ts';
import { type Borders, readBorders } from '../borders.ts';
import { type ChangePlan, changesOf, type SheetChange } from '../changePlan.ts';
import { freePlace } from '../freePlace.ts';
import { planMakeRoom, type SheetOnBoard } from '../makeRoom.ts';

export interface RoomPlan {
  readonly plan: ChangePlan;
  /** Lanes that had too little room. */
  readonly grown: readonly LaneId[];
  /** Lanes whose heading is not on the board, so that nothing can be put there. */
  readonly missing: readonly LaneId[];
}

/** `wanted`: how many notes come into each lane. */
export function planRoom(sheet: SheetOnBoard, wanted: ReadonlyMap<LaneId, number>): RoomPlan {
  let current = sheet;
  const grown: LaneId[] = [];
  const missing: LaneId[] = [];
  const all: SheetChange[] = [];
  for (const [lane, notes] of wanted) {
    const short = shortage(current, lane, notes);
    if (short === null) missing.push(lane);
    if (short === null || short === 0) continue;
    grown.push(lane);
    const width = bordersOf(current).areas.get(lane)?.width ?? 0;
    const inRow = Math.max(1, Math.floor((width - noteGap) / (noteSize.width + noteGap)));
    for (let rows = Math.ceil(short / inRow); ; rows += 1) {
      const plan = planMakeRoom(current, lane, rows);
      const after = applied(current, plan);
      if (shortage(after, lane, notes) !== 0 && rows < short) continue;
      current = after;
      all.push(...changesOf(plan));
      break;
    }
  }
  return { plan: merged(all, sheet.frame.id), grown, missing };
}

const bordersOf = ({ columns, anchors, frame, items }: SheetOnBoard): Borders => {
  const boxes = new Map(items.filter(({ gone }) => gone !== true).map(({ id, box }) => [id, box]));
  return readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id));
};

/** How many of these notes find no place; null where the lane is not there. */
export function shortage(sheet: SheetOnBoard, lane: LaneId, notes: number): number | null {
  const borders = bordersOf(sheet);
  const taken = sheet.items.filter(({ gone }) => gone !== true).map(({ box }) => box);
  for (let placed = 0; placed < notes; placed += 1) {
    const found = freePlace(borders, lane, taken);
    if (found.kind === 'no-lane') return null;
    if (found.kind === 'full') return notes - placed;
    taken.push(found.box);
  }
  return 0;
}

/** The sheet as it is after these changes. */
export function applied(sheet: SheetOnBoard, plan: ChangePlan): SheetOnBoard {
  const { frame } = sheet;
  const changes = new Map(
    changesOf(plan).flatMap((one) =>
      one.kind === 'change' && one.to.box ? [[one.id, one.to.box] as const] : [],
    ),
  );
  const box = changes.get(frame.id) ?? frame.box;
  const [dx, dy] = [frame.box.width / 2 - frame.box.x, frame.box.height / 2 - frame.box.y];
  return {
    ...sheet,
    frame: { ...frame, box },
    items: sheet.items.map((item) => {
      const to = changes.get(item.id);
      // The frame grows downwards, so its corner stays where it was.
      return to ? { ...item, box: moved(to, dx, dy) } : item;
    }),
  };
}

/** What is moved several times is moved once; the frame first, or its children would fall outside. */
function merged(changes: readonly SheetChange[], frame: ItemId): ChangePlan {
  const byId = new Map<ItemId, Extract<SheetChange, { kind: 'change' }>>();
  for (const change of changes) {
    if (change.kind !== 'change') continue;
    const before = byId.get(change.id);
    byId.set(change.id, before ? { ...change, from: before.from } : change);
  }
  const all = [...byId.values()];
  return {
    stages: [
      all.filter(({ id }) => id === frame),
      all
        .filter(({ id }) => id !== frame)
        // From the bottom up, so that things hardly ever cross.
        .toSorted((a, b) => (b.from.box?.y ?? 0) - (a.from.box?.y ?? 0)),
    ],
  };
}
