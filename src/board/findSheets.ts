/** Which sheets a board holds, and what has become of them: values to show and to ask about, nothing is changed. */
import { top } from '../base/box.ts';
import type { Json } from '../base/json.ts';
import type { ItemId, SheetId } from '../workshop/ids.ts';
import { titleKey } from '../workshop/piece.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { BoardItem } from './item.ts';
import { parseRecord, type RecordFailure, type SheetRecord } from './marker.ts';
import { parseMark } from './marks.ts';

export type FoundSheet =
  | { readonly kind: 'here'; readonly record: SheetRecord; readonly frame: BoardItem }
  /** Its frame is gone, and no other frame carries its marks. */
  | { readonly kind: 'deleted'; readonly record: SheetRecord }
  /** The recorded frame is gone, but this one carries its marks: a copied or restored board. */
  | { readonly kind: 'refound'; readonly record: SheetRecord; readonly frame: BoardItem }
  /** Another frame with marks of a sheet that is here, or of one that this board has no record of. */
  | {
      readonly kind: 'copy';
      readonly of: SheetId;
      readonly frame: BoardItem;
      /** What its marks say it is about. */
      readonly about: SheetDetails | null;
      /** Its title, by its mark. */
      readonly title: ItemId | null;
    }
  | { readonly kind: 'unreadable'; readonly id: SheetId; readonly failure: RecordFailure };

/** Marked items lie at the top of a sheet; this many of each unknown frame are worth a call each. */
const marksPerFrame = 4;

const framesIn = (items: readonly BoardItem[]): readonly BoardItem[] =>
  items.filter(({ kind }) => kind === 'frame');

const frameOf = (json: Json): string | null =>
  typeof json === 'object' && json !== null && 'frame' in json && typeof json.frame === 'string'
    ? json.frame
    : null;

/** Items whose marks would tell whether a frame without a record is a copy of a sheet. */
export function marksToRead(
  records: ReadonlyMap<SheetId, Json>,
  items: readonly BoardItem[],
): readonly ItemId[] {
  const recorded = new Set([...records.values()].map(frameOf));
  const strangers = new Set(framesIn(items).flatMap(({ id }) => (recorded.has(id) ? [] : [id])));
  const texts = items.filter(({ kind, text }) => (kind === 'text' || kind === 'shape') && text.trim() !== '');
  return [...strangers].flatMap((frame) =>
    texts
      .filter((item) => item.frame === frame)
      .sort((a, b) => top(a.local) - top(b.local) || a.local.x - b.local.x)
      .slice(0, marksPerFrame)
      .map(({ id }) => id),
  );
}

export function findSheets(
  records: ReadonlyMap<SheetId, Json>,
  items: readonly BoardItem[],
  marks: ReadonlyMap<ItemId, Json | undefined> = new Map(),
): readonly FoundSheet[] {
  const frames = new Map(framesIn(items).map((frame) => [frame.id, frame]));
  const parents = new Map(items.map(({ id, frame }) => [id, frame]));

  /** Frames that carry marks of a sheet, by sheet. */
  const marked = new Map<SheetId, Set<ItemId>>();
  const titles = new Map<ItemId, { readonly title: ItemId; readonly about: SheetDetails | null }>();
  for (const [item, json] of marks) {
    const mark = parseMark(json);
    const frame = parents.get(item);
    if (!mark || !frame) continue;
    marked.set(mark.sheet, (marked.get(mark.sheet) ?? new Set()).add(frame));
    if (mark.key === titleKey) titles.set(frame, { title: item, about: mark.about });
  }

  const found: FoundSheet[] = [];
  const known = new Set<ItemId>();
  for (const [id, json] of records) {
    const parsed = parseRecord(id, json);
    if (!parsed.ok) {
      found.push({ kind: 'unreadable', id, failure: parsed.error });
      continue;
    }
    const record = parsed.value;
    const frame = frames.get(record.frame);
    const [again] = [...(marked.get(id) ?? [])].flatMap((other) => frames.get(other) ?? []);
    if (frame) found.push({ kind: 'here', record, frame });
    else if (again) found.push({ kind: 'refound', record, frame: again });
    else found.push({ kind: 'deleted', record });
    known.add(frame?.id ?? again?.id ?? record.frame);
  }
  for (const [sheet, others] of marked)
    for (const other of others) {
      const frame = frames.get(other);
      const told = titles.get(other) ?? { title: null, about: null };
      if (frame && !known.has(other)) found.push({ kind: 'copy', of: sheet, frame, ...told });
      known.add(other);
    }
  return found;
}
