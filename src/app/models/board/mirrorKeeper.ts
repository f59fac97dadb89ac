/**
 * Keeps the mirror of each sheet true to the board, with as few calls as Miro's silence allows (design §3, "the
 * mirror"): one reading of the whole board, when a panel opens, and what is read besides (mirrorListener.ts).
 */

import type * as Y from 'yjs';
import type { ItemReading } from '../../../annotations/mirror.ts';
import {
  markGone,
  mirrorItems,
  placeSheet,
  readSheet,
  type SheetContent,
} from '../../../annotations/sheetDocument.ts';
import { type Box, holds, left, top } from '../../../base/box.ts';
import type { Clock } from '../../../base/clock.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { BoardReader } from '../../../board/port.ts';
import { retrying } from '../../../board/retrying.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';

export interface MirrorKeeper {
  /** One reading of the whole board for all sheets; rejects with a `BoardRefusal` when the board keeps refusing. */
  reconcile(): Promise<readonly BoardItem[]>;
  /** These items, read just now or about to be. */
  take(items: readonly BoardItem[]): void;
  /** These are no longer on the board. */
  forget(ids: readonly ItemId[]): void;
}

interface Options {
  readonly board: BoardReader;
  readonly clock: Clock;
  /** Null before it is known who is here. */
  readonly me: () => UserId | null;
  /** The sheet documents that are open now. */
  readonly sheets: () => readonly Y.Doc[];
}

export function mirrorKeeper({ board, clock, me, sheets }: Options): MirrorKeeper {
  /** Frames of our sheets where they were last seen; absent from a full reading = deleted. */
  const frames = new Map<ItemId, Box>();

  const placeIn = (content: SheetContent, item: BoardItem): Box | null => {
    if (content.frame === null) return null;
    if (item.frame === content.frame) return item.local;
    const frame = frames.get(content.frame);
    if (!frame || item.frame !== null || !holds(frame, item.box)) return null;
    return { ...item.box, x: item.box.x - left(frame), y: item.box.y - top(frame) };
  };

  const readingOf = (
    content: SheetContent,
    anchors: ReadonlySet<ItemId>,
    item: BoardItem,
  ): ItemReading | null => {
    // Of texts and shapes only the headers matter: lanes are read from them. Everything else is decoration.
    const matters = item.kind === 'sticky' || anchors.has(item.id);
    if (!matters || item.kind === 'frame' || item.kind === 'other') return null;
    const box = placeIn(content, item);
    if (!box) return null;
    const { id, kind, text, colour, modifiedAt, modifiedBy } = item;
    return { id, kind, box, text, colour, modifiedAt, modifiedBy };
  };

  const takeInto = (doc: Y.Doc, items: readonly BoardItem[], whole: boolean): void => {
    const content = readSheet(doc);
    const reader = me();
    if (content.frame === null || reader === null) return;
    const frame = items.find(({ id }) => id === content.frame);
    // A deleted frame says nothing about its notes: they may lie elsewhere, or come back with an undo.
    if (whole && !frame) return;
    if (frame && (frame.box.width !== content.size?.width || frame.box.height !== content.size?.height)) {
      const size = { width: frame.box.width, height: frame.box.height };
      placeSheet(doc, { frame: content.frame, size, anchors: content.anchors });
    }
    const anchors = new Set(content.anchors.values());
    const readings = items.flatMap((item) => readingOf(content, anchors, item) ?? []);
    mirrorItems(doc, reader, readings);
    const inside = new Set(readings.map(({ id }) => id));
    // Whether a note outside every frame lies in ours can't be told before the frame has been seen.
    const canTell = (item: BoardItem) => item.frame !== null || frames.has(content.frame as ItemId);
    const looked = new Set(items.filter(canTell).map(({ id }) => id));
    const out = [...content.items.values()].filter(
      ({ id, gone }) => !gone && !inside.has(id) && (whole || looked.has(id)),
    );
    if (out.length > 0)
      markGone(
        doc,
        out.map(({ id }) => id),
      );
  };

  const take = (items: readonly BoardItem[], whole = false): void => {
    // Letting go of everything is told as an empty selection: no reason to read every sheet.
    if (!whole && items.length === 0) return;
    for (const item of items) if (item.kind === 'frame') frames.set(item.id, item.box);
    for (const doc of sheets()) takeInto(doc, items, whole);
  };

  // Until it has been read, a sheet looks as if its headers were missing; one bad moment of the board must not do that.
  const attempt = retrying(clock);
  const reconcile = async (): Promise<readonly BoardItem[]> => {
    const items = await attempt(() => board.readAll());
    frames.clear();
    take(items, true);
    return items;
  };

  /** These are no longer on the board. */
  const forget = (ids: readonly ItemId[]): void => {
    if (ids.length === 0) return;
    for (const id of ids) frames.delete(id);
    for (const doc of sheets()) {
      const known = readSheet(doc).items;
      markGone(
        doc,
        ids.filter((id) => known.has(id)),
      );
    }
  };

  return {
    reconcile,
    take: (items) => take(items),
    forget,
  };
}
