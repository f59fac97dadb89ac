/**
 * What this window shows of each item, and where it lies on the board: what is stored, with what is on its way to the
 * server or in the hand laid over it. A change is worked out for the items it touches, and at once, so that whoever
 * reads a place after moving something reads the new one.
 */
import { batch, untracked } from '@preact/signals';
import type { Box } from '../../../base/box.ts';
import type { ItemData } from '../../model/item.ts';
import { type Cells, createCells, createOverlay, type Overlay } from './cells.ts';
import { createGrid, type Grid } from './grid.ts';
import { leansOn, placeOf } from './places.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Shown {
  readonly items: Cells<ItemData>;
  /** On the board, never relative to a frame. */
  readonly places: Cells<Box>;
  readonly grid: Grid;
  /** Fields on their way to the server, by item; shown as if they had arrived. */
  readonly pending: Overlay<Fields>;
  /** Items that are being created; they carry an id of this window until the server has given theirs. */
  readonly drafts: Overlay<ItemData>;
  /** Places that outrank the stored ones: what is being dragged or resized, and what was, until that is stored. */
  readonly held: Overlay<Box>;
  /** These came, went or changed on the server. */
  renew(ids: Iterable<string>): void;
}

/** Frames in frames in frames: nobody makes more than a few, and a circle must end. */
const deepest = 50;

const same = (a: Box | undefined, b: Box | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height);

export function createShown(
  stored: (id: string) => ItemData | undefined,
  /** After an item has come, gone or moved. */
  moved: (id: string, box: Box | undefined) => void,
): Shown {
  const items = createCells<ItemData>();
  const places = createCells<Box>();
  const grid = createGrid();
  /** Id → those whose places follow from its own. */
  const leaning = new Map<string, Set<string>>();

  function relocate(id: string, depth: number): void {
    const item = items.get(id);
    const before = places.get(id);
    const box = item && placeOf(item, held.get(id), items, places);
    if (same(before, box) || depth > deepest) return;
    places.set(id, box);
    if (box) grid.put(id, box);
    else grid.drop(id);
    moved(id, box);
    for (const other of leaning.get(id) ?? []) relocate(other, depth + 1);
  }

  function lean(id: string, before: ItemData | undefined, after: ItemData | undefined): void {
    for (const on of before ? leansOn(before) : []) {
      leaning.get(on)?.delete(id);
      if (leaning.get(on)?.size === 0) leaning.delete(on);
    }
    for (const on of after ? leansOn(after) : []) {
      const those = leaning.get(on) ?? new Set<string>();
      leaning.set(on, those.add(id));
    }
  }

  function composed(id: string): ItemData | undefined {
    const draft = drafts.get(id);
    const fields = pending.get(id);
    // The fields come from edits.ts, which sets only what the item's type has.
    if (draft) return fields ? ({ ...draft, ...fields } as ItemData) : draft;
    const item = stored(id);
    if (!item || !fields) return item;
    const style =
      'style' in item ? { style: { ...item.style, ...(fields.style as object | undefined) } } : {};
    return { ...item, ...fields, ...style } as ItemData;
  }

  /** Readers are told once everything is in its place; nothing here follows what it reads. */
  const quietly = (work: () => void) => untracked(() => batch(work));

  const renewOne = (id: string) => {
    const before = items.get(id);
    const after = composed(id);
    if (before === after) return;
    items.set(id, after);
    lean(id, before, after);
    relocate(id, 0);
  };

  const pending = createOverlay<Fields>((id) => quietly(() => renewOne(id)));
  const drafts = createOverlay<ItemData>((id) => quietly(() => renewOne(id)));
  const held = createOverlay<Box>((id) => quietly(() => relocate(id, 0)));

  return {
    items,
    places,
    grid,
    pending,
    drafts,
    held,
    renew: (ids) =>
      quietly(() => {
        for (const id of ids) renewOne(id);
      }),
  };
}
