/** Where the notes of a sheet lie, as far as its documents tell. */
import type { SheetContent } from '../../../annotations/sheetDocument.ts';
import { harvest } from '../../../board/harvest.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import { templateOf } from '../templates/templates.ts';

/** The lanes of each note that lies in one, or between some. */
export function lanesIn(content: SheetContent): ReadonlyMap<ItemId, readonly LaneId[]> {
  const { details, anchors, size, items } = content;
  const template = details && templateOf(details.template);
  if (!template || !size) return new Map();
  const columns = sheetColumns(template, details.lens);
  const { lanes, border } = harvest({
    ...{ columns, anchors, frame: size, items: [...items.values()] },
    fixed: content.relayout?.lanes,
  });
  return new Map<ItemId, readonly LaneId[]>([
    ...lanes.flatMap(({ lane, notes }) => notes.map(({ id }) => [id, [lane.id]] as const)),
    ...border.map(({ note, between }) => [note.id, between] as const),
  ]);
}
