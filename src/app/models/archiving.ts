/** Everything in a sheet, as a file to take along; loaded when somebody asks for it. */
import { archiveJson, archiveOf } from '../../annotations/makeArchive.ts';
import type { SheetContent } from '../../annotations/sheetDocument.ts';
import { harvest } from '../../board/harvest.ts';
import { fileName } from '../../export/fileName.ts';
import type { Person } from '../../miro/people.ts';
import type { ItemId, LaneId } from '../../workshop/ids.ts';
import { sheetColumns } from '../../workshop/lens.ts';
import type { SheetView } from './sheetView.ts';
import { templateOf } from './templates.ts';

export interface Archiving {
  readonly board: string;
  readonly by: Person;
  /** ISO 8601. */
  readonly at: string;
  /** IANA name, for the date in the file's name. */
  readonly timeZone: string;
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

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

/** Null while the sheet's header has not arrived. */
export function archiveFile(view: SheetView, { board, by, at, timeZone }: Archiving): TextFile | null {
  const { content, details, talk } = view;
  const archive = archiveOf({
    board,
    at,
    by: { user: by.id, name: by.name },
    content,
    desks: [...talk.desks.values()],
    lanes: lanesIn(content),
  });
  if (!archive) return null;
  const { title, team } = details;
  const name = fileName({ title, team, at, timeZone, told: ['draft'] }, 'rolewright.json');
  return { name, text: archiveJson(archive) };
}
